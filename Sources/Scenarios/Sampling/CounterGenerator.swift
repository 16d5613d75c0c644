/// Random numbers by their position: the same seed, stream and index give the same number, whoever asks and in what
/// order.
///
/// Philox 4×32 with ten rounds (J. Salmon, M. Moraes, R. Dror and D. Shaw, Parallel random numbers: as easy as 1, 2, 3,
/// SC '11).
public struct CounterGenerator: Sendable {
  let key: (UInt32, UInt32)

  /// The least share that is drawn: half of the 42 bits' step.
  static let leastShare = 0x1p-43

  public init(seed: UInt64) {
    key = (UInt32(truncatingIfNeeded: seed), UInt32(truncatingIfNeeded: seed >> 32))
  }

  /// A number within 0 and 1, neither of them, with 53 bits.
  public func uniform(stream: UInt64, index: UInt64) -> Double {
    let block = Self.block(
      (
        UInt32(truncatingIfNeeded: index), UInt32(truncatingIfNeeded: index >> 32),
        UInt32(truncatingIfNeeded: stream), UInt32(truncatingIfNeeded: stream >> 32)
      ), key)
    let bits = UInt64(block.0) << 32 | UInt64(block.1)
    return (Double(bits >> 12) + 0.5) * 0x1p-52
  }

  /// The four words of a counter under a key.
  public static func block(
    _ counter: (UInt32, UInt32, UInt32, UInt32), _ key: (UInt32, UInt32)
  ) -> (UInt32, UInt32, UInt32, UInt32) {
    var (words, key) = (counter, key)
    for round in 0..<10 {
      if round > 0 { key = (key.0 &+ 0x9E37_79B9, key.1 &+ 0xBB67_AE85) }
      let one = UInt64(words.0) * 0xD251_1F53
      let other = UInt64(words.2) * 0xCD9E_8D57
      words = (
        UInt32(other >> 32) ^ words.1 ^ key.0, UInt32(truncatingIfNeeded: other),
        UInt32(one >> 32) ^ words.3 ^ key.1, UInt32(truncatingIfNeeded: one)
      )
    }
    return words
  }
}
