/// The weights of a model while it is used: what features say together.
struct Weights {
  private let tags: FeatureBuckets
  private let tagRows: UnsafeRawPointer
  private let tagRowCount: Int
  private let actions: FeatureBuckets
  private let labels: FeatureBuckets
  private let labelRows: UnsafeRawPointer
  private let labelRowCount: Int
  private let fineTags: Int

  init(_ base: UnsafeRawPointer, _ layout: ModelLayout) {
    tags = FeatureBuckets(base + ModelLayout.headerSize, count: layout.tagBuckets)
    tagRows = base + layout.tagRowsStart
    tagRowCount = layout.tagRows
    actions = FeatureBuckets(base + layout.actionStart, count: layout.actionBuckets)
    labels = FeatureBuckets(base + layout.labelStart, count: layout.labelBuckets)
    labelRows = base + layout.labelRowsStart
    labelRowCount = layout.labelRows
    fineTags = layout.fineTags
  }

  /// The sums for shift, left and right.
  ///
  /// A payload is three weights, each with 128 added; lanes of 21 bits take the sum of 192 of them.
  @inline(__always)
  func actions(_ features: FeatureSink) -> SIMD3<Int32> {
    let lows = Self.lows(features, actions)
    var lanes: UInt64 = 0
    for index in 0..<features.count {
      let payload = actions.payload(features[index], low: lows[index], absent: 0x80_8080)
      lanes &+= (payload & 0xFF) | (payload & 0xFF00) << 13 | (payload & 0xFF_0000) << 26
    }
    let bias = Int32(truncatingIfNeeded: features.count &* 128)
    return SIMD3(
      Int32(truncatingIfNeeded: lanes & 0x1F_FFFF) &- bias,
      Int32(truncatingIfNeeded: lanes >> 21 & 0x1F_FFFF) &- bias,
      Int32(truncatingIfNeeded: lanes >> 42 & 0x1F_FFFF) &- bias)
  }

  /// The fine tag whose weights have the greatest sum.
  @inline(__always)
  func tag(_ features: FeatureSink) -> UInt8 {
    let rows = Self.rows(features, tags, tagRowCount)
    var sums = LaneSums()
    var more = LaneSums()
    var last = LaneSums()
    for row in rows {
      let place = tagRows + Int(truncatingIfNeeded: row) &* ModelLayout.tagWidth
      sums.add(place, 0)
      more.add(place, 16)
      last.add(place, 32)
    }
    var best = (sum: UInt16.min, lane: 0)
    sums.keepGreatest(&best, from: 0, below: fineTags)
    more.keepGreatest(&best, from: 16, below: fineTags)
    last.keepGreatest(&best, from: 32, below: fineTags)
    return UInt8(truncatingIfNeeded: best.lane)
  }

  /// The relation whose weights have the greatest sum.
  @inline(__always)
  func label(_ features: FeatureSink) -> UInt8 {
    let rows = Self.rows(features, labels, labelRowCount)
    var sums = LaneSums()
    var more = LaneSums()
    for row in rows {
      let place = labelRows + Int(truncatingIfNeeded: row) &* ModelLayout.labelWidth
      sums.add(place, 0)
      more.add(place, 16)
    }
    var best = (sum: UInt16.min, lane: 0)
    sums.keepGreatest(&best, from: 0, below: ModelLayout.labelWidth)
    more.keepGreatest(&best, from: 16, below: ModelLayout.labelWidth)
    return UInt8(truncatingIfNeeded: best.lane)
  }

  /// The rows of the features that have one, written over the first bytes of their buckets.
  @inline(__always)
  private static func rows(
    _ features: FeatureSink, _ buckets: FeatureBuckets, _ rowCount: Int
  ) -> UnsafeBufferPointer<UInt64> {
    let lows = lows(features, buckets)
    var count = 0
    for index in 0..<features.count {
      let row = buckets.payload(features[index], low: lows[index], absent: 0) &- 1
      lows[count] = row
      count &+= row < UInt64(truncatingIfNeeded: rowCount) ? 1 : 0
    }
    return UnsafeBufferPointer(start: lows, count: count)
  }

  /// The first bytes of every feature's bucket, in the second half of the features' scratch.
  @inline(__always)
  private static func lows(
    _ features: FeatureSink, _ buckets: FeatureBuckets
  ) -> UnsafeMutablePointer<UInt64> {
    let lows = features.scratch
    for index in 0..<features.count { lows[index] = buckets.low(features[index]) }
    return lows
  }
}

/// The sums of 16 weights over some rows; each weight counts 128 too much, all alike.
private struct LaneSums {
  private var even = SIMD8<UInt16>(repeating: 0)
  private var odd = SIMD8<UInt16>(repeating: 0)

  @inline(__always)
  mutating func add(_ place: UnsafeRawPointer, _ offset: Int) {
    let pairs =
      place.loadUnaligned(fromByteOffset: offset, as: SIMD8<UInt16>.self)
      ^ SIMD8(repeating: 0x8080)
    even &+= pairs & SIMD8(repeating: 0xFF)
    odd &+= pairs &>> SIMD8(repeating: 8)
  }

  /// Puts the lane with the greatest sum into `best` where it is greater.
  @inline(__always)
  func keepGreatest(_ best: inout (sum: UInt16, lane: Int), from first: Int, below end: Int) {
    for pair in 0..<8 {
      let lane = first &+ pair &* 2
      if even[pair] > best.sum, lane < end { best = (even[pair], lane) }
      if odd[pair] > best.sum, lane &+ 1 < end { best = (odd[pair], lane &+ 1) }
    }
  }
}
