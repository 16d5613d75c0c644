/// A place that the features of one decision are written to, each as a number of 64 bits.
///
/// Templates are told apart by their order, so every decision of one kind writes them all, and in
/// the same order. Training and parsing share this code, so that features are defined once.
package struct FeatureSink {
  private let base: UnsafeMutablePointer<UInt64>
  private(set) package var count: Int = 0

  /// The most features of a decision, and how much room they and their scratch need.
  package static let most = 192
  package static let capacity = 2 * most

  /// - Parameter base: room for `capacity` numbers.
  package init(_ base: UnsafeMutablePointer<UInt64>) { self.base = base }

  @inline(__always)
  subscript(index: Int) -> UInt64 { base[index] }

  /// As much room again as features have.
  @inline(__always)
  var scratch: UnsafeMutablePointer<UInt64> { base + Self.most }

  @inline(__always)
  mutating func add(_ a: UInt32, _ b: UInt32 = 0, _ c: UInt32 = 0, _ d: UInt32 = 0) {
    var hash = UInt64(a) &* 0x9E37_79B9_7F4A_7C15
    hash &+= UInt64(b) &* 0xC2B2_AE3D_27D4_EB4F
    hash &+= UInt64(c) &* 0xD6E8_FEB8_6659_FD93
    hash &+= UInt64(d) &* 0xA076_1D64_78BD_642F
    hash &+= UInt64(truncatingIfNeeded: count &+ 1) &* 0xE703_7ED1_A0B4_28DB
    hash ^= hash >> 32
    hash = hash &* 0x94D0_49BB_1331_11EB
    hash ^= hash >> 29
    base[count] = hash
    count &+= 1
  }
}
