import Travel
import Claims
import Gazetteer
import Plausibility
public import Quantities
import PositionTracks
import Railways
import TrainMotion
public import Wording

/// Turns claims, measured ways and physics into members and laws.
struct Assembly: CaseContextual {
  let context: CaseContext
  /// What is taken to be otherwise than it says.
  let circumstances: Circumstances
  var members: [Member] = []
  var laws: [Constraint] = []
  /// What each quantity is called, and what each member says.
  var titles = Titles()
  private var measured: Set<QuantityID> = []
  /// Distances between places, as far as they were measured before.
  private(set) var distances: [QuantityID: TypedDistance]

  init(
    _ context: CaseContext, circumstances: Circumstances = Circumstances(),
    distances: [QuantityID: TypedDistance] = [:]
  ) {
    self.context = context
    self.circumstances = circumstances
    self.distances = distances
  }

  mutating func assemble() -> ConstraintSystem {
    for itinerary in itineraries { addJourney(itinerary) }
    openFlights()
    for claim in caseFile.claims where !circumstances.disbelieved.contains(claim.id) {
      addClaim(claim)
    }
    for itinerary in itineraries {
      addBindings(of: itinerary)
      addOrderOfSightings(itinerary)
    }
    if circumstances.leavesOutEstimates {
      members.removeAll { $0.origin == .estimate && $0.strength == .soft }
    }
    return ConstraintSystem(members: members, laws: laws)
  }

  /// The variable for a distance between two places, with what is known about it, added once.
  mutating func measured(
    _ kind: DistanceKind, from start: Place, to end: Place
  ) -> QuantityID? {
    let quantity = QuantityID.distance(
      kind, min(start.id, end.id).text, max(start.id, end.id).text)
    guard measured.insert(quantity).inserted else { return quantity }
    if kind != .geodesic, start.isBeside(end) {
      // How far a round trip goes its ends do not say.
      titles[quantity] = "\(kind.words) from \(term: start.shortName) and back"
      return quantity
    }
    guard let known = distances[quantity] ?? world.distance(kind, from: start, to: end) else {
      measured.remove(quantity)
      return nil
    }
    distances[quantity] = known
    let title: Phrase = "\(kind.words) from \(term: start.shortName) to \(term: end.shortName)"
    titles[quantity] = title
    // Which way is meant is an assumption where its length was measured and not published for the line.
    let origin: Origin =
      kind == .geodesic
      ? .physics
      : known.course?.isMeasured == true && !known.isEstimate ? .assumption : .estimate
    add(
      Testimony(
        id: .value(quantity), origin: origin, strength: known.isHard ? .hard : .soft,
        words: "\(title): \(known.basis)",
        value: .within(quantity, known.judged.claimed)))
    if kind != .geodesic, let straight = measured(.geodesic, from: start, to: end) {
      laws.append(.atLeast(quantity, straight))
    }
    return quantity
  }
}

extension Place {
  /// In metres: a journey that ends so near its beginning went round.
  private static let beside = 1_000.0

  /// Whether a way from here to another place says nothing of how far it went, for it may have gone anywhere between.
  func isBeside(_ other: Place) -> Bool {
    id == other.id || (geodesic(to: other)?.upper?.meters ?? .infinity) <= Self.beside
  }
}

extension DistanceKind {
  /// The kind as a report says it.
  public var words: Phrase {
    switch self {
    case .geodesic: "the straight-line distance"
    case .track: "the distance by rail"
    case .tariff: "the tariff distance"
    case .road: "the distance by road"
    case .sea: "the distance by sea"
    case .flown: "the flown distance"
    }
  }
}

extension Interval<Distance> {
  /// The interval in metres as the engine takes it.
  var claimed: ClaimedInterval {
    ClaimedInterval(lower: lower?.meters, upper: upper?.meters, shape: .twoSided)
  }
}
