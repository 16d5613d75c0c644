public import Casework
import Chronology
public import Claims
import Gazetteer
import Geodesy
import Quantities
import Wording

/// Where the vehicle of a journey can have been, as words and as areas of a map.
public struct ReachReport: Sendable {
  let caseFile: CaseFile
  let reaches: [Reach]
  /// The zones of the journey's stops: times are told in the first.
  private let zone: Zone

  public init(_ caseFile: CaseFile, _ reaches: [Reach], zones: [String]) {
    self.caseFile = caseFile
    self.reaches = reaches
    zone = zones.lazy.compactMap { try? Zone($0) }.first ?? .utc
  }

  public static let formats = DocumentFormats<ReachReport>([
    .text(\.story), .markdown(\.story),
    DocumentFormat(.geoJSON, "areas and stations") { report, _ in report.geoJSON.text() },
  ])

  public var story: Story {
    Story(
      blocks: reaches.flatMap { reach -> [Story.Block] in
        [
          .heading(level: 2, Line(title(of: reach))),
          .items(
            reach.bounds.map { bound in
              (
                Line("\(bound.kind.words) (\(bound.words.english), \(speed(bound))): ")
                  + Line(extent(of: bound, reach), bound.area == nil ? .bad : .strong), []
              )
            }),
        ]
      } + [
        .paragraph(
          Line(
            "Areas are drawn outwards: no place outside can have been reached at that speed. ", .dim
          )
            + Line("As GeoJSON the report is a map.", .dim))
      ])
  }

  /// Such as `Up to 2019-04-24 08:00:00 UTC, after departure pyongyang, before arrival khasan`.
  func title(of reach: Reach) -> String {
    let when = reach.moment.map { moment in
      "\(reach.isUntil ? "up to" : "at") \(moment.lowerBound.text(in: zone)) (\(zone.identifier)), "
    }
    let fixes = [
      reach.before.map { "after \(told($0))" }, reach.after.map { "before \(told($0))" },
    ]
    return "\(reach.journey.title): \(when ?? "")"
      + fixes.compactMap(\.self).joined(separator: ", ")
  }

  private func told(_ fix: Fix) -> String {
    let moments = [fix.earliest, fix.latest].map { $0.map { $0.text(in: zone) } ?? "…" }
    return "\(fix.name) at \(fix.place.name) (\(moments.joined(separator: " to ")))"
  }

  private func speed(_ bound: Reach.Bound) -> String {
    Numbers.speed(bound.speed.metersPerSecond).english
  }

  private func extent(of bound: Reach.Bound, _ reach: Reach) -> String {
    guard let area = bound.area else { return "nowhere: it cannot have come from one to the other" }
    let radii = area.limits.map { limit in
      switch limit {
      case .within(let radius, let center):
        "within \(Numbers.distance(radius.meters).english) of \(name(of: center, reach))"
      case .way(let whole, _, _):
        "on a way of at most \(Numbers.distance(whole.meters).english)"
      }
    }
    let within = radii.isEmpty ? "anywhere" : radii.joined(separator: " and ")
    let near = bound.stations.filter(\.isReachable).count
    return within
      + (bound.stations.isEmpty
        ? "" : "; \(near) of \(bound.stations.count) stations there can have been reached by track")
  }

  private func name(of place: Coordinate, _ reach: Reach) -> String {
    [reach.before, reach.after].compactMap(\.self).first { $0.place.coordinate == place }?.place
      .name
      ?? place.decimalText
  }

  func text(_ moment: Instant?) -> JSONValue {
    moment.map { .text($0.utcText) } ?? .null
  }
}

extension Reach.Bound.Kind {
  var words: String {
    switch self {
    case .possible: "as far as anything of its kind can have come"
    case .usual: "as far as few of its kind come"
    case .reported: "as far as is said of it"
    case .asked: "as far as was asked"
    }
  }
}
