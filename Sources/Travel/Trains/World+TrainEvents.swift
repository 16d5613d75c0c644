import Gazetteer
import Quantities
import Railways
import Wording

extension World {
  /// Changes of gauge, reversals and borders on a way, with what they take.
  func events(on route: TrainRoute) -> [TrainJourney.Entry] {
    guard let course = route.way.course else { return [] }
    let reversals = course.reversals.map { "reversal at \(term: $0.title)" as Phrase }
    // A stop for the control stands for the border itself.
    let hasControl = route.stops.contains { $0.call.kind.id == "border" }
    let borders =
      hasControl
      ? []
      : course.borders.compactMap(\.countries).map { "border control \("\($0.from)–\($0.to)")" }
        as [Phrase]
    return course.gaugeBreaks.map(entry) + entries(of: "reversal", reversals)
      + entries(of: "border", borders)
  }

  private func entry(_ change: RailCourse.GaugeBreak) -> TrainJourney.Entry {
    let site = change.site
    // If nobody measured it, what was measured elsewhere.
    let usual = (stopKinds.first { $0.id == "gauge" }?.time.upperBound ?? 0) / 3_600
    let least = site.hours.least ?? 0
    let most = site.hours.most ?? site.hours.least ?? usual
    return TrainJourney.Entry(
      title: "change of gauge at \(term: change.location.title)",
      time: least * 3_600...max(least, most) * 3_600,
      basis: site.hours.least == nil
        ? "\(term: site.method), unmeasured here; up to \(usual, decimals: 0) h measured elsewhere"
        : "\(term: site.method): \(term: site.source)", isEvent: true,
      gaugeBreak: change.location.place)
  }

  private func entries(of kind: String, _ titles: [Phrase]) -> [TrainJourney.Entry] {
    guard let kind = stopKinds.first(where: { $0.id == kind }) else { return [] }
    return titles.map {
      TrainJourney.Entry(
        title: $0, time: kind.time, basis: Phrase(term: kind.source), isEvent: true)
    }
  }
}
