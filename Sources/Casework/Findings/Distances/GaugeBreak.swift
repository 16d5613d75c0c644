import Travel
import Gazetteer
import Railways
import Wording

extension Rules {
  /// A change of gauge on a leg, with its method and how long it takes.
  enum GaugeBreak: CaseRule {
    static let summary =
      "the gauge changes on a leg: bogies, a train or its load must be changed, which takes time"
    static let threshold = "always told; a warning where no source records how it is done"
    static let basis = "geo/gauge_breaks.csv, with the source of each place and time"

    static func findings(_ context: FindingContext) -> [Finding] {
      context.itineraries.flatMap(\.legs).flatMap { leg in
        let published = (leg.way?.path?.gaugeBreaks ?? []).map { change in
          let others = change.alternatives.map { context.named($0) }.joined(separator: ", ")
          return told(
            leg, "\(change.from.words) to \(change.to.words) at \(context.named(change.place))",
            change.site,
            others.isEmpty ? "" : "; it could also be at \(others)")
        }
        let traced = (leg.way?.trackPath?.breaks ?? []).map { change in
          told(
            leg, "\(change.from.words) to \(change.to.words) at \(term: change.title)", change.site,
            "")
        }
        return published + traced
      }
    }

    private static func told(
      _ leg: Leg, _ change: Phrase, _ site: GaugeBreakSite, _ others: Phrase
    ) -> Finding {
      let time: Phrase =
        switch (site.hours.least, site.hours.most) {
        case (let least?, let most?): "at least \(least) h, at most \(most) h"
        case (let least?, nil): "at least \(least) h"
        case (nil, _): "no measured time"
        }
      return finding(
        site.status == .unrecorded ? .warning : .note,
        "\(leg.named): \(change), \(term: site.method) (\(term: site.status.rawValue); \(time))\(others)"
      )
    }
  }
}
