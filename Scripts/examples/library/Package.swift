// swift-tools-version: 6.2
// How a Swift program of one's own uses Wayproof: swift run --package-path Scripts/examples/library
import PackageDescription

let package = Package(
  name: "speed-needed",
  dependencies: [.package(name: "wayproof", path: "../../..")],
  targets: [
    .executableTarget(
      name: "speed-needed", dependencies: [.product(name: "Wayproof", package: "wayproof")],
      path: "Sources")
  ],
  cxxLanguageStandard: .cxx17
)
