import Foundation
import TestSupport
import Testing

/// Tests that run the program as its users do.
protocol CommandTests {}

/// What a command came to.
struct Answer {
  let code: Int32
  let output: String
  let errors: String
}

extension CommandTests {
  /// The program with some arguments, not yet running.
  func process(
    _ arguments: [String], _ environment: [String: String] = [:]
  ) throws -> Process {
    let tests = URL(fileURLWithPath: CommandLine.arguments[0]).resolvingSymlinksInPath()
    let candidates = [
      tests.deletingLastPathComponent(), Repository.root.appendingPathComponent(".build/debug"),
    ].map { $0.appendingPathComponent("wayproof") }
    let process = Process()
    let program: URL = try #require(
      candidates.first { FileManager.default.isExecutableFile(atPath: $0.path) })
    process.executableURL = program
    process.arguments = arguments
    process.environment = ["WAYPROOF_GEO": Repository.geo.path, "COLUMNS": "80"].merging(
      environment
    ) { $1 }
    return process
  }

  func run(
    _ arguments: [String], input: String = "", environment: [String: String] = [:]
  ) throws -> Answer {
    try answer(of: process(arguments, environment), input: input)
  }

  /// What a program that is not yet running comes to.
  func answer(of process: Process, input: String = "") throws -> Answer {
    // Files in place of pipes: a full pipe on either side would wait for ever.
    let folder = FileManager.default.temporaryDirectory.appendingPathComponent(
      "wayproof-\(UUID().uuidString)")
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(at: folder) }
    let files = ["in", "out", "err"].map { folder.appendingPathComponent($0) }
    try Data(input.utf8).write(to: files[0])
    try Data().write(to: files[1])
    try Data().write(to: files[2])
    process.standardInput = try FileHandle(forReadingFrom: files[0])
    process.standardOutput = try FileHandle(forWritingTo: files[1])
    process.standardError = try FileHandle(forWritingTo: files[2])
    try process.run()
    process.waitUntilExit()
    return Answer(
      code: process.terminationStatus, output: try String(contentsOf: files[1], encoding: .utf8),
      errors: try String(contentsOf: files[2], encoding: .utf8))
  }
}
