public import Datasets

/// A named stretch of the day, such as the early hours, by its first and last hour.
public struct PartOfDay: Hashable, Sendable {
  /// The words, in lower case.
  public let name: String
  /// Hours since midnight, 0 to 24.
  public let startHour: Double
  /// Hours since midnight, above `startHour`; beyond 24 it reaches into the next day.
  public let endHour: Double
  /// Where the sun of the place and the day tells it better than a table of hours; nil for others.
  public let sun: SolarSpan?

  /// The hours of the clock that noon and midnight are, of midnight the one that begins the day and the one that ends it;
  /// none for stretches.
  public var clockHours: [Double] { ["noon": [12], "midnight": [0, 24]][name] ?? [] }
}

/// A named stretch of the week, such as its early days.
public struct PartOfWeek: Hashable, Sendable {
  /// The word, in lower case; `week` is the whole.
  public let name: String
  /// Days of the week, Monday is 1.
  public let days: ClosedRange<Int>
}

/// The tables of the parts of the day and the week, kept as data in `geo/parts_of_day.csv` and
/// `geo/parts_of_week.csv`.
public struct CalendarParts: Sendable {
  /// Longer names first, so that "early in the morning" is found before "early".
  public let ofDay: [PartOfDay]
  public let ofWeek: [PartOfWeek]

  public init(ofDay: [PartOfDay], ofWeek: [PartOfWeek]) {
    self.ofDay = ofDay.sorted {
      ($0.name.count, $1.name) > ($1.name.count, $0.name)
    }
    self.ofWeek = ofWeek
  }

  /// The part of the day of a name, in any case; nil where the table has none.
  public subscript(day name: String) -> PartOfDay? {
    let wanted = name.lowercased()
    return ofDay.first { $0.name == wanted }
  }

  /// The part of the week of a name, in any case; nil where the table has none.
  public subscript(week name: String) -> PartOfWeek? {
    let wanted = name.lowercased()
    return ofWeek.first { $0.name == wanted }
  }
}

extension DataFolder {
  /// The parts of the day and the week of the data folder.
  ///
  /// - Throws: `DatasetError` for hours that are not within 0 and 36 or not in order, and for days
  ///   that are not within 1 and 7 or not in order.
  public func calendarParts() throws(DatasetError) -> CalendarParts {
    CalendarParts(ofDay: try partsOfDay(), ofWeek: try partsOfWeek())
  }

  private func partsOfWeek() throws(DatasetError) -> [PartOfWeek] {
    let table = try table(
      "parts_of_week.csv", columns: ["name", "first_day", "last_day", "source"])
    var parts: [PartOfWeek] = []
    for row in table.rows {
      let first = try row.requiredNumber("first_day")
      let last = try row.requiredNumber("last_day")
      guard let first = Int(exactly: first), let last = Int(exactly: last), 1 <= first,
        first <= last, last <= 7
      else {
        throw row.mistake("these days are not a part of a week", column: "last_day")
      }
      parts.append(
        PartOfWeek(name: try row.requiredText("name").lowercased(), days: first...last))
    }
    return parts
  }

  private func partsOfDay() throws(DatasetError) -> [PartOfDay] {
    let table = try table(
      "parts_of_day.csv", columns: ["name", "start_hour", "end_hour", "source"])
    var parts: [PartOfDay] = []
    for row in table.rows {
      let start = try row.requiredNumber("start_hour")
      let end = try row.requiredNumber("end_hour")
      guard 0 <= start, start < end, end <= 36 else {
        throw row.mistake(
          "the hours \(start) to \(end) are not a part of a day", column: "end_hour")
      }
      let (first, last) = (row["sun_start"], row["sun_end"])
      let sun = SolarSpan(start: first, end: last)
      guard sun != nil || first.isEmpty && last.isEmpty else {
        throw row.mistake("'\(first)' to '\(last)' is no span of the sun", column: "sun_start")
      }
      parts.append(
        PartOfDay(
          name: try row.requiredText("name").lowercased(), startHour: start, endHour: end, sun: sun)
      )
    }
    return parts
  }
}
