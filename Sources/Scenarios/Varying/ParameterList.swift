import Travel
public import Casework
import Claims
import Flights
import Gazetteer
import Quantities
import TrainMotion
import Wording

/// Everything in a case that could be otherwise.
public struct ParameterList: Sendable {
  public let parameters: [CaseParameter]
  let model: CaseModel

  /// The parameter of a path.
  ///
  /// - Throws: `ScenarioError` with the nearest paths there are.
  public func parameter(_ path: String) throws(ScenarioError) -> CaseParameter {
    if let known = parameters.first(where: { $0.path == path }) { return known }
    let near = parameters.map { (path: $0.path, edits: $0.path.difference(from: path).count) }
      .sorted { ($0.edits, $0.path) < ($1.edits, $1.path) }
    let names = near.prefix(3).map { "'\($0.path)'" }.joined(separator: ", ")
    throw ScenarioError(
      parameters.isEmpty
        ? "nothing in this case can be varied"
        : "the case has no parameter '\(path)'; the nearest are \(names); a list of all can be asked for"
    )
  }

  /// - Throws: `ScenarioError` where a name stands for no one place.
  func checkPlace(_ name: String) throws(ScenarioError) {
    if let problem = model.problem(ofPlace: name) { throw ScenarioError(problem) }
  }

  public init(_ model: CaseModel) {
    self.model = model
    var parameters: [CaseParameter] = []
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
  ) -> [CaseParameter] {
    let journey = itinerary.journey
    var found: [CaseParameter] = []
    if let first = itinerary.places.first, let zone = first.zones.first {
      let clock = ValueKind.Clock(
        zone: zone, date: journey.date.map { "\($0)" })
      found.append(
        CaseParameter(
          model.kind("\(prefix)departure", .moment(clock)), current: "",
          source: "as claims leave it; by the clocks of \(first.name)",
          target: .departure(journey.id)))
    }
    found += vehicleParameters(of: itinerary, prefix, model)
    for stop in journey.stops {
      let id = Circumstances.StopID(journey: journey.id, stop: stop.id)
      found.append(
        CaseParameter(
          model.kind("\(prefix)stop.\(stop.id).place", .place), current: stop.name,
          source: "the case", target: .place(id)))
    }
    guard journey.mode != .air else { return found }
    for (index, leg) in itinerary.legs.enumerated() {
      found += parameters(of: leg, index, journey, prefix, model)
    }
    for stop in journey.stops.dropFirst().dropLast() {
      found.append(
        CaseParameter(
          model.kind("\(prefix)stop.\(stop.id).stay", .duration), current: "",
          source: "at the least; "
            + (stop.procedures.isEmpty ? "nothing is known" : "what is done there"),
          target: .stay(Circumstances.StopID(journey: journey.id, stop: stop.id))))
    }
    return found
  }

  /// What the vehicle is and can do.
  private static func vehicleParameters(
    of itinerary: Itinerary, _ prefix: String, _ model: CaseModel
  ) -> [CaseParameter] {
    let journey = itinerary.journey
    let path = prefix + journey.mode.vehicleWord
    var found: [CaseParameter] = []
    let vehicles = model.vehicles(by: journey.mode)
    if !vehicles.isEmpty {
      found.append(
        CaseParameter(
          model.kind("\(path).model", .choice(vehicles)), current: journey.vehicle,
          source: journey.vehicle.isEmpty ? "the case names none" : "the case",
          target: .vehicle(journey.id)))
    }
    if journey.mode == .air { return found + airParameters(of: itinerary, path, model) }
    let ceiling = model.ceiling(of: journey)
    found.append(
      CaseParameter(
        model.kind("\(path).max_speed", .speed),
        current: ceiling.map { "\(($0.speed * 36).rounded() / 10) km/h" } ?? "",
        source: ceiling?.source.english ?? "no ceiling is known", target: .ceiling(journey.id)))
    if let cars = itinerary.legs.compactMap(\.run).first?.model.cars {
      found.append(
        CaseParameter(
          model.kind("\(path).cars", .count, within: 1...200),
          current: "\(Int(held: cars.lowerBound)) to \(Int(held: cars.upperBound))",
          source: "the train's formation", target: .cars(journey.id)))
    }
    return found
  }

  private static func airParameters(
    of itinerary: Itinerary, _ path: String, _ model: CaseModel
  ) -> [CaseParameter] {
    guard let flight = itinerary.legs.compactMap(\.flight).first else { return [] }
    let cruise =
      switch flight.aircraft.cruise {
      case .mach(let range): "Mach \(range.lowerBound) to \(range.upperBound)"
      case .trueAirspeed(let range):
        "\((range.lowerBound * 3.6).rounded()) to \((range.upperBound * 3.6).rounded()) km/h"
      }
    let journey = itinerary.journey.id
    return [
      CaseParameter(
        model.kind("\(path).cruise", .speed, within: 50 / 3.6...3_000 / 3.6), current: cruise,
        source: "\(flight.aircraft.name); a true airspeed", target: .cruise(journey)),
      CaseParameter(
        model.kind("\(path).wind", .wind, within: -600 / 3.6...600 / 3.6),
        current: "as usual in the season",
        source: "the climatology; from behind, or from ahead with a minus", target: .wind(journey)),
    ]
  }

  private static func parameters(
    of leg: Leg, _ index: Int, _ journey: Journey, _ prefix: String, _ model: CaseModel
  ) -> [CaseParameter] {
    var found: [CaseParameter] = []
    if let way = leg.way {
      found.append(
        CaseParameter(
          model.kind("\(prefix)leg.\(leg.start.id)-\(leg.end.id).distance", .distance),
          current: "\((way.central.kilometers * 10).rounded() / 10) km", source: way.basis.english,
          target: .way(Circumstances.LegID(journey: journey.id, index: index))))
    }
    for entry in leg.run?.ledger ?? [] {
      guard let place = entry.gaugeBreak else { continue }
      let name = place.text.split(separator: "-", maxSplits: 1).last.map(String.init) ?? place.text
      let hours = [entry.time.lowerBound, entry.time.upperBound].map {
        "\(($0 / 360).rounded() / 10)"
      }
      found.append(
        CaseParameter(
          model.kind("\(prefix)stop.\(name).gauge_change", .duration),
          current: "\(hours[0]) to \(hours[1]) h", source: entry.basis.english,
          target: .gaugeChange(place)))
    }
    return found
  }

  // MARK: Claims

  private static func parameters(of claim: Claim, _ model: CaseModel) -> [CaseParameter] {
    let path = "claim.\(claim.id)"
    var found: [CaseParameter] = []
    func number(_ value: HedgedValue, _ dimension: ValueKind.Dimension) {
      found.append(
        CaseParameter(
          model.kind("\(path).value", dimension),
          current: "\(value.number.value) \(value.unit.symbol)", source: "“\(claim.quote)”",
          target: .number(claim.id, unitSize: value.unit.siSize)))
      guard let hedge = CaseParameter.hedges.first(where: { $0.value == value.hedge })?.key else {
        return
      }
      found.append(
        CaseParameter(
          model.kind("\(path).hedge", .choice(CaseParameter.hedges.keys.sorted())),
          current: hedge, source: "“\(claim.quote)”", target: .hedge(claim.id)))
    }
    switch claim.subject {
    case .distance(let value, _, _, _): number(value, .distance)
    case .duration(let value, _, _): number(value, .duration)
    case .speed(let value, _): number(value, .speed)
    case .time(let expression, let event, let zones):
      let known = zones.isEmpty ? model.zones(of: event) : zones
      if expression.zone == nil, !known.isEmpty {
        found.append(
          CaseParameter(
            model.kind("\(path).zone", .choice(known)),
            current: known.joined(separator: " or "), source: "“\(claim.quote)”",
            target: .zone(claim.id)))
      }
    case .way(let value, _, _): number(value, .distance)
    case .total(let value, _, _, _): number(value, .duration)
    case .gauge, .mode, .route, .sighting, .track, .comparison, .stops, .ahead: break
    }
    found.append(
      CaseParameter(
        model.kind("\(path).believed", .choice(["yes", "no"])), current: "yes",
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
