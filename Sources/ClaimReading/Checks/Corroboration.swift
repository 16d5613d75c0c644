import Figures
import Gazetteer
import Geodesy
import Quantities

/// What the map says of a tie: a length or a time that fits the way it is tied to is likelier to be of it, and one that
/// cannot be of it was likelier tied wrongly than told wrongly, unless the words themselves name the way.
struct Corroboration: Sendable {
  /// Where a place of the gazetteer lies.
  let coordinate: @Sendable (String) -> Coordinate?
  /// Other places of a place's name.
  var namesakes: @Sendable (MentionedPlace) -> [Place] = { _ in [] }
  /// How many people live in a city or town; nil for other places.
  var inhabitants: @Sendable (String) -> Double? = { _ in nil }
  /// The places meant by those that a few words name together, in their order; nil where that is open.
  var settle: @Sendable ([MentionedPlace], TravelMode?) -> [Place]? = { _, _ in nil }
  /// How sure a tie is that the map bears out.
  static let borneOut = 0.9
  /// How sure one is at most that it does not.
  static let refuted = 0.6
  /// The reasons for which a span of time is the whole journey's; what takes so long beside it fits the map as well.
  private static let spans: Set<TieReason> = [
    .journeyTakes, .wholeOfJourney, .coversInTime, .besideLength, .durationFromAndTo,
    .durationBetweenPlaces,
  ]
  /// Shorter ways are within the error of what a name stands for.
  private static let shortest = 20.0

  enum Finding { case fits, open, cannotBe }

  /// The tie of a figure as sure as the map leaves it.
  ///
  /// - Parameters:
  ///   - strand: from where to where the journey goes that it is tied to.
  ///   - isNamed: whether the words name the way that they measure: two places, or "the voyage is so long".
  func weighed(_ figure: Figure, _ strand: Story.Strand?, isNamed: Bool) -> FigureTie {
    let tie = figure.tie
    guard tie.ties, case .quantity(let value) = figure.value,
      let straight = straight(tie, strand), straight > Self.shortest
    else { return tie }
    switch finding(value, figure, straight) {
    case .open: return tie
    case .cannotBe: return isNamed ? tie : tie.held(to: Self.refuted)
    case .fits:
      let isLength = value.unit.dimension == .distance
      let isSpan = !tie.isDoubted && tie.means != nil && Self.spans.contains(tie.reason)
      guard tie.confidence >= Self.refuted, isLength || isSpan, strand?.isGuessed != true else {
        return tie
      }
      return tie.raised(to: Self.borneOut)
    }
  }

  /// How many times as fast as such vehicles go is no mistake of a report but one of reading.
  private static let misread = 4.0

  /// Whether the map bears out the time that a whole journey is said to take: false where nothing of its kind goes nearly so
  /// fast, nil where that is open.
  func isBorneOut(_ figure: Figure, _ strand: Story.Strand?) -> Bool? {
    guard case .quantity(let value) = figure.value, value.unit.dimension == .duration,
      case .journey(nil, false) = figure.tie.target, let straight = straight(figure.tie, strand),
      straight > Self.shortest
    else { return nil }
    if finding(value, figure, straight) == .fits { return true }
    let hours = value.greatestSIValue / 3_600
    guard hours > 0 else { return nil }
    return straight / hours > Self.misread * Self.speeds(figure.tie.means).fast ? false : nil
  }

  /// Which share of the straight line of the way that it is tied to a length is at most; nil where that cannot be said.
  func shareOfStraight(_ figure: Figure, _ strand: Story.Strand?) -> Double? {
    guard figure.tie.ties, case .quantity(let value) = figure.value,
      value.unit.dimension == .distance,
      let straight = straight(figure.tie, strand), straight > Self.shortest
    else { return nil }
    return value.greatestSIValue / (straight * 1_000)
  }

  /// The share below which a length is no way's, rounded or not: what slips by a digit is more.
  static let shortestShare = 0.98
  /// The share below which a length is of something else beside the ends of a way, such as the vehicle's; estimated.
  static let leastShare = 0.09

  /// The straight line of the way that a figure is tied to, in kilometres.
  private func straight(_ tie: FigureTie, _ strand: Story.Strand?) -> Double? {
    let ends: (MentionedPlace?, MentionedPlace?) =
      switch tie.target {
      case .leg(let from, let to): (from, to)
      case .journey(nil, false): (strand?.from, strand?.to)
      default: (nil, nil)
      }
    guard let from = ends.0?.ids.first.flatMap(coordinate),
      let to = ends.1?.ids.first.flatMap(coordinate)
    else { return nil }
    return Ellipsoid.wgs84.distance(from: from, to: to).kilometers
  }

  /// How far two places lie apart in a straight line; nil where the map does not have them.
  func kilometers(_ one: MentionedPlace, _ other: MentionedPlace) -> Double? {
    guard let from = one.ids.first.flatMap(coordinate), let to = other.ids.first.flatMap(coordinate)
    else { return nil }
    return Ellipsoid.wgs84.distance(from: from, to: to).kilometers
  }

  func finding(_ value: HedgedValue, _ figure: Figure, _ straight: Double) -> Finding {
    let least = value.siValue
    let most = value.greatestSIValue
    guard least > 0, most > 0 else { return .open }
    switch value.unit.dimension {
    case .distance:
      guard figure.kinds != [.geodesic] else { return .open }
      let detour = least / 1_000 / straight
      if detour < 0.9 || detour > 4 { return .cannotBe }
      return detour >= 0.98 && detour <= Self.longestDetour(figure.tie.mode) ? .fits : .open
    case .duration:
      let (slow, fast) = Self.speeds(figure.tie.means)
      let speed = straight / (most / 3_600)
      if speed > 2 * fast || speed < slow / 3 { return .cannotBe }
      return (slow...fast).contains(speed) ? .fits : .open
    case .speed: return .open
    }
  }

  /// How many times the straight line ways of a kind are at most, as a rule.
  private static func longestDetour(_ mode: TravelMode?) -> Double {
    switch mode {
    case .air: 1.15
    case .sea: 2
    default: 1.7
    }
  }

  /// How fast vehicles of a kind come along on the straight line, stops and nights included, in kilometres per hour: the
  /// usual range, estimated.
  static func speeds(_ means: Means?) -> (slow: Double, fast: Double) {
    switch means {
    case .foot: (0.5, 6)
    case .bicycle: (2, 35)
    case .road, .car, .motorcycle, .bus, .lorry, .convoy: (10, 110)
    case .rail: (15, 270)
    case .sea, .ferry, .ship, .boat, .yacht: (4, 70)
    case .plane, .air: (150, 950)
    case .helicopter: (60, 280)
    case nil: (1, 950)
    }
  }
}
