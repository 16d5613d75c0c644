import Travel
public import Casework
public import Claims
import Flights
public import Plausibility

/// Something that is asked of every scenario.
public struct Measure: Hashable, Sendable {
  enum Kind: Hashable, Sendable {
    /// Whether everything that is stated can hold.
    case verdict
    case claimVerdict(Claim.ID)
    /// Whether claims can hold together with all facts.
    case possible([Claim.ID])
    /// When an event can have been.
    case window(EventReference)
    /// How long the way of a leg usually takes.
    case running(Circumstances.LegID)
  }

  /// As it was asked, such as `verdict.twenty-hours`.
  public let name: String
  /// By whose clocks its moments are told.
  public let zone: String
  let kind: Kind
  /// What its answers are.
  public let form: Form

  public enum Form: Hashable, Sendable { case word, moments, seconds }

  /// What a scenario answers.
  public enum Answer: Hashable, Sendable {
    case word(AnswerWord)
    /// Seconds since 1970.
    case moments(Bounds)
    /// Seconds.
    case seconds(Bounds)
    /// Nothing: the scenario contradicts itself.
    case none
  }

  /// - Parameters:
  ///   - text: the measure as it is written, such as `arrival.vladivostok`
  ///   - model: the case whose claims and stops it names.
  /// - Throws: `ScenarioError` with what may be asked.
  public init(parsing text: String, _ model: CaseModel) throws(ScenarioError) {
    let kind = try Self.kind(text, model)
    name = text
    self.kind = kind
    switch kind {
    case .verdict, .claimVerdict, .possible: (form, zone) = (.word, "UTC")
    case .window(let event): (form, zone) = (.moments, model.zones(of: event).first ?? "UTC")
    case .running: (form, zone) = (.seconds, "UTC")
    }
  }

  private static func kind(
    _ text: String, _ model: CaseModel
  ) throws(ScenarioError) -> Kind {
    if text == "verdict" { return .verdict }
    let parts = text.split(separator: ".", maxSplits: 1, omittingEmptySubsequences: false)
    let form =
      "ask for verdict, verdict.CLAIM, possible.CLAIM+CLAIM, arrival.STOP, departure.STOP or running.START-END"
    guard parts.count == 2 else { throw ScenarioError("'\(text)': \(form)") }
    let rest = String(parts[1])
    switch parts[0] {
    case "verdict": return .claimVerdict(try model.claim(rest))
    case "possible":
      guard !rest.isEmpty else { throw ScenarioError("'\(text)': name the claims, A+B") }
      return .possible(
        try rest.split(separator: "+").map { name throws(ScenarioError) in
          try model.claim(String(name))
        })
    case "arrival": return .window(try model.event(rest, .arrival))
    case "departure": return .window(try model.event(rest, .departure))
    case "running": return .running(try model.leg(rest))
    default: throw ScenarioError("'\(text)': \(form)")
    }
  }

  /// The event whose moment it asks for.
  var event: EventReference? {
    if case .window(let event) = kind { event } else { nil }
  }

  /// What is to be known of which statements can hold together to answer measures; nil where nothing is.
  static func knownSets(
    for measures: [Measure], _ outcome: CaseOutcome, believing believed: [Claim.ID]?,
    like similar: KnownSets? = nil
  ) -> KnownSets? {
    let claims = measures.compactMap { measure -> Claim.ID? in
      if case .claimVerdict(let claim) = measure.kind { claim } else { nil }
    }
    let events = believed == nil ? measures.compactMap(\.event) : []
    guard !claims.isEmpty || !events.isEmpty else { return nil }
    return outcome.knownSets(bearingOn: claims, events, like: similar)
  }

  /// - Parameters:
  ///   - believed: the claims that are believed; nil for all that nothing disputes.
  ///   - known: which statements can hold together, where that is needed and was asked before.
  func answer(
    _ outcome: CaseOutcome, believing believed: [Claim.ID]?, _ known: KnownSets? = nil
  ) -> Answer {
    func sets() -> KnownSets? {
      known ?? Measure.knownSets(for: [self], outcome, believing: believed)
    }
    switch kind {
    case .verdict:
      return .word(.verdict(outcome.canAllHold))
    case .claimVerdict(let claim):
      // Of what cannot be gone at all no claim is to be judged.
      guard !outcome.isOutOfReach else { return .none }
      let verdict = sets().flatMap { outcome.verdict(of: claim, $0) }
      return .word(.claimVerdict(verdict ?? .untested))
    case .possible(let claims):
      return .word(.possible(outcome.canHold(claims)))
    case .window(let event):
      let bounds =
        if let believed {
          outcome.window(of: event, believing: believed)
        } else {
          sets().flatMap { outcome.window(of: event, $0) }
        }
      return bounds.map { .moments($0.bounds) } ?? .none
    case .running(let id):
      let itinerary = outcome.itineraries.first { $0.journey.id == id.journey }
      let leg = itinerary?.legs[id.index]
      guard let time = leg?.run?.likely ?? leg?.flight?.airborne else { return .none }
      return .seconds(Bounds(time.lowerBound, time.upperBound))
    }
  }
}

extension CaseModel {
  /// The claim of a name.
  public func claim(_ name: String) throws(ScenarioError) -> Claim.ID {
    if let claim = caseFile.claims.first(where: { $0.id.text == name }) { return claim.id }
    let near = caseFile.claims.map(\.id.text).sorted {
      ($0.difference(from: name).count, $0) < ($1.difference(from: name).count, $1)
    }
    throw ScenarioError(
      "the case has no claim '\(name)'; the nearest are \(near.prefix(3).joined(separator: ", "))")
  }

  /// What happens at a stop, `STOP` or `JOURNEY.STOP`.
  func event(_ name: String, _ kind: EventKind) throws(ScenarioError) -> EventReference {
    let stops = caseFile.journeys.flatMap { journey in
      journey.stops.map { (journey: journey.id, stop: $0.id) }
    }
    let found = stops.filter { name == $0.stop || name == "\($0.journey).\($0.stop)" }
    guard let only = found.first, found.count == 1 else {
      let names = (found.isEmpty ? stops : found).map { "\($0.journey).\($0.stop)" }
      throw ScenarioError(
        "'\(name)' is \(found.isEmpty ? "no stop" : "a stop of several journeys"); there are "
          + names.joined(separator: ", "))
    }
    return .stop(journey: only.journey, stop: only.stop, kind: kind)
  }

  /// The leg between two stops, `START-END` or `JOURNEY.START-END`.
  func leg(_ name: String) throws(ScenarioError) -> Circumstances.LegID {
    let legs = itineraries.flatMap { itinerary in
      itinerary.legs.enumerated().map { index, leg in
        (
          name: "\(leg.start.id)-\(leg.end.id)", journey: itinerary.journey.id,
          id: Circumstances.LegID(journey: itinerary.journey.id, index: index)
        )
      }
    }
    let found = legs.filter { name == $0.name || name == "\($0.journey).\($0.name)" }
    guard let only = found.first, found.count == 1 else {
      throw ScenarioError(
        "'\(name)' is no leg; there are "
          + legs.map { "\($0.journey).\($0.name)" }.joined(separator: ", "))
    }
    return only.id
  }
}
