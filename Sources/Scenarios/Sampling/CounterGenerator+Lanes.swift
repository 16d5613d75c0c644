extension CounterGenerator {
  /// Four lanes of 32 bits each in the lower half of 64.
  typealias Lanes = SIMD4<UInt64>

  /// Three numbers within 0 and 1 with 42 bits each, for four samples at once: those of the blocks at stream 0 and the
  /// indices from `index` on.
  ///
  /// The first has its upper 32 bits from the first word of a block, the second from the second, the third from the
  /// third; their lower ten bits are the tens of the fourth word.
  @inline(__always)
  func triples(from index: UInt64) -> (SIMD4<Double>, SIMD4<Double>, SIMD4<Double>) {
    let words = lanes(from: index)
    let ten = Lanes(repeating: 0x3FF)
    return (
      Self.shares(words.0, words.3 & ten), Self.shares(words.1, (words.3 &>> 10) & ten),
      Self.shares(words.2, (words.3 &>> 20) & ten)
    )
  }

  /// The blocks of four indices in a row, word by word.
  @inline(__always)
  func lanes(from index: UInt64) -> (Lanes, Lanes, Lanes, Lanes) {
    let low = Lanes(repeating: 0xFFFF_FFFF)
    let indices = Lanes(repeating: index) &+ Lanes(0, 1, 2, 3)
    var words = (indices & low, indices &>> 32, Lanes.zero, Lanes.zero)
    var (first, second) = (UInt64(key.0), UInt64(key.1))
    for _ in 0..<10 {
      let one = (words.0 & low) &* Lanes(repeating: 0xD251_1F53)
      let other = (words.2 & low) &* Lanes(repeating: 0xCD9E_8D57)
      words = (
        (other &>> 32) ^ words.1 ^ Lanes(repeating: first), other & low,
        (one &>> 32) ^ words.3 ^ Lanes(repeating: second), one & low
      )
      first = (first &+ 0x9E37_79B9) & 0xFFFF_FFFF
      second = (second &+ 0xBB67_AE85) & 0xFFFF_FFFF
    }
    return words
  }

  /// The middle of each of 2⁴² steps from 0 to 1.
  @inline(__always)
  private static func shares(_ upper: Lanes, _ lower: Lanes) -> SIMD4<Double> {
    let one = Lanes(repeating: (1.0).bitPattern)
    let mantissa = (upper &<< 20) | (lower &<< 10) | Lanes(repeating: 1 << 9)
    return unsafeBitCast(one | mantissa, to: SIMD4<Double>.self) - 1
  }
}
