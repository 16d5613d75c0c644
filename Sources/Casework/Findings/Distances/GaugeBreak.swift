import Travel
import Railways
import Wording

extension Rules {
  /// A change of gauge on a leg, with its method and how long it takes.
  enum GaugeBreak: CaseRule {
    static let summary =
      "the gauge changes on a leg: bogies, a train or its load must be changed, which takes time"
    static let threshold = "always reported; a warning where no source records how it is done"
    static let basis = "geo/gauge_breaks.csv, with the source of each place and time"

    static func findings(_ context: FindingContext) -> [Finding] {
      context.itineraries.flatMap(\.legs).flatMap { leg in
        (leg.way?.course?.gaugeBreaks ?? []).map { told(leg, $0) }
      }
    }

    private static func told(_ leg: Leg, _ change: RailCourse.GaugeBreak) -> Finding {
      let site = change.site
      let others = change.alternatives.map { Phrase(term: $0.title) }.joined(separator: ", ")
      let time: Phrase =
        switch (site.hours.least, site.hours.most) {
        case (let least?, let most?): "at least \(least) h, at most \(most) h"
        case (let least?, nil): "at least \(least) h"
        case (nil, _): "no measured time"
        }
      let words: Phrase =
        "\(change.from.words) to \(change.to.words) at \(term: change.location.title)"
      return finding(
        site.status == .unrecorded ? .warning : .note,
        """
        \(leg.named): \(words), \(term: site.method) (\(term: site.status.rawValue); \(time))\
        \(others.isEmpty ? "" : "; it could also be at \(others)")
        """)
    }
  }
}
