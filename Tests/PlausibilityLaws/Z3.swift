public import Foundation

/// The Z3 solver as an independent judge, where it is installed.
public enum Z3 {
  public enum Status: String { case sat, unsat, unknown }

  public struct Failure: Error { public let output: String }

  /// Where the program is; nil where it is absent, or older than 4.16: those need minutes for questions about
  /// products that later ones answer in milliseconds.
  public static let program: URL? = {
    let folders = (ProcessInfo.processInfo.environment["PATH"] ?? "").split(separator: ":")
    return folders.map { URL(fileURLWithPath: "\($0)/z3") }.first {
      guard FileManager.default.isExecutableFile(atPath: $0.path),
        let words = try? output(of: $0, ["--version"]).split(separator: " "), words.count > 2
      else { return false }
      let version = words[2].split(separator: ".").compactMap { Int($0) }
      return !version.lexicographicallyPrecedes([4, 16])
    }
  }()

  /// The answers to the questions of a script, in order.
  ///
  /// - Parameter seconds: after which a question is answered with `unknown`. A script may take a hundred times as
  ///   long.
  public static func answers(to script: String, within seconds: Int = 10) throws -> [Status] {
    guard let program else { throw Failure(output: "z3 4.16 or newer is not installed") }
    let file = FileManager.default.temporaryDirectory
      .appendingPathComponent("wayproof-\(UUID().uuidString).smt2")
    try Data(script.utf8).write(to: file)
    defer { try? FileManager.default.removeItem(at: file) }
    let output = try output(
      of: program, ["-t:\(seconds * 1_000)", "-T:\(seconds * 100)", file.path])
    return try output.split(separator: "\n").map { line in
      guard let status = Status(rawValue: String(line)) else { throw Failure(output: output) }
      return status
    }
  }

  private static func output(of program: URL, _ arguments: [String]) throws -> String {
    let process = Process()
    let pipe = Pipe()
    process.executableURL = program
    process.arguments = arguments
    process.standardOutput = pipe
    try process.run()
    let output = String(decoding: pipe.fileHandleForReading.readDataToEndOfFile(), as: UTF8.self)
    process.waitUntilExit()
    return output
  }
}
