// swift-tools-version: 6.2
import PackageDescription

// `make check` sets it: a newer compiler's warnings must not keep a user from building.
let strict: [SwiftSetting] =
  Context.environment["DIRECTIVES_STRICT"] == nil ? [] : [.treatAllWarnings(as: .error)]

// The release stays under 16 MB with the linker of the Swift toolchain: relative relocations packed (DT_RELR, read by
// glibc 2.36 and later) are 1 MB less than as gold writes them. The tables by which C++ exceptions find their frames, and
// the index of them, are 1.9 MB, and none is thrown. Functions that are alike and of
// whose addresses nothing depends are one. Nothing but wcwidth is exported. Packaging/static names the libraries
// that are linked in: finding, mapping and binding them took a sixth of the time until the first screen.
let compactLink: [LinkerSetting] = [
  .unsafeFlags(
    [
      "-use-ld=lld", "-Xlinker", "-O2", "-Xlinker", "--icf=safe", "-Xlinker", "-z", "-Xlinker",
      "pack-relative-relocs", "-Xlinker", "--no-eh-frame-hdr", "-Xlinker", "--no-export-dynamic", "-Xlinker",
      "\(Context.packageDirectory)/Packaging/release.ld",
      "-L\(Context.packageDirectory)/Packaging/static",
    ],
    .when(platforms: [.linux], configuration: .release))
]

// ncurses is to ask the program how wide a character is, see CharacterWidth.swift.
let exportedWidth: [LinkerSetting] = [
  .unsafeFlags(["-Xlinker", "--export-dynamic-symbol=wcwidth"], .when(platforms: [.linux]))
]

let package = Package(
  name: "directives",
  products: [
    .library(name: "DirectiveModel", targets: ["DirectiveModel"])
  ],
  dependencies: [
    .package(url: "https://github.com/apple/swift-argument-parser", from: "1.8.2")
  ],
  targets: [
    .systemLibrary(name: "CGnu"),
    .systemLibrary(name: "CPCRE2", providers: [.apt(["libpcre2-dev"])]),
    .systemLibrary(name: "CUchardet", providers: [.apt(["libuchardet-dev"])]),
    .systemLibrary(name: "CSQLite", providers: [.apt(["libsqlite3-dev"])]),
    .systemLibrary(name: "CNcurses", providers: [.apt(["libncursesw5-dev"])]),
    .target(name: "CConverter", dependencies: ["CTerminalGuard"]),
    .target(name: "CFileSnapshot"),
    .target(name: "CKeyAnswers"),
    .target(name: "CTerminalGuard"),
    .target(name: "CTextScan"),
    .target(name: "DirectiveModel", dependencies: ["CPCRE2", "CTextScan", "CUchardet"], swiftSettings: strict),
    .systemLibrary(name: "CPty", path: "Tests/CPty"),
    .target(name: "TestSupport", dependencies: ["CPty"], path: "Tests/TestSupport", swiftSettings: strict),
    .testTarget(name: "DirectiveModelTests", dependencies: ["DirectiveModel", "TestSupport"], swiftSettings: strict),
    .testTarget(
      name: "DirectiveTUITests", dependencies: ["CKeyAnswers", "DirectiveTUI", "TestSupport"], swiftSettings: strict),
    .systemLibrary(name: "CVterm", path: "Tests/CVterm", providers: [.apt(["libvterm-dev"])]),
    .executableTarget(
      name: "GuardProbe", dependencies: ["CTerminalGuard"], path: "Tests/GuardProbe", swiftSettings: strict),
    .executableTarget(
      name: "Headings", dependencies: ["DirectiveModel"], path: "Examples/Headings", swiftSettings: strict),
    .testTarget(
      name: "TerminalTests", dependencies: ["DirectiveTUI", "GuardProbe", "Headings", "CPty", "CVterm", "TestSupport"],
      swiftSettings: strict),
  ],
  swiftLanguageModes: [.v6]
)

let programParts: [Target.Dependency] = [
  "CConverter", "CFileSnapshot", "CGnu", "CKeyAnswers", "CNcurses", "CSQLite", "CTerminalGuard", "DirectiveModel",
  .product(name: "ArgumentParser", package: "swift-argument-parser"),
]

if Context.environment["FUZZ"] == nil {
  package.products.append(.executable(name: "directives", targets: ["DirectiveTUI"]))
  package.targets += [
    .executableTarget(
      name: "DirectiveTUI", dependencies: programParts, swiftSettings: strict,
      linkerSettings: compactLink + exportedWidth),
    .testTarget(
      name: "FuzzTests", dependencies: ["DirectiveTUI", "TestSupport"], path: "Fuzz",
      exclude: ["run", "Seeds", "Fuzzer.swift"], swiftSettings: strict),
  ]
} else {
  // See Fuzz/run. libFuzzer has the main of the one program there is then, and all else is a library.
  package.targets += [
    .target(
      name: "DirectiveTUI", dependencies: programParts,
      swiftSettings: [.unsafeFlags(["-Xfrontend", "-entry-point-function-name", "-Xfrontend", "directives_main"])]),
    .executableTarget(
      name: "Fuzzer", dependencies: ["DirectiveTUI"], path: "Fuzz", exclude: ["run", "Seeds", "SeedTests.swift"]),
  ]
}
