public import Casework
import Claims
import Gazetteer
import Quantities

/// Everything in a case that could be otherwise.
public struct ParameterList: Sendable {
  public let parameters: [Parameter]

  /// The parameter of a path.
  ///
  /// - Throws: `ScenarioError` with the nearest paths there are.
  public func parameter(_ path: String) throws(ScenarioError) -> Parameter {
    if let known = parameters.first(where: { $0.path == path }) { return known }
    let near = parameters.map { (path: $0.path, edits: $0.path.difference(from: path).count) }
      .sorted { ($0.edits, $0.path) < ($1.edits, $1.path) }
    let names = near.prefix(3).map { "'\($0.path)'" }.joined(separator: ", ")
    throw ScenarioError(
      parameters.isEmpty
        ? "nothing in this case can be varied"
        : "the case has no parameter '\(path)'; the nearest are \(names); --list shows all")
  }

  public init(_ model: CaseModel) {
    var parameters: [Parameter] = []
    let isAlone = model.itineraries.count == 1
    for itinerary in model.itineraries {
      let prefix = isAlone ? "" : "\(itinerary.journey.id)."
      parameters += Self.parameters(of: itinerary, prefix, model)
    }
    for claim in model.caseFile.claims { parameters += Self.parameters(of: claim, model) }
    // A path that would name two things names none.
    let counts = Dictionary(grouping: parameters, by: \.path).mapValues(\.count)
    self.parameters = parameters.filter { counts[$0.path] == 1 }
  }

  // MARK: Journeys

  private static func parameters(
    of itinerary: Itinerary, _ prefix: String, _ model: CaseModel
  ) -> [Parameter] {
    let journey = itinerary.journey
    var found: [Parameter] = []
    if let first = itinerary.places.first, let zone = first.zones.first {
      let clock = Parameter.Dimension.Clock(
        zone: zone, date: journey.date.map { "\($0)" })
      found.append(
        Parameter(
          path: "\(prefix)departure", dimension: .moment(clock), current: "",
          source: "as claims leave it; by the clocks of \(first.name)",
          target: .departure(journey.id)))
    }
    guard journey.mode != .air else { return found }
    let ceiling = model.ceiling(of: journey)
    found.append(
      Parameter(
        path: "\(prefix)\(journey.mode.vehicleWord).max_speed", dimension: .speed,
        current: ceiling.map { "\(($0.speed * 36).rounded() / 10) km/h" } ?? "",
        source: ceiling?.source ?? "no ceiling is known", target: .ceiling(journey.id)))
    for (index, leg) in itinerary.legs.enumerated() {
      found += parameters(of: leg, index, journey, prefix)
    }
    for stop in journey.stops.dropFirst().dropLast() {
      found.append(
        Parameter(
          path: "\(prefix)stop.\(stop.id).stay", dimension: .duration, current: "",
          source: "at the least; "
            + (stop.procedures.isEmpty ? "nothing is known" : "what is done there"),
          target: .stay(Circumstances.StopID(journey: journey.id, stop: stop.id))))
    }
    return found
  }

  private static func parameters(
    of leg: Leg, _ index: Int, _ journey: Journey, _ prefix: String
  ) -> [Parameter] {
    var found: [Parameter] = []
    if let way = leg.way {
      found.append(
        Parameter(
          path: "\(prefix)leg.\(leg.start.id)-\(leg.end.id).distance", dimension: .distance,
          current: "\((way.central.kilometers * 10).rounded() / 10) km", source: way.basis,
          target: .way(Circumstances.LegID(journey: journey.id, index: index))))
    }
    for entry in leg.run?.ledger ?? [] {
      guard let place = entry.gaugeBreak else { continue }
      let name = place.text.split(separator: "-", maxSplits: 1).last.map(String.init) ?? place.text
      let hours = [entry.time.lowerBound, entry.time.upperBound].map {
        "\(($0 / 360).rounded() / 10)"
      }
      found.append(
        Parameter(
          path: "\(prefix)stop.\(name).gauge_change", dimension: .duration,
          current: "\(hours[0]) to \(hours[1]) h", source: entry.basis,
          target: .gaugeChange(place)))
    }
    return found
  }

  // MARK: Claims

  private static func parameters(of claim: Claim, _ model: CaseModel) -> [Parameter] {
    let path = "claim.\(claim.id)"
    var found: [Parameter] = []
    func number(_ value: HedgedValue, _ dimension: Parameter.Dimension) {
      found.append(
        Parameter(
          path: "\(path).value", dimension: dimension,
          current: "\(value.number.value) \(value.unit.symbol)", source: "“\(claim.quote)”",
          target: .number(claim.id, unitSize: value.unit.siSize)))
    }
    switch claim.subject {
    case .distance(let value, _, _, _): number(value, .distance)
    case .duration(let value, _, _): number(value, .duration)
    case .speed(let value, _): number(value, .speed)
    case .time(let expression, let event, let zones):
      let known = zones.isEmpty ? model.zones(of: event) : zones
      if expression.zone == nil, !known.isEmpty {
        found.append(
          Parameter(
            path: "\(path).zone", dimension: .choice(known),
            current: known.joined(separator: " or "), source: "“\(claim.quote)”",
            target: .zone(claim.id)))
      }
    case .gauge, .mode, .route, .sighting, .track: break
    }
    found.append(
      Parameter(
        path: "\(path).believed", dimension: .choice(["yes", "no"]), current: "yes",
        source: "the case", target: .belief(claim.id)))
    return found
  }
}

extension TravelMode {
  fileprivate var vehicleWord: String {
    switch self {
    case .rail: "train"
    case .road: "car"
    case .sea: "ship"
    case .air: "air"
    }
  }
}
