import Foundation
public import Wording

/// A JSON document before it is written; object keys come out in order.
public indirect enum JSONValue: Sendable, Encodable {
  case object([String: JSONValue])
  case array([JSONValue])
  case text(String)
  case number(Double)
  case whole(Int)
  case flag(Bool)
  case null

  public func encode(to encoder: any Encoder) throws {
    switch self {
    case .object(let fields):
      var container = encoder.container(keyedBy: Key.self)
      for (name, value) in fields { try container.encode(value, forKey: Key(stringValue: name)) }
    case .array(let items):
      var container = encoder.unkeyedContainer()
      for item in items { try container.encode(item) }
    case .text(let text): try single(encoder) { try $0.encode(text) }
    case .number(let value): try single(encoder) { try $0.encode(value) }
    case .whole(let value): try single(encoder) { try $0.encode(value) }
    case .flag(let value): try single(encoder) { try $0.encode(value) }
    case .null: try single(encoder) { try $0.encodeNil() }
    }
  }

  private func single(
    _ encoder: any Encoder, _ body: (inout any SingleValueEncodingContainer) throws -> Void
  ) throws {
    var container = encoder.singleValueContainer()
    try body(&container)
  }

  private struct Key: CodingKey {
    let stringValue: String
    var intValue: Int? { nil }

    init(stringValue: String) { self.stringValue = stringValue }
    init?(intValue: Int) { nil }
  }

  /// The document as text, indented or on one line, with a line break at its end.
  public func text(isPretty: Bool = true) -> String {
    let encoder = JSONEncoder()
    encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
    if isPretty { encoder.outputFormatting.insert(.prettyPrinted) }
    guard let data = try? encoder.encode(self) else { return "null\n" }
    return String(decoding: data, as: UTF8.self) + "\n"
  }

  /// What a phrase says in English.
  public static func words(_ phrase: Phrase) -> JSONValue { .text(phrase.english) }

  /// A number, or null where it is missing or not finite.
  public static func optional(_ value: Double?) -> JSONValue {
    value.flatMap { $0.isFinite ? .number($0) : nil } ?? .null
  }

  /// A number rounded to some decimals, or null.
  public static func rounded(_ value: Double?, _ decimals: Int) -> JSONValue {
    guard let value, value.isFinite, abs(value) < 1e12 else { return .optional(value) }
    var scale = 1.0
    for _ in 0..<decimals { scale *= 10 }
    return .number((value * scale).rounded() / scale)
  }
}
