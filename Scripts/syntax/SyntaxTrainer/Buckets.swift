import Syntax

/// Which features found room in a table of buckets.
struct Buckets {
  /// For each place of each bucket, which of the kept features is there.
  private(set) var places: [Int?]
  /// The features that found room, in the order of their rows.
  private(set) var kept: [UInt64] = []

  var count: Int { places.count / FeatureBuckets.places }

  /// Fills the buckets, the strongest features first.
  ///
  /// - Parameters:
  ///   - features: the strongest first.
  ///   - count: how many buckets there are.
  init(_ features: [UInt64], count: Int) {
    places = Array(repeating: nil, count: count * FeatureBuckets.places)
    for feature in features {
      let bucket = FeatureBuckets.bucket(feature, count: UInt64(count))
      let check = FeatureBuckets.check(feature)
      let range = (bucket * FeatureBuckets.places)..<((bucket + 1) * FeatureBuckets.places)
      guard let free = range.first(where: { places[$0] == nil }),
        !range.contains(where: {
          places[$0].map { FeatureBuckets.check(kept[$0]) == check } ?? false
        })
      else { continue }
      places[free] = kept.count
      kept.append(feature)
    }
  }

  /// The buckets as bytes, with the payload of each kept feature.
  func bytes(_ payload: (Int) -> UInt32) -> [UInt8] {
    var out: [UInt8] = []
    out.reserveCapacity(count * FeatureBuckets.stride)
    for start in stride(from: 0, to: places.count, by: FeatureBuckets.places) {
      let slots = places[start..<(start + FeatureBuckets.places)]
      for slot in slots {
        let check = slot.map { FeatureBuckets.check(kept[$0]) } ?? 0
        out.append(UInt8(check & 0xFF))
        out.append(UInt8(check >> 8))
      }
      for slot in slots {
        let value = slot.map(payload) ?? 0
        for shift in [0, 8, 16] { out.append(UInt8(value >> UInt32(shift) & 0xFF)) }
      }
      out.append(0)
    }
    return out
  }
}
