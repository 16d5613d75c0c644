public import Casework
import Claims
import Geodesy
import Plausibility
import Quantities

extension Dossier {
  /// Where each journey's vehicle can have been at each moment: the quickest and the slowest likely run, and the
  /// example in which all claims hold, where there is one.
  public var movingFeatures: JSONValue {
    MovingFeatures(
      features: features,
      provenance: [
        "format": .text("wayproof-moving-features"), "version": .whole(1),
        "case": .text(caseFile.id), "case_sha256": .text(caseFile.digest),
        "attribution": .array(CaseTeller.attributions(self).map { .text($0) }),
      ]
    ).json
  }

  /// Whether there is any; a case without a date or without ways has none.
  public var hasMovingFeatures: Bool { !features.isEmpty }

  private var features: [MovingFeatures.Feature] {
    // Without a date nothing was anywhere at any moment.
    let dated = CaseTeller(self).isDated ? itineraries : []
    return dated.flatMap { itinerary -> [MovingFeatures.Feature] in
      let lines = lines(of: itinerary)
      guard !lines.isEmpty else { return [] }
      return runs(of: itinerary, lines) + [example(of: itinerary, lines)].compactMap(\.self)
    }
  }

  /// The line of each leg, the way where one is known; none where a leg has neither.
  private func lines(of itinerary: Itinerary) -> [Polyline] {
    let known = journeyLines.filter { $0.journey.id == itinerary.journey.id }
    let lines = itinerary.legs.compactMap { leg in
      let own = known.filter { $0.leg.end.id == leg.end.id }
      return (own.first { $0.kind == .track } ?? own.first)?.line
    }
    return lines.count == itinerary.legs.count ? lines : []
  }

  private func runs(of itinerary: Itinerary, _ lines: [Polyline]) -> [MovingFeatures.Feature] {
    GraphTeller(itinerary: itinerary, words: CaseTeller(self)).likelyRuns.map { run in
      let moments = run.points.map(\.time)
      let path = zip(lines, zip(moments, moments.dropFirst())).flatMap { line, ends in
        line.gone(from: ends.0, to: ends.1)
      }
      return MovingFeatures.Feature(
        name: "\(itinerary.journey.title): \(run.name)", kind: "simulated run",
        note: "running time alone, without stays; even between stops, straight between stations",
        path: path)
    }
  }

  /// Arrivals and departures as in the example timeline.
  private func example(
    of itinerary: Itinerary, _ lines: [Polyline]
  ) -> MovingFeatures.Feature? {
    guard case .noContradiction(let witness?) = verdict else { return nil }
    let journey = itinerary.journey
    let moments = journey.stops.map { stop in
      EventKind.allCases.compactMap { witness.moments[.stop(journey.id, stop.id, $0)] }
    }
    var path: [(time: Double, place: Coordinate)] = []
    for (line, ends) in zip(lines, zip(moments, moments.dropFirst())) {
      guard let start = ends.0.max(), let end = ends.1.min() else { return nil }
      path += line.gone(from: start, to: end)
    }
    return MovingFeatures.Feature(
      name: "\(journey.title): an example in which all claims hold", kind: "example",
      note: "even between stops, straight between stations", path: path)
  }
}
