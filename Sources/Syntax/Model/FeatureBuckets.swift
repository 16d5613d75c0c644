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
    return check == 0 ? 1 : check
  }

  /// The payload of a feature, or what stands for its absence.
  @inline(__always)
  func payload(_ hash: UInt64, absent: UInt64) -> UInt64 {
    let place = base + Self.bucket(hash, count: count) &* Self.stride
    let low = UInt64(littleEndian: place.loadUnaligned(as: UInt64.self))
    let high = UInt64(littleEndian: place.loadUnaligned(fromByteOffset: 8, as: UInt64.self))
    let difference = low ^ (Self.check(hash) &* 0x0001_0001_0001)
    var payload = absent
    if difference & 0xFFFF == 0 { payload = low >> 48 | (high & 0xFF) << 16 }
    if difference & 0xFFFF_0000 == 0 { payload = high >> 8 & 0xFF_FFFF }
    if difference & 0xFFFF_0000_0000 == 0 { payload = high >> 32 & 0xFF_FFFF }
    return payload
  }
}
