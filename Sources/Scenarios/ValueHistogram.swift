/// How many values lie where, in bins a 256th of a power of two wide.
struct ValueHistogram: Sendable {
  private var counts = Array(repeating: UInt64(0), count: bins)

  private static let bits: UInt64 = 44
  private static let base = (0x1p-10).bitPattern
  private static let bins = Int((0x1p40.bitPattern - base) >> bits)

  mutating func add(_ values: UnsafeBufferPointer<Double>) {
    counts.withUnsafeMutableBufferPointer { counts in
      for value in values {
        // What is beyond the bins counts in the nearest.
        let held = min(max(value, 0x1p-10), 0x1p39)
        counts[Int(truncatingIfNeeded: (held.bitPattern &- Self.base) &>> Self.bits)] &+= 1
      }
    }
  }

  mutating func add(_ other: ValueHistogram) {
    for bin in counts.indices { counts[bin] += other.counts[bin] }
  }

  /// The value below which so many values lie, as evenly as they may in their bin.
  func value(at rank: Double) -> Double {
    var below = 0.0
    for bin in counts.indices where counts[bin] > 0 {
      let count = Double(counts[bin])
      if below + count >= rank {
        let start = Double(bitPattern: Self.base + UInt64(bin) << Self.bits)
        let end = Double(bitPattern: Self.base + UInt64(bin + 1) << Self.bits)
        return start + (end - start) * min(1, max(0, (rank - below) / count))
      }
      below += count
    }
    return .nan
  }
}
