import Quantities
import Railways
import Travel

extension RailCourseReport {
  /// The sections as rows, in numbers that other programs read.
  public var csv: String {
    var rows = [CourseDocument.columns.joined(separator: ",")]
    for (rank, course) in route.courses.enumerated() {
      let table = CourseListing(course: course)
      rows += course.sections.map { section in
        CommaSeparated.row(["\(rank + 1)"] + fields(section, table))
      }
    }
    return rows.joined(separator: "\n") + "\n"
  }

  private func fields(_ section: RailCourse.Section, _ table: CourseListing) -> [String] {
    func kilometers(_ distance: Distance?) -> String {
      distance.map { Numbers.plain($0.kilometers, 3) } ?? ""
    }
    let attributes = section.attributes
    let interval = section.lengthInterval
    return [
      kilometers(section.chainage), kilometers(section.length), kilometers(interval.lower),
      kilometers(interval.upper), attributes.title, table.station(at: section.chainage),
      table.station(at: section.chainage + section.length), "\(attributes.kind)",
      "\(attributes.use)", attributes.gauges.map { "\($0.millimeters)" }.joined(separator: ";"),
      attributes.isGaugeAssumed ? "true" : "false",
      section.lineSpeed.map { Numbers.plain($0.kilometersPerHour, 0) } ?? "",
      attributes.powerWords, attributes.country, attributes.basis.rawValue,
    ]
  }
}
