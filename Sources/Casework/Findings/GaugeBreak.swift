import Gazetteer
import Railways

extension Rules {
  /// A change of gauge on a leg, with its method and how long it takes.
  enum GaugeBreak: DocketRule {
    static let summary =
      "the gauge changes on a leg: bogies, a train or its load must be changed, which takes time"
    static let threshold = "always told; a warning where no source records how it is done"
    static let basis = "geo/gauge_breaks.csv, with the source of each place and time"

    static func findings(_ docket: Docket) -> [Finding] {
      docket.itineraries.flatMap(\.legs).flatMap { leg in
        let published = (leg.way?.path?.gaugeBreaks ?? []).map { change in
          let others = change.alternatives.map(\.text).joined(separator: ", ")
          return told(
            leg, "\(change.from) to \(change.to) at \(change.place)", change.site,
            others.isEmpty ? "" : "; it could also be at \(others)")
        }
        let traced = (leg.way?.trackPath?.breaks ?? []).map { change in
          told(
            leg, "\(change.from.title) to \(change.to.title) at \(change.title)", change.site, "")
        }
        return published + traced
      }
    }

    private static func told(
      _ leg: Leg, _ change: String, _ site: GaugeBreakSite, _ others: String
    ) -> Finding {
      let time =
        site.hours.least.map { least in
          "at least \(least) h" + (site.hours.most.map { ", at most \($0) h" } ?? "")
        } ?? "no measured time"
      return finding(
        site.status == .unrecorded ? .warning : .note,
        "\(leg.title): \(change), \(site.method) (\(site.status.rawValue); \(time))\(others)")
    }
  }
}
