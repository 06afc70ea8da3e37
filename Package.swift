// swift-tools-version: 6.2
import PackageDescription

let package = Package(
  name: "directives",
  products: [
    .executable(name: "directives", targets: ["DirectiveTUI"]),
    .library(name: "DirectiveModel", targets: ["DirectiveModel"]),
  ],
  dependencies: [
    .package(url: "https://github.com/apple/swift-argument-parser", from: "1.8.2")
  ],
  targets: [
    .systemLibrary(name: "CNcurses", providers: [.apt(["libncursesw5-dev"])]),
    .target(name: "CTerminalGuard"),
    .target(name: "DirectiveModel"),
    .executableTarget(
      name: "DirectiveTUI",
      dependencies: [
        "CNcurses", "CTerminalGuard", "DirectiveModel",
        .product(name: "ArgumentParser", package: "swift-argument-parser"),
      ]),
    .testTarget(name: "DirectiveModelTests", dependencies: ["DirectiveModel"]),
    .testTarget(name: "DirectiveTUITests", dependencies: ["DirectiveTUI"]),
    .systemLibrary(name: "CVterm", path: "Tests/CVterm", providers: [.apt(["libvterm-dev"])]),
    .systemLibrary(name: "CPty", path: "Tests/CPty"),
    .executableTarget(name: "GuardProbe", dependencies: ["CTerminalGuard"], path: "Tests/GuardProbe"),
    .testTarget(name: "TerminalTests", dependencies: ["DirectiveTUI", "GuardProbe", "CPty", "CVterm"]),
  ],
  swiftLanguageModes: [.v6]
)
