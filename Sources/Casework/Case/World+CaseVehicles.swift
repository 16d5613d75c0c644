import Claims
import Datasets
import Flights
import Quantities
import TrainMotion
import Travel

extension World {
  /// What is wrong with the vehicles that a case names: the data folder does not know them, or they go by another mode.
  func vehicleProblems(_ caseFile: CaseFile) -> [DocumentProblem] {
    caseFile.journeys.compactMap { problem(of: $0, caseFile) }
      + caseFile.claims.compactMap { problem(of: $0, caseFile) }
  }

  private func problem(of journey: Journey, _ caseFile: CaseFile) -> DocumentProblem? {
    guard !journey.vehicle.isEmpty else { return nil }
    if let own = caseFile.ownVehicle(journey.vehicle) {
      guard own.mode != journey.mode else { return nil }
      return DocumentProblem(
        position: journey.place,
        message: "the vehicle '\(own.id)' goes by \(own.mode.rawValue), the journey "
          + "'\(journey.id)' by \(journey.mode.rawValue)")
    }
    // A name of its own may be any train's; one that is nearly another's is mistyped.
    guard let meant = nearest(to: journey.vehicle, by: journey.mode) else { return nil }
    return DocumentProblem(
      position: journey.place,
      message:
        "no vehicle for \(journey.mode.rawValue) is called '\(journey.vehicle)'; did you mean "
        + "'\(meant)'? Without a vehicle any will do"
    )
  }

  /// Whether a vehicle's name tells nothing of it.
  func isUnknown(_ vehicle: String, by mode: TravelMode) -> Bool {
    switch mode {
    case .rail: !vehicle.isEmpty && train(named: vehicle) == nil
    case .air: !vehicle.isEmpty && aircraft.called(vehicle) == nil
    case .road, .sea: false
    }
  }

  /// The known vehicle that an unknown one is nearly called as.
  private func nearest(to vehicle: String, by mode: TravelMode) -> String? {
    guard isUnknown(vehicle, by: mode) else { return nil }
    return (mode == .air ? aircraft(like: vehicle) : trains(like: vehicle)).first
  }

  private func problem(of claim: Claim, _ caseFile: CaseFile) -> DocumentProblem? {
    guard case .speed(_, let speed) = claim.subject, speed.kind == .maximum,
      !caseFile.journeys.contains(where: { $0.vehicle == speed.vehicle }),
      caseFile.ownVehicle(speed.vehicle) == nil, train(named: speed.vehicle) == nil,
      aircraft.called(speed.vehicle) == nil
    else { return nil }
    return DocumentProblem(
      position: claim.place,
      message: "no vehicle is called '\(speed.vehicle)'; name it as the vehicle of a journey, "
        + "or one of the trains and aircraft that are known")
  }
}

extension OwnVehicle {
  /// The vehicle in numbers: of what words leave open, the widest.
  func told(under profile: HedgeProfile) -> ToldVehicle {
    ToldVehicle(
      id: id, name: name, mode: mode,
      greatest: greatest.map {
        .metersPerSecond($0.interval(under: profile).upper ?? $0.number.value * $0.unit.siSize)
      }, usual: usual.map { $0.spread(under: profile) },
      altitude: altitude.map { $0.spread(under: profile) },
      range: range.map {
        let meters = $0.spread(under: profile)
        return .meters(meters.lowerBound) ... .meters(meters.upperBound)
      }, source: source)
  }
}

extension HedgedValue {
  /// From the least to the most that the words allow, the number itself where they leave an end open. SI.
  fileprivate func spread(under profile: HedgeProfile) -> ClosedRange<Double> {
    let said = interval(under: profile)
    let number = number.value * unit.siSize
    let low = said.lower ?? min(number, said.upper ?? number)
    return low...max(low, said.upper ?? number)
  }
}
