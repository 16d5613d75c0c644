import Figures

/// What a story tells of each place and each vehicle, counted: from it is judged which journey the article is about.
struct StoryFacts: Sendable {
  /// A place, with how often each thing is told of it.
  struct PlaceFacts: Sendable {
    let place: MentionedPlace
    var counts: [EndSign: Double] = [:]
    var first = 0
  }

  /// By which an end of the main journey is known.
  enum EndSign: String, CaseIterable, Hashable, Sendable {
    case named, head, first, last, known, from, to, inside, via, bare
    case left, leftFirst = "left-first", reached, reachedLast = "reached-last", passed, stayed, goal
    case wayFrom = "way-from"
    case wayTo = "way-to"
    case headWayFrom = "head-way-from"
    case headWayTo = "head-way-to"
    case asideOnly = "aside-only"
    // Of a pair.
    case way, wayBack = "way-back", leftAndReached = "left-and-reached", close, farthest, inOrder =
      "in-order"
    case beforeFrom = "before-from"
  }

  /// By which the vehicle of the main journey is known.
  enum MeansSign: String, CaseIterable, Hashable, Sendable {
    case named, head, first, acts, actsFar = "acts-far", flying, generic, only, withEnds =
      "with-ends"
    case asideOnly = "aside-only"
    case kin, foot
  }

  private(set) var places: [PlaceFacts] = []
  private(set) var means: [(means: Means, counts: [MeansSign: Double])] = []
  private var ways: [[MentionedPlace]: Double] = [:]
  private let distance: @Sendable (MentionedPlace, MentionedPlace) -> Double?

  /// So many places are weighed at most, those named most.
  private static let mostPlaces = 12

  init(_ scenes: [Scene], distance: @escaping @Sendable (MentionedPlace, MentionedPlace) -> Double?)
  {
    self.distance = distance
    let start = scenes.first?.sentence ?? 0
    countPlaces(scenes, start)
    countMeans(scenes, start)
  }

  // MARK: Places

  private mutating func countPlaces(_ scenes: [Scene], _ start: Int) {
    let count = PlaceCount(scenes, from: start)
    ways = count.ways
    let sorted = count.facts.values.sorted {
      ($0.counts[.named] ?? 0, $1.first, $1.place.order)
        > ($1.counts[.named] ?? 0, $0.first, $0.place.order)
    }
    places = Array(sorted.prefix(Self.mostPlaces)).sorted {
      ($0.first, $0.place.order) < ($1.first, $1.place.order)
    }
    for index in places.indices {
      if index == 0 { places[index].counts[.first] = 1 }
      if index == places.count - 1 { places[index].counts[.last] = 1 }
      if places[index].place.isKnown { places[index].counts[.known] = 1 }
      places[index].counts[.asideOnly] = (places[index].counts[.asideOnly] ?? 0) < 0 ? 0 : 1
    }
  }

  /// The signs of a way that the journey may be, those of its beginning by "from", of its end by "to".
  func signs(from one: Int, to other: Int, _ farthest: Double) -> [(name: String, amount: Double)] {
    let (from, to) = (places[one], places[other])
    var signs: [(String, Double)] = []
    for (prefix, facts) in [("from", from), ("to", to)] {
      for sign in EndSign.allCases {
        if let amount = facts.counts[sign], amount > 0 {
          signs.append(("\(prefix) \(sign.rawValue)", min(3, amount)))
          signs.append(("\(prefix) any \(sign.rawValue)", 1))
        }
      }
    }
    func add(_ sign: EndSign, _ amount: Double = 1) {
      signs.append(("pair \(sign.rawValue)", amount))
    }
    if let ways = ways[[from.place, to.place]] { add(.way, min(2, ways)) }
    if ways[[to.place, from.place]] != nil { add(.wayBack) }
    if from.counts[.left] != nil, to.counts[.reached] != nil { add(.leftAndReached) }
    if from.first < to.first { add(.inOrder) }
    if let far = distance(from.place, to.place) {
      if far < 15 { add(.close) }
      if farthest > 0 { add(.farthest, far / farthest) }
    }
    return signs
  }

  var farthest: Double {
    var most = 0.0
    for (index, one) in places.enumerated() {
      for other in places.prefix(index) {
        if let far = distance(one.place, other.place), far < 18_000 { most = max(most, far) }
      }
    }
    return most
  }

  // MARK: Vehicles

  private mutating func countMeans(_ scenes: [Scene], _ start: Int) {
    var counts: [Means: [MeansSign: Double]] = [:]
    var first: Means?
    for scene in scenes {
      // In the order in which they are named, so that which is first hangs on nothing else.
      let all = (scene.means + (scene.isFlying ? [.air] : [])).reduce(into: [Means]()) {
        if !$0.contains($1) { $0.append($1) }
      }
      for means in all {
        if first == nil { first = means }
        counts[means, default: [:]][.named, default: 0] += 1
        if scene.sentence - start < 3 { counts[means, default: [:]][.head, default: 0] += 1 }
        counts[means, default: [:]][.asideOnly, default: 0] += scene.asides.isEmpty ? -100 : 0
        guard scene.asides.isEmpty else { continue }
        if scene.isFlying, means == .air { counts[means, default: [:]][.flying, default: 0] += 1 }
        if scene.actors.contains(means) {
          counts[means, default: [:]][.acts, default: 0] += 1
          let goes = scene.told.contains { $0.place?.isKnown == true } || !scene.ways.isEmpty
          if goes { counts[means, default: [:]][.actsFar, default: 0] += 1 }
        }
        if !scene.told.isEmpty { counts[means, default: [:]][.withEnds, default: 0] += 1 }
      }
    }
    for means in counts.keys.sorted(by: { $0.rawValue < $1.rawValue }) {
      var own = counts[means] ?? [:]
      own[.asideOnly] = (own[.asideOnly] ?? 0) < 0 ? 0 : 1
      if means == first { own[.first] = 1 }
      if means.mode.means == means { own[.generic] = 1 }
      if counts.keys.allSatisfy({ means.mayBe($0) }) { own[.only] = 1 }
      if means == .foot { own[.foot] = 1 }
      own[.kin] = Double(counts.keys.count { $0 != means && $0.mayBe(means) })
      self.means.append((means, own))
    }
  }

  /// The signs of a vehicle that the journey may be made by.
  func signs(of index: Int) -> [(name: String, amount: Double)] {
    MeansSign.allCases.flatMap { sign -> [(String, Double)] in
      guard let amount = means[index].counts[sign], amount > 0 else { return [] }
      return [("means \(sign.rawValue)", min(4, amount)), ("means any \(sign.rawValue)", 1)]
    }
  }
}
