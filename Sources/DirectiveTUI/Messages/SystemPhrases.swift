import Glibc

/// What the system says of an error number, in the words used for files.
extension Phrase {
  static func systemError(_ number: Int32) -> Phrase {
    switch number {
    case ENOENT: Phrase("no such file", "没有此文件")
    case EACCES, EPERM: Phrase("permission denied", "没有权限")
    case EISDIR: .isFolder
    case ENOTDIR: Phrase("a part of the path is no folder", "路径中有一部分不是文件夹")
    case ENOSPC: Phrase("no space left", "空间不足")
    case EILSEQ: Phrase("is no UTF-8", "不是 UTF-8")
    case EEXIST: Phrase("exists already", "已存在")
    default: Phrase(verbatim: String(cString: strerror(number)).lowercased())
    }
  }

  static var isFolder: Phrase { Phrase("is a folder", "是文件夹") }
  static var isNoRegularFile: Phrase { Phrase("is no regular file", "不是普通文件") }
}
