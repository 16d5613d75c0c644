/// The gauges of a survey and the sets in which they are laid, as bits.
struct GaugeTable {
  let gauges: [Gauge]
  /// By set, the gauges of trains that can run on it.
  private(set) var masks: [UInt64] = []
  /// By set, the gauges that are laid.
  private(set) var laid: [UInt64] = []
  private let indices: [[Gauge]: UInt8]

  init(_ survey: TrackSurvey) {
    // More gauges than there are bits for: those laid most often are kept, and track of another counts as
    // unknown.
    var uses: [Gauge: Int] = [:]
    for track in survey.tracks {
      for gauge in survey.attributes[track.attributes].gauges { uses[gauge, default: 0] += 1 }
    }
    let common = uses.sorted { ($1.value, $0.key) < ($0.value, $1.key) }.prefix(63)
    gauges = common.map(\.key).sorted()
    // The first set is that of track of which nobody says its gauge.
    let known = Set(survey.attributes.map(\.gauges)).subtracting([[]])
    let sets = [[]] + known.sorted { $0.lexicographicallyPrecedes($1) }.prefix(254)
    indices = Dictionary(
      sets.enumerated().map { ($1, UInt8(clamping: $0)) }, uniquingKeysWith: { first, _ in first })
    for set in sets {
      func bits(_ set: [Gauge]) -> UInt64 {
        set.reduce(0) { mask, gauge in
          gauges.firstIndex(of: gauge).map { mask | 1 << UInt64($0) } ?? mask
        }
      }
      let mask = bits(set + set.flatMap(\.runsThrough))
      laid.append(bits(set))
      // Nobody says: every gauge may be there.
      masks.append(mask == 0 ? .max : mask)
    }
  }

  func index(of gauges: [Gauge]) -> UInt8 { indices[gauges] ?? 0 }
}
