/// A table from features to 24 bits each, read where it lies.
///
/// A bucket is 16 bytes: three checks of 16 bits (0 for an empty place), three payloads of 24 bits,
/// one byte unused. A feature's hash says its bucket and its check.
package struct FeatureBuckets {
  private let base: UnsafeRawPointer
  private let count: UInt64

  package static let stride = 16
  package static let places = 3

  init(_ base: UnsafeRawPointer, count: Int) {
    self.base = base
    self.count = UInt64(truncatingIfNeeded: count)
  }

  /// Which of so many buckets a feature is in.
  @inline(__always)
  package static func bucket(_ hash: UInt64, count: UInt64) -> Int {
    Int(truncatingIfNeeded: ((hash >> 32) &* count) >> 32)
  }

  /// What tells a feature from others in its bucket; never 0.
  @inline(__always)
  package static func check(_ hash: UInt64) -> UInt64 {
    let check = hash & 0xFFFF
    return check | ((check &- 1) >> 63)
  }

  /// The first eight bytes of a feature's bucket.
  @inline(__always)
  func low(_ hash: UInt64) -> UInt64 {
    let place = base + Self.bucket(hash, count: count) &* Self.stride
    return UInt64(littleEndian: place.loadUnaligned(as: UInt64.self))
  }

  /// The payload of a feature, or what stands for its absence.
  ///
  /// There is no branch in it, and callers ask for the first bytes of all buckets before they look
  /// at any: most of the time goes into waiting for memory, and waits overlap only so.
  @inline(__always)
  func payload(_ hash: UInt64, low: UInt64, absent: UInt64) -> UInt64 {
    let place = base + Self.bucket(hash, count: count) &* Self.stride
    let high = UInt64(littleEndian: place.loadUnaligned(fromByteOffset: 8, as: UInt64.self))
    let difference = low ^ (Self.check(hash) &* 0x0001_0001_0001)
    let first = Self.mask(difference & 0xFFFF)
    let second = Self.mask(difference >> 16 & 0xFFFF)
    let third = Self.mask(difference >> 32 & 0xFFFF)
    let payload =
      (low >> 48 | high << 16) & first | high >> 8 & second | high >> 32 & third
    return payload & 0xFF_FFFF | absent & ~(first | second | third)
  }

  /// All ones for 0, else 0; the value has at most 63 bits.
  @inline(__always)
  private static func mask(_ value: UInt64) -> UInt64 { 0 &- ((value &- 1) >> 63) }
}
