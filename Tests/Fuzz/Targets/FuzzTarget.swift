import Foundation

/// A reader that takes bytes from anywhere: whatever they are, it answers or refuses, in bounded time, and does not crash.
public struct FuzzTarget: Sendable {
  /// Also the name of its folder of the corpus.
  public let name: String
  private let read: @Sendable ([UInt8]) throws -> Void

  init(_ name: String, _ read: @escaping @Sendable ([UInt8]) throws -> Void) {
    (self.name, self.read) = (name, read)
  }

  /// Reads bytes; a refusal is an answer like any other.
  public func run(_ bytes: [UInt8]) { try? read(bytes) }

  public static let all =
    caseTargets + articleTargets + tableTargets + networkTargets + scenarioTargets

  public static func named(_ name: String) -> FuzzTarget? { all.first { $0.name == name } }

  /// What must hold of every answer does not: the input is kept as a find.
  static func violated(_ law: String) -> Never { fatalError(law) }

  /// Lets a body read bytes as a file whose name ends so, and removes it.
  static func withFile(_ bytes: [UInt8], _ ending: String, _ body: (String) throws -> Void) throws {
    let path = FileManager.default.temporaryDirectory
      .appendingPathComponent("wayproof-fuzz-\(ProcessInfo.processInfo.processIdentifier)\(ending)")
      .path
    defer { try? FileManager.default.removeItem(atPath: path) }
    try Data(bytes).write(to: URL(fileURLWithPath: path))
    try body(path)
  }
}
