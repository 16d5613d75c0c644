// swift-tools-version: 6.2
import PackageDescription

// One set of settings for every target: Swift 6 mode, warnings are errors, imports stay private.
let strict: [SwiftSetting] = [
  .treatAllWarnings(as: .error),
  .enableUpcomingFeature("ExistentialAny"),  // SE-0335
  .enableUpcomingFeature("InternalImportsByDefault"),  // SE-0409
  .enableUpcomingFeature("MemberImportVisibility"),  // SE-0444
]

func floor(
  _ name: String, _ dependencies: [Target.Dependency] = [], exclude: [String] = []
) -> Target {
  .target(name: name, dependencies: dependencies, exclude: exclude, swiftSettings: strict)
}

/// Whether documentation is made (Scripts/build-docs), which ordinary builds need not know of.
let isDocumenting = Context.environment["WAYPROOF_DOCS"] != nil

func tests(
  _ name: String, _ dependencies: [Target.Dependency], exclude: [String] = []
) -> Target {
  .testTarget(
    name: name + "Tests", dependencies: dependencies + ["TestSupport"], exclude: exclude,
    swiftSettings: strict)
}

let yams = Target.Dependency.product(name: "Yams", package: "Yams")
let arguments = Target.Dependency.product(
  name: "ArgumentParser", package: "swift-argument-parser")

let heap = Target.Dependency.product(name: "HeapModule", package: "swift-collections")
let database = Target.Dependency.product(name: "GRDB", package: "GRDB.swift")
let http: [Target.Dependency] = [
  .product(name: "Hummingbird", package: "hummingbird"),
  .product(name: "HummingbirdCore", package: "hummingbird"),
  .product(name: "HTTPTypes", package: "swift-http-types"),
  .product(name: "NIOCore", package: "swift-nio"),
  .product(name: "NIOPosix", package: "swift-nio"),
  .product(name: "Logging", package: "swift-log"),
  .product(name: "CoreMetrics", package: "swift-metrics"),
  .product(name: "Configuration", package: "swift-configuration"),
  .product(name: "Mustache", package: "swift-mustache"),
  .product(name: "SystemPackage", package: "swift-system"),
]

var targets: [Target] = [
  // Floor 0: units and bounds, loops over cores, the data folder.
  floor("Quantities"),
  floor("Parallelism"),
  .systemLibrary(
    name: "CMessageDigest", pkgConfig: "libmd", providers: [.apt(["libmd-dev"])]),
  .systemLibrary(name: "CZlib", pkgConfig: "zlib", providers: [.apt(["zlib1g-dev"])]),
  floor("Datasets", ["CMessageDigest", "CZlib", yams]),
  floor("Wording", ["Datasets", yams]),
  .systemLibrary(
    name: "CPROJ", pkgConfig: "proj", providers: [.apt(["libproj-dev"])]),
  // Floor 1: the Earth and the calendar, then places, trains, figures and claims.
  floor("Geodesy", ["CPROJ", "Parallelism", "Quantities"]),
  floor("Chronology", ["Datasets", "Quantities"]),
  floor("Gazetteer", ["Chronology", "Datasets", "Geodesy", "Quantities", database]),
  floor("Syntax", ["Datasets"]),
  floor("TrainMotion", ["Datasets", "Quantities", yams]),
  .systemLibrary(name: "CZip", pkgConfig: "libzip", providers: [.apt(["libzip-dev"])]),
  floor("Timetables", ["CZip", "Datasets", "Geodesy", "Quantities"]),
  floor("Figures", ["Chronology", "Datasets", "Quantities", yams]),
  floor("Claims", ["Chronology", "Datasets", "Figures", "Quantities", yams]),
  .systemLibrary(
    name: "CXML", pkgConfig: "libxml-2.0", providers: [.apt(["libxml2-dev"])]),
  .target(name: "CHTML", dependencies: ["CXML"]),
  floor("PositionTracks", ["CHTML", "Chronology", "Datasets", "Geodesy", "Quantities"]),
  // Floor 2: what the network, the air, the words and the logic say.
  .target(
    name: "COsmium",
    linkerSettings: [.linkedLibrary("z"), .linkedLibrary("bz2"), .linkedLibrary("expat")]),
  floor("Railways", ["COsmium", "Datasets", "Gazetteer", "Geodesy", "Quantities", heap]),
  floor("Flights", ["Datasets", "Geodesy", "Quantities", heap, yams]),
  .systemLibrary(name: "CMark", pkgConfig: "libcmark", providers: [.apt(["libcmark-dev"])]),
  floor(
    "ClaimReading",
    [
      "CHTML", "CMark", "Chronology", "Claims", "Datasets", "Figures", "Gazetteer", "Geodesy",
      "Parallelism", "Quantities", "Syntax",
    ]),
  floor("Plausibility", ["Claims", "Parallelism", "Quantities"]),
  // Floor 3: a leg measured, a train's or an aircraft's run over it, timetables; it knows no case.
  floor(
    "Travel",
    [
      "Chronology", "Datasets", "Figures", "Flights", "Gazetteer", "Geodesy", "Parallelism",
      "Quantities", "Railways", "Timetables", "TrainMotion", "Wording", yams,
    ]),
  // Floor 4: a case kept, judged and found fault with.
  floor(
    "Casework",
    [
      "Chronology", "ClaimReading", "Claims", "Datasets", "Flights", "Gazetteer", "Geodesy",
      "Parallelism", "Plausibility", "Quantities", "Railways", "PositionTracks", "Syntax",
      "TrainMotion", "Travel",
      "Wording",
    ]),
  // Floor 5: the same case under other circumstances.
  .target(name: "CBoostMath"),
  floor(
    "Scenarios",
    [
      "CBoostMath", "Casework", "Chronology", "Claims", "Datasets", "Flights", "Gazetteer",
      "Parallelism", "Plausibility", "Quantities", "TrainMotion", "Travel", "Wording", yams,
    ]),
  // Floor 6: words and pixels.
  floor(
    "Reporting",
    [
      "Casework", "Chronology", "ClaimReading", "Claims", "Datasets", "Flights", "Gazetteer",
      "Geodesy", "Plausibility", "Quantities", "Railways", "Scenarios", "Timetables",
      "TrainMotion", "Travel", "Wording",
    ], exclude: isDocumenting ? [] : ["Reporting.docc"]),
  // Floor 7: what is asked in words, understood and answered.
  floor(
    "Questions",
    [
      "Casework", "Chronology", "ClaimReading", "Claims", "Datasets", "Figures", "Flights",
      "Gazetteer", "Geodesy", "Plausibility", "Quantities", "Railways", "Reporting", "Scenarios",
      "Timetables", "TrainMotion", "Travel", "Wording", yams,
    ]),
  // Floor 8: arguments in, bytes out.
  .target(name: "CMemory"),
  .executableTarget(
    name: "WayproofCLI",
    dependencies: [
      arguments, "CBoostMath", "CHTML", "CMark", "CMemory", "COsmium", "CPROJ", "CZip", "CZlib",
      "Casework", "Chronology", "ClaimReading", "Claims", "Datasets", "Flights", "Gazetteer",
      "Geodesy", "Parallelism", "Plausibility", "Quantities", "Questions", "Railways", "Reporting",
      "Scenarios", "Timetables", "TrainMotion",
      "Travel", "Wording",
    ], swiftSettings: strict),
  // Floor 8 too: HTTP in, bytes out; a product of its own, so that the other is quick to build.
  .executableTarget(
    name: "WayproofServer",
    dependencies: [
      arguments, "CMemory", "Casework", "ClaimReading", "Claims", "Datasets", "Gazetteer",
      "Questions", "Parallelism", "Railways", "Reporting", "Scenarios", "Travel", "Wording",
      database,
    ] + http,
    // Within the program, so that it stands by itself wherever it is moved.
    resources: [
      "index.mustache", "docs.mustache", "main.js", "early.js", "page.css", "board.css",
      "fields.css", "mark.svg",
      "base/elements.js", "base/gestures.js", "base/history.js", "base/icons.js",
      "base/selection.js", "base/service.js", "base/store.js", "base/words.js",
      "edit/claimform.js", "edit/events.js", "edit/journeys.js", "edit/mistakes.js",
      "edit/places.js", "edit/stops.js",
      "map/atlas.js", "map/canvas.js", "map/labels.js", "map/land.js", "map/legend.js",
      "map/pictures.js", "map/projection.js",
      "read/articles.js", "read/confirm.js", "read/modeless.js", "read/ties.js",
      "read/unread.js",
      "share/exports.js", "share/share.js", "share/titlebar.js",
      "start/asking.js", "start/cases.js", "start/examples.js", "start/opening.js",
      "start/start.js",
      "time/axis.js", "time/timeline.js",
      "verdict/banner.js", "verdict/board.js", "verdict/cards.js", "verdict/claims.js",
      "verdict/points.js", "verdict/scale.js", "verdict/story.js", "verdict/suppose.js",
      "verdict/tipping.js",
      "words/en.js", "words/ko.js", "words/ru.js",
    ].map { .embedInCode("Assets/\($0)") },
    swiftSettings: strict),
]

targets += [
  .target(
    name: "TestSupport", dependencies: ["Claims"], path: "Tests/TestSupport",
    swiftSettings: strict),
  tests("TestSupport", []),
  tests("Quantities", ["Quantities"]),
  tests("Parallelism", ["Parallelism"]),
  tests("Datasets", ["Datasets"]),
  tests("Wording", ["Datasets", "Wording"]),
  tests("Geodesy", ["Geodesy", "Quantities"], exclude: ["Vectors"]),
  tests("Chronology", ["Chronology", "Datasets"], exclude: ["Vectors"]),
  tests("Gazetteer", ["Chronology", "Datasets", "Gazetteer", "Geodesy", "Quantities", database]),
  tests("TrainMotion", ["Datasets", "Quantities", "TrainMotion"], exclude: ["Vectors"]),
  tests("Timetables", ["Datasets", "Geodesy", "Timetables"]),
  tests("PositionTracks", ["Chronology", "Geodesy", "Quantities", "PositionTracks"]),
  tests("Syntax", ["Datasets", "Syntax"]),
  tests("Figures", ["Chronology", "Datasets", "Figures"], exclude: ["Vectors"]),
  tests("Claims", ["Chronology", "Claims", "Datasets", "Quantities"]),
  tests("Railways", ["Datasets", "Gazetteer", "Geodesy", "Quantities", "Railways"]),
  tests("Flights", ["Datasets", "Flights", "Geodesy", "Quantities"], exclude: ["Vectors"]),
  tests(
    "ClaimReading",
    ["Chronology", "ClaimReading", "Claims", "Datasets", "Figures", "Gazetteer"],
    exclude: ["Corpus"]),
  // Laws are a library, so that a release build can try them on more worlds than the tests do.
  .target(
    name: "PlausibilityLaws", dependencies: ["Claims", "Plausibility", "TestSupport"],
    path: "Tests/PlausibilityLaws", swiftSettings: strict),
  .target(
    name: "CaseLaws",
    dependencies: [
      "Casework", "Chronology", "Claims", "Gazetteer", "Plausibility", "Quantities", "TestSupport",
      "Travel",
    ], path: "Tests/CaseLaws", swiftSettings: strict),
  .executableTarget(
    name: "LawRunner",
    dependencies: [
      "CaseLaws", "Claims", "Datasets", "Geodesy", "Parallelism", "Plausibility",
      "PlausibilityLaws", "Quantities", "TestSupport", "TrainMotion", "Travel",
    ],
    path: "Tests/LawRunner", swiftSettings: strict),
  .target(
    name: "FuzzTargets",
    dependencies: [
      "Casework", "Chronology", "ClaimReading", "Datasets", "Figures", "Gazetteer", "Geodesy",
      "PositionTracks",
      "Questions", "Railways", "Reporting", "Scenarios", "TestSupport", "Timetables",
      "TrainMotion", "Travel",
    ],
    path: "Tests/Fuzz/Targets", swiftSettings: strict),
  .executableTarget(
    name: "FuzzReplay", dependencies: ["FuzzTargets", "TestSupport"], path: "Tests/Fuzz/Replay",
    swiftSettings: strict),
  tests(
    "Plausibility", ["Claims", "Datasets", "Plausibility", "PlausibilityLaws", "Quantities"]),
  tests(
    "Travel",
    [
      "Datasets", "Gazetteer", "Geodesy", "Quantities", "Railways", "TrainMotion", "Travel",
    ]),
  tests(
    "Case",
    [
      "CaseLaws", "Casework", "Chronology", "ClaimReading", "Claims", "Datasets", "Flights",
      "Gazetteer", "Geodesy", "Parallelism",
      "Plausibility", "PlausibilityLaws", "Quantities",
      "Railways", "Reporting", "Timetables", "TrainMotion", "Travel", "Wording",
    ], exclude: ["Cases", "Heavy", "Made"]),
  tests(
    "Scenarios",
    [
      "Casework", "Claims", "Datasets", "Gazetteer", "Plausibility", "Quantities", "Scenarios",
      "Travel",
    ]),
  tests("Reporting", ["Chronology", "Geodesy", "Reporting", "Wording"]),
  tests(
    "Questions",
    [
      "Casework", "Chronology", "ClaimReading", "Claims", "Datasets", "Gazetteer",
      "Plausibility", "Quantities", "Questions", "Railways", "Reporting", "Travel",
    ]),
  tests("CommandLine", ["Datasets", "Reporting", "Travel", "WayproofCLI"]),
  tests(
    "Server",
    [
      "Casework", "Datasets", "WayproofServer",
      .product(name: "HummingbirdTesting", package: "hummingbird"),
    ] + http),
]

// Benchmarks are built only where they are asked for, so that ordinary builds stay quick.
if Context.environment["WAYPROOF_BENCH"] != nil {
  targets.append(
    .executableTarget(
      name: "GeodesicBench", dependencies: ["Geodesy"],
      path: "Scripts/benchmarks/GeodesicBench", swiftSettings: strict))
  targets.append(
    .executableTarget(
      name: "MotionBench", dependencies: ["TrainMotion"],
      path: "Scripts/benchmarks/MotionBench", swiftSettings: strict))
  targets.append(
    .executableTarget(
      name: "NetworkBench", dependencies: ["Quantities", "Railways"],
      path: "Scripts/benchmarks/NetworkBench", swiftSettings: strict))
  targets.append(
    .executableTarget(
      name: "WorldBench", dependencies: ["Quantities", "Railways"],
      path: "Scripts/benchmarks/WorldBench", swiftSettings: strict))
  targets.append(
    .executableTarget(
      name: "PlausibilityBench", dependencies: ["CMemory", "Claims", "Plausibility"],
      path: "Scripts/benchmarks/PlausibilityBench", swiftSettings: strict))
  targets.append(
    .executableTarget(
      name: "ReadingBench",
      dependencies: ["Casework", "ClaimReading", "Claims", "Datasets", "Travel"],
      path: "Scripts/benchmarks/ReadingBench", swiftSettings: strict))
  targets.append(
    .executableTarget(
      name: "ScenarioBench", dependencies: ["Scenarios"],
      path: "Scripts/benchmarks/ScenarioBench", swiftSettings: strict))
  targets.append(
    .executableTarget(
      name: "SyntaxTrainer", dependencies: ["Datasets", "Syntax"],
      path: "Scripts/syntax/SyntaxTrainer", swiftSettings: strict))
}

// Linked with libFuzzer, which brings its own beginning (Scripts/fuzz).
if Context.environment["WAYPROOF_FUZZER"] != nil {
  targets.append(
    .executableTarget(
      name: "Fuzzer", dependencies: ["FuzzTargets"], path: "Tests/Fuzz/Fuzzer",
      swiftSettings: strict))
}

let documentation: [Package.Dependency] =
  isDocumenting
  ? [.package(url: "https://github.com/swiftlang/swift-docc-plugin", from: "1.5.0")] : []

let package = Package(
  name: "wayproof",
  products: [
    .executable(name: "wayproof", targets: ["WayproofCLI"]),
    .executable(name: "wayproof-server", targets: ["WayproofServer"]),
    .library(name: "Wayproof", targets: ["Travel", "Casework", "Scenarios", "Reporting"]),
  ],
  dependencies: [
    .package(url: "https://github.com/apple/swift-argument-parser", from: "1.8.2"),
    .package(url: "https://github.com/apple/swift-collections", from: "1.6.0"),
    .package(
      url: "https://github.com/apple/swift-configuration", from: "1.4.0",
      traits: [.defaults, "YAML"]),
    .package(url: "https://github.com/apple/swift-http-types", from: "1.8.0"),
    .package(url: "https://github.com/apple/swift-log", from: "1.16.0"),
    .package(url: "https://github.com/apple/swift-metrics", from: "2.13.0"),
    .package(url: "https://github.com/apple/swift-nio", from: "2.101.0"),
    .package(url: "https://github.com/apple/swift-system", from: "1.8.0"),
    .package(url: "https://github.com/groue/GRDB.swift", from: "7.10.0"),
    .package(url: "https://github.com/hummingbird-project/hummingbird", from: "2.28.1"),
    .package(url: "https://github.com/hummingbird-project/swift-mustache", from: "2.1.1"),
    .package(url: "https://github.com/jpsim/Yams", from: "6.2.2"),
  ] + documentation,
  targets: targets,
  cxxLanguageStandard: .cxx17
)
