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
  func actions(_ features: UnsafeBufferPointer<UInt64>) -> SIMD3<Int32> {
    var lanes: UInt64 = 0
    for feature in features {
      let payload = actions.payload(feature, absent: 0x80_8080)
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
  func tag(_ features: UnsafeBufferPointer<UInt64>) -> UInt8 {
    var (a, b, c) = (SIMD16<Int16>.zero, SIMD16<Int16>.zero, SIMD16<Int16>.zero)
    for feature in features {
      let row = Int(truncatingIfNeeded: tags.payload(feature, absent: 0)) &- 1
      guard row >= 0, row < tagRowCount else { continue }
      let place = tagRows + row &* ModelLayout.tagWidth
      a &+= Self.lanes(place, 0)
      b &+= Self.lanes(place, 16)
      c &+= Self.lanes(place, 32)
    }
    var best = (sum: Int16.min, tag: 0)
    for lane in 0..<fineTags {
      let sum = lane < 16 ? a[lane] : lane < 32 ? b[lane &- 16] : c[lane &- 32]
      if sum > best.sum { best = (sum, lane) }
    }
    return UInt8(truncatingIfNeeded: best.tag)
  }

  /// The relation whose weights have the greatest sum.
  @inline(__always)
  func label(_ features: UnsafeBufferPointer<UInt64>) -> UInt8 {
    var (a, b) = (SIMD16<Int16>.zero, SIMD16<Int16>.zero)
    for feature in features {
      let row = Int(truncatingIfNeeded: labels.payload(feature, absent: 0)) &- 1
      guard row >= 0, row < labelRowCount else { continue }
      let place = labelRows + row &* ModelLayout.labelWidth
      a &+= Self.lanes(place, 0)
      b &+= Self.lanes(place, 16)
    }
    var best = (sum: Int16.min, label: 0)
    for lane in 0..<ModelLayout.labelWidth {
      let sum = lane < 16 ? a[lane] : b[lane &- 16]
      if sum > best.sum { best = (sum, lane) }
    }
    return UInt8(truncatingIfNeeded: best.label)
  }

  @inline(__always)
  private static func lanes(_ place: UnsafeRawPointer, _ offset: Int) -> SIMD16<Int16> {
    SIMD16<Int16>(
      truncatingIfNeeded: place.loadUnaligned(fromByteOffset: offset, as: SIMD16<Int8>.self))
  }
}
