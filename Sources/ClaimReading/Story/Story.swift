import Figures
import Quantities

/// What an article tells of journeys: which clause is of which, and from where to where each goes.
///
/// A journey of its own is what has a vehicle of its own and something that it did, and the way back. What an article only
/// names beside, such as how long one flies, is none.
struct Story {
  /// A journey told, as far as the article says.
  struct Strand {
    var means: Means?
    var from: MentionedPlace?
    var to: MentionedPlace?
    /// Whether an end is told by no verb and no way, and only named.
    var isGuessed = false
    /// How sure both are, from 0 to 1.
    var share = 1.0
  }

  /// In the text's order, without gaps.
  private(set) var scenes: [Scene]
  /// By the number that scenes have; the first is what the article is about, every second one the way back.
  private(set) var strands: [Strand] = []

  /// Whether all vehicles that the article names may be one.
  private(set) var isPlain = false

  /// How sure it is by what the main journey is made, from 0 to 1.
  private(set) var meansShare = 1.0

  /// What it tells of each place and each vehicle.
  let facts: StoryFacts

  init(_ scenes: [Scene], facts: StoryFacts, by weights: StoryWeights?) {
    (self.scenes, self.facts) = (scenes, facts)
    let main = weights?.means(facts)
    let groups = Self.led(by: main?.means, Self.groups(scenes))
    strands = groups.flatMap { [Strand(means: $0), Strand(means: $0)] }
    if strands.isEmpty { strands = [Strand(), Strand()] }
    let named = Set(scenes.flatMap(\.means))
    isPlain = named.allSatisfy { one in named.allSatisfy(one.mayBe) }
    assign(groups)
    for index in strands.indices { setEnds(of: index) }
    if weights != nil, main == nil { strands[0].means = nil }
    meansShare = main?.share ?? 1
    if weights == nil, !isPlain, !isNamedWithItsEnds { strands[0].means = nil }
    guessEnds()
    if let ends = weights?.ends(facts) { settle(ends) }
    for index in stride(from: 0, to: strands.count, by: 2) { turn(index) }
  }

  /// The groups with the one first that a vehicle is of.
  private static func led(by means: Means?, _ groups: [Means]) -> [Means] {
    guard let means else { return groups }
    guard let index = groups.firstIndex(where: { $0.mayBe(means) }) else { return [means] + groups }
    let first = groups[index].mode.means == groups[index] ? means : groups[index]
    return [first] + groups.filter { !$0.mayBe(means) }
  }

  /// The main journey goes where what is told of all places says.
  private mutating func settle(
    _ ends: (from: MentionedPlace, to: MentionedPlace, share: Double)
  ) {
    let own = strands[0]
    let isTold = own.from == ends.from && own.to == ends.to
    (strands[0].from, strands[0].to) = (ends.from, ends.to)
    strands[0].isGuessed = isTold ? own.isGuessed : true
    strands[0].share = ends.share
  }

  /// The scene that a token stands in.
  func scene(at token: Int) -> Scene? {
    var (low, high) = (0, scenes.count - 1)
    while low <= high {
      let middle = (low + high) / 2
      if scenes[middle].tokens.contains(token) { return scenes[middle] }
      if scenes[middle].tokens.upperBound <= token { low = middle + 1 } else { high = middle - 1 }
    }
    return nil
  }

  /// The place where a journey was last, before a token.
  func lastPlace(before token: Int, of strand: Int) -> MentionedPlace? {
    for scene in scenes.reversed() where scene.tokens.lowerBound < token && scene.strand == strand {
      let told = scene.told.last {
        $0.token < token && $0.place?.isKnown == true && $0.event != .departure
      }
      if let place = told?.place { return place }
    }
    return nil
  }

  // MARK: Vehicles

  /// The vehicles that did something, what may be one vehicle put together, the one told of most first.
  private static func groups(_ scenes: [Scene]) -> [Means] {
    var weights: [Means: Int] = [:]
    var acts: Set<Means> = []
    let first = scenes.first?.sentence ?? 0
    for scene in scenes where scene.asides.isEmpty {
      // What an article is about is named at its head, and goes from place to place.
      let head = scene.sentence - first < 4 ? 2 : 0
      let goes = scene.told.contains { $0.place?.isKnown == true } || !scene.ways.isEmpty
      for means in Set(scene.means) { weights[means, default: 0] += 2 + head }
      for means in scene.actors {
        weights[means, default: 0] += goes ? 6 : 2
        if goes { acts.insert(means) }
      }
      if scene.isFlying { weights[.air, default: 0] += goes ? 3 : 1 }
    }
    let flying = weights.keys.filter { $0.mode == .air && $0 != .air }
    if !flying.isEmpty { acts.formUnion(acts.contains { $0.mode == .air } ? [.air] : []) }
    if scenes.contains(where: \.isFlying), acts.isEmpty { acts.insert(.air) }
    let sorted = weights.sorted { ($1.value, $0.key.rawValue) < ($0.value, $1.key.rawValue) }
    var groups: [Means] = []
    for (means, _) in sorted where !groups.contains(where: { $0.mayBe(means) }) {
      if acts.contains(means) { groups.append(named(means, weights)) }
    }
    // One vehicle alone is named, though no verb is said of it: "set out via his train".
    if groups.isEmpty, let main = sorted.first?.key, weights.keys.allSatisfy(main.mayBe) {
      return [main]
    }
    return groups
  }

  /// A "convoy" that may be a train or a column of lorries is what the article calls it besides.
  private static func named(_ means: Means, _ weights: [Means: Int]) -> Means {
    guard means == .convoy else { return means }
    let other = weights.filter { $0.key != .convoy && means.mayBe($0.key) && $0.key.mode != .road }
    return other.max { ($0.value, $1.key.rawValue) < ($1.value, $0.key.rawValue) }?.key ?? means
  }

  private mutating func assign(_ groups: [Means]) {
    var current = 0
    var back = -1
    var sentence = -1
    var isBeside = false
    for index in scenes.indices {
      let scene = scenes[index]
      if scene.sentence != sentence { isBeside = false }
      sentence = scene.sentence
      if scene.isBack { back = scene.paragraph }
      if !scene.means.isEmpty {
        let own = groups.indices.filter { group in
          scene.means.contains { groups[group].mayBe($0) }
        }
        if let group = own.contains(current) ? current : own.first {
          (current, isBeside) = (group, false)
        } else {
          isBeside = !groups.isEmpty
        }
      }
      scenes[index].strand = isBeside ? nil : 2 * current + (back == scene.paragraph ? 1 : 0)
    }
  }

  // MARK: Ends

  private mutating func setEnds(of strand: Int) {
    let own = scenes.filter { $0.strand == strand && $0.asides.isEmpty }
    let told = own.flatMap(\.told)
    // What the gazetteer knows goes before a quay or a square that it does not.
    func places(_ events: Set<ReportedEvent>) -> [MentionedPlace] {
      let all = told.filter { events.contains($0.event) }.compactMap(\.place)
      let known = all.filter(\.isKnown)
      return known.isEmpty ? all : known
    }
    let ways =
      own.filter { !$0.told.isEmpty || !$0.means.isEmpty || $0.namesJourney }.flatMap(\.ways)
      + own.filter { $0.told.isEmpty && $0.means.isEmpty && !$0.namesJourney }.flatMap(\.ways)
    let goals = own.flatMap(\.goals)
    let from = places([.departure, .takeOff]).first ?? ways.first?.from
    let arrivals = places([.arrival, .landing])
    let way = ways.first { from == nil || $0.from == from }
    let to =
      arrivals.last { $0 != from && $0 == way?.to } ?? way?.to ?? arrivals.last { $0 != from }
      ?? goals.first { $0 != from } ?? ways.last { $0.to != from }?.to ?? arrivals.last
    strands[strand].from = from ?? way?.from
    strands[strand].to = to
  }

  /// Whether the first vehicle is named at the article's head, or where it is told how its journey began or ended: one
  /// that is named on the way only may be anybody's.
  private var isNamedWithItsEnds: Bool {
    let (own, first) = (strands[0], scenes.first?.sentence ?? 0)
    let ends = [own.from, own.to].compactMap(\.self)
    return scenes.contains { scene in
      guard let means = own.means, scene.asides.isEmpty,
        scene.means.contains(where: { means.mayBe($0) })
      else { return false }
      return scene.sentence - first < 3
        || scene.places.contains { place in ends.contains(place.place) }
    }
  }

  /// Where nothing says so in so many words: the first place with "from" and the place with "to" that is named most.
  private mutating func guessEnds() {
    let named = scenes.filter(\.asides.isEmpty).flatMap(\.places).filter(\.place.isKnown)
    if strands[0].from == nil,
      let from = named.first(where: { $0.preposition == .from && $0.place != strands[0].to })
    {
      (strands[0].from, strands[0].isGuessed) = (from.place, true)
    }
    guard strands[0].to == nil else { return }
    var counts: [MentionedPlace: Int] = [:]
    for (place, preposition) in named where place != strands[0].from {
      counts[place, default: 0] += preposition == .to ? 3 : 1
    }
    let to = counts.max { ($0.value, $1.key.order) < ($1.value, $0.key.order) }
    if let to { (strands[0].to, strands[0].isGuessed) = (to.key, true) }
  }

  /// The way back is the way there, turned round, where it is not told otherwise.
  private mutating func turn(_ index: Int) {
    let (there, back) = (strands[index], strands[index + 1])
    strands[index + 1].from = back.from ?? (back.to == there.to ? nil : there.to)
    strands[index + 1].to = back.to ?? (back.from == there.from ? nil : there.from)
    if there.from == nil { strands[index].from = back.to }
    if there.to == nil { strands[index].to = back.from }
  }
}
