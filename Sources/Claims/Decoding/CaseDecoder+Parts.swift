import Quantities

/// A stop with what the way to it is gone by, where that is not the journey's own.
struct StopText {
  let stop: Stop
  let mode: TravelMode?
  let vehicle: String?
}

extension CaseDecoder {
  /// The parts of a journey, each by one means: wherever a stop is come to by another, a part ends at the stop before.
  mutating func parts(of journey: Journey, _ stops: [StopText]) -> [Journey] {
    if let first = stops.first, first.mode != nil || first.vehicle != nil {
      report(
        "nothing goes to the first stop; write 'mode' at the stop that the way leads to",
        at: first.stop.place)
    }
    var parts: [(means: Means, stops: [Stop])] = []
    for (before, stop) in zip(stops, stops.dropFirst()) {
      let means = Means(stop, in: journey)
      if parts.last?.means == means {
        parts[parts.count - 1].stops.append(stop.stop)
      } else {
        parts.append((means, [before.stop, stop.stop]))
      }
    }
    return parts.enumerated().map { index, part in
      let isOnly = parts.count == 1
      return Journey(
        id: isOnly ? journey.id : "\(journey.id)-\(index + 1)",
        title: isOnly ? journey.title : "\(journey.title) (\(index + 1))",
        mode: part.means.mode, vehicle: part.means.vehicle, date: journey.date, stops: part.stops,
        place: journey.place, continues: index == 0 ? nil : "\(journey.id)-\(index)")
    }
  }

  /// What a part of a journey is gone by.
  private struct Means: Equatable {
    let mode: TravelMode
    let vehicle: String

    init(_ journey: Journey) {
      mode = journey.mode
      vehicle = journey.vehicle
    }

    /// A journey's vehicle goes by the journey's mode alone.
    init(_ stop: StopText, in journey: Journey) {
      mode = stop.mode ?? journey.mode
      vehicle = stop.vehicle ?? (mode == journey.mode ? journey.vehicle : "")
    }
  }
}
