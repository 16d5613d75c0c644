public import Foundation

/// The Z3 solver as an independent judge, where it is installed.
public enum Z3 {
  public enum Status: String { case sat, unsat, unknown }

  public struct Failure: Error { public let output: String }

  /// Where the program is, nil where it is absent.
  public static let program: URL? = {
    let folders = (ProcessInfo.processInfo.environment["PATH"] ?? "").split(separator: ":")
    return folders.map { URL(fileURLWithPath: "\($0)/z3") }.first {
      FileManager.default.isExecutableFile(atPath: $0.path)
    }
  }()

  /// The answers to the questions of a script, in order.
  ///
  /// - Parameter seconds: after which a question is answered with `unknown`.
  public static func answers(to script: String, within seconds: Int = 10) throws -> [Status] {
    guard let program else { throw Failure(output: "z3 is not installed") }
    let file = FileManager.default.temporaryDirectory
      .appendingPathComponent("wayproof-\(UUID().uuidString).smt2")
    try Data(script.utf8).write(to: file)
    defer { try? FileManager.default.removeItem(at: file) }
    let process = Process()
    let pipe = Pipe()
    process.executableURL = program
    process.arguments = ["-t:\(seconds * 1_000)", file.path]
    process.standardOutput = pipe
    try process.run()
    let output = String(decoding: pipe.fileHandleForReading.readDataToEndOfFile(), as: UTF8.self)
    process.waitUntilExit()
    return try output.split(separator: "\n").map { line in
      guard let status = Status(rawValue: String(line)) else { throw Failure(output: output) }
      return status
    }
  }
}
