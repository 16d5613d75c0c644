import TestSupport

/// Inputs made of others: bytes changed, left out, doubled, and pieces of two put together.
struct Mutator {
  private var random: SeededGenerator
  private let inputs: [[UInt8]]
  private static let limit = 65_536
  /// What parsers stumble over.
  private static let pieces: [[UInt8]] = [
    "NaN", "inf", "1e308", "-1", "0", "9223372036854775807", "-9223372036854775808", "1e-320", "%",
    "\u{0}", "\u{FEFF}", "\u{202E}", "é", "\u{1F680}", "\n", "\r\n", "\t", ",", ";", ":", "\"", "'",
    "{", "}",
    "[", "]", "<", ">", "&", "*", "!", "#", "---", "null", "true", "2024-02-30", "24:60", "99:99",
  ].map { Array($0.utf8) }

  init(seed: UInt64, _ inputs: [[UInt8]]) {
    random = SeededGenerator(seed: seed)
    self.inputs = inputs
  }

  mutating func next() -> [UInt8] {
    var bytes = inputs.randomElement(using: &random) ?? []
    for _ in 0..<Int.random(in: 1...6, using: &random) { change(&bytes) }
    return Array(bytes.prefix(Self.limit))
  }

  private mutating func change(_ bytes: inout [UInt8]) {
    let place = Int.random(in: 0...bytes.count, using: &random)
    let end = min(bytes.count, place + Int.random(in: 1...16, using: &random))
    switch Int.random(in: 0..<7, using: &random) {
    case 0: if place < bytes.count { bytes[place] = .random(in: 0...255, using: &random) }
    case 1: if place < bytes.count { bytes[place] ^= 1 << UInt8.random(in: 0..<8, using: &random) }
    case 2: bytes.removeSubrange(place..<end)
    case 3: bytes.insert(contentsOf: bytes[place..<end], at: place)
    case 4: bytes.insert(contentsOf: Self.pieces.randomElement(using: &random) ?? [], at: place)
    case 5: bytes.removeSubrange(place...)
    default:
      guard let other = inputs.randomElement(using: &random), !other.isEmpty else { return }
      let start = Int.random(in: 0..<other.count, using: &random)
      bytes = Array(bytes[..<place]) + other[start...]
    }
  }
}
