/// How many values lie where, in bins a 256th of a power of two wide.
struct ValueHistogram: Sendable {
  private var counts = Array(repeating: UInt64(0), count: bins)
  private var least = Double.infinity
  private var greatest = 0.0

  private static let bits: UInt64 = 44
  private static let base = (0x1p-10).bitPattern
  private static let bins = Int((0x1p40.bitPattern - base) >> bits)

  /// Values of more are counted as this.
  static let most = 0x1p39

  mutating func add(_ values: UnsafeBufferPointer<Double>) {
    var (low, high) = (least, greatest)
    for value in values {
      low = min(low, value)
      high = max(high, value)
    }
    (least, greatest) = (low, high)
    counts.withUnsafeMutableBufferPointer { counts in
      for value in values {
        // What is beyond the bins counts in the nearest.
        let held = min(max(value, 0x1p-10), Self.most)
        counts[Int(truncatingIfNeeded: (held.bitPattern &- Self.base) &>> Self.bits)] &+= 1
      }
    }
  }

  mutating func add(_ other: ValueHistogram) {
    for bin in counts.indices { counts[bin] += other.counts[bin] }
    least = min(least, other.least)
    greatest = max(greatest, other.greatest)
  }

  /// The value below which so many values lie, as evenly as they may in their bin.
  func value(at rank: Double) -> Double {
    var below = 0.0
    for bin in counts.indices where counts[bin] > 0 {
      let count = Double(counts[bin])
      if below + count >= rank {
        let start = Double(bitPattern: Self.base + UInt64(bin) << Self.bits)
        let end = Double(bitPattern: Self.base + UInt64(bin + 1) << Self.bits)
        let value = start + (end - start) * min(1, max(0, (rank - below) / count))
        // No value is beyond those that were counted.
        return min(max(value, least), greatest)
      }
      below += count
    }
    return .nan
  }
}
