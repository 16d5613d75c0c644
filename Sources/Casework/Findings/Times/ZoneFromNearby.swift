import Claims
import Gazetteer
import Quantities
import Travel
import Wording

extension Rules {
  /// A clock at a bare coordinate, whose zone is that of the places nearby.
  enum ZoneFromNearby: CaseRule {
    static let summary =
      "a coordinate has no time zone of its own: a clock there is taken to be that of the nearest places"
    static let threshold =
      "a time is reported at a place that is a coordinate, and no zone is given"
    static let basis = "zones are drawn by borders, and no polygons of them are in the data folder"

    static func findings(_ context: FindingContext) -> [Finding] {
      var told: Set<String> = []
      return context.caseFile.claims.compactMap { claim in
        guard let name = context.coordinate(ofClockIn: claim), told.insert(name).inserted,
          let near = context.finder.nearby[name]
        else { return nil }
        let kilometers = Int(held: near.distance.kilometers.rounded())
        let zones = near.zones.map { Phrase(term: $0) }.joined(separator: ", ")
        return finding(
          .note,
          """
          clocks at \(term: name) are taken to be those of \(zones), as at \(term: near.nearest.name), \(kilometers) km \
          away; 'zone:' settles it
          """, claims: [claim.id])
      }
    }
  }
}

extension FindingContext {
  /// How the coordinate is written at which a claim tells the time without a zone; nil for other claims.
  fileprivate func coordinate(ofClockIn claim: Claim) -> String? {
    let name: String?
    switch claim.subject {
    case .time(let expression, .stop(let id, let stop, _), let zones)
    where zones.isEmpty && expression.zone == nil:
      name = caseFile.journeys.first { $0.id == id }?.stops.first { $0.id == stop }?.name
    case .time(let expression, .named(let id), let zones)
    where zones.isEmpty && expression.zone == nil:
      name = caseFile.events.first { $0.id == id }?.name
    case .sighting(let sighting) where sighting.zones.isEmpty && sighting.time.zone == nil:
      name = sighting.position
    default: name = nil
    }
    return name.flatMap { finder.nearby[$0] == nil ? nil : $0 }
  }
}
