import Claims
import Wording

extension Rules {
  /// A journey of which more sightings are told than are held against each other.
  enum UnorderedSightings: CaseRule {
    static let summary =
      "of very many sightings of one journey only the first are held against each other, each against each"
    static let threshold = "more than \(Assembly.orderedSightings) sightings of a journey"
    static let basis =
      "each pair has two readings, which came first; their number grows with the square"

    static func findings(_ context: FindingContext) -> [Finding] {
      context.itineraries.compactMap { itinerary in
        let seen = context.caseFile.claims.filter { claim in
          if case .sighting(let sighting) = claim.subject {
            return sighting.journey == itinerary.journey.id
          }
          return false
        }
        let left = seen.dropFirst(Assembly.orderedSightings)
        guard !left.isEmpty else { return nil }
        return finding(
          .note,
          """
          \(left.count) of \(seen.count) sightings of "\(itinerary.journey.title)" were held against the journey, not \
          against each other; a track bounds the way between more points
          """,
          claims: left.map(\.id))
      }
    }
  }
}
