import Quantities
import Railways

/// What a report says of a course in tables.
struct CourseListing {
  let course: RailCourse
  private let stations: [RailCourse.Location]

  init(course: RailCourse) {
    self.course = course
    stations = course.stations
  }

  /// A station within this of the end of a stretch names it.
  private static let reach = Distance.kilometers(1)

  /// The name of the station at a place of the course; blank where there is none.
  func station(at chainage: Distance) -> String {
    let near = stations.map { (name: $0.name, gap: abs(($0.chainage - chainage).meters)) }
      .min { $0.gap < $1.gap }
    return near.map { $0.gap <= Self.reach.meters ? $0.name : "" } ?? ""
  }

  /// The course line by line.
  var lines: Story.Block {
    .table(
      header: ["line", "from", "to", "km", "±", "known"],
      rows: course.runs.map { run in
        let interval = run.lengthInterval
        let width = (interval.upper ?? run.length) - (interval.lower ?? run.length)
        return [
          run.line, station(at: run.chainage), station(at: run.end),
          Numbers.fixed(run.length.kilometers, 1), Numbers.fixed(width.kilometers / 2, 1),
          coverage(run),
        ]
      })
  }

  private func coverage(_ run: RailCourse.Run) -> String {
    KilometrageStatus.allCases.compactMap { status in
      let length = run.sections.reduce(Distance.zero) {
        $0 + ($1.attributes.basis == status ? $1.length : .zero)
      }
      return length.meters > 0
        ? "\(status.rawValue) \(Numbers.fixed(length.kilometers, 1)) km" : nil
    }.joined(separator: ", ")
  }

  /// The course section by section.
  var sections: Story.Block {
    .table(
      header: ["from km", "km", "line", "gauge", "km/h", "power", "country", "use"],
      rows: course.sections.map { section in
        let attributes = section.attributes
        return [
          Numbers.fixed(section.chainage.kilometers, 2),
          Numbers.fixed(section.length.kilometers, 2),
          attributes.title, attributes.gauges.title,
          section.lineSpeed.map { Numbers.fixed($0.kilometersPerHour, 0) } ?? "",
          attributes.powerWords, attributes.country,
          attributes.use == .unstated ? "" : "\(attributes.use)",
        ]
      })
  }
}

extension TrackAttributes {
  /// How trains get their power, such as `15000 V 16.7 Hz`; blank where nobody says.
  var powerWords: String {
    switch electrification {
    case .unknown: return ""
    case .none: return "none"
    default: break
    }
    guard voltage > 0 else { return "electrified" }
    guard let frequency else { return "\(voltage) V" }
    guard frequency > 0 else { return "\(voltage) V DC" }
    let hertz = (Double(frequency) * 100).rounded() / 100
    return "\(voltage) V \(Numbers.fixed(hertz, hertz == hertz.rounded() ? 0 : 1)) Hz"
  }
}
