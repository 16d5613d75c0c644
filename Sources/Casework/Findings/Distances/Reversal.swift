import Travel
import Quantities
import Railways
import Wording

extension Rules {
  /// A place where a train has to turn round to follow its way.
  enum Reversal: CaseRule {
    static let summary =
      "a train has to turn round on a leg: its locomotive runs round it, which takes time"
    static let threshold = "always reported"
    static let basis = "the way itself: no continuous line through the place"

    static func findings(_ context: FindingContext) -> [Finding] {
      context.itineraries.flatMap(\.legs).flatMap { leg in
        (leg.way?.course?.reversals ?? []).map {
          told(leg, Phrase(term: $0.title), $0.chainage)
        }
      }
    }

    private static func told(_ leg: Leg, _ place: Phrase, _ chainage: Distance) -> Finding {
      finding(
        .note,
        "\(leg.named): the train has to turn round at \(place), \(chainage.kilometers, decimals: 0) km on"
      )
    }
  }
}
