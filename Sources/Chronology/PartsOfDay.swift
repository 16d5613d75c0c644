public import Datasets

/// A named stretch of the day, such as the early hours, by its first and last hour.
public struct PartOfDay: Hashable, Sendable {
  /// The words, in lower case.
  public let name: String
  /// Hours since midnight, 0 to 24.
  public let startHour: Double
  /// Hours since midnight, above `startHour`; beyond 24 it reaches into the next day.
  public let endHour: Double
}

/// The table of the parts of the day, kept as data in `geo/parts_of_day.csv`.
public struct PartsOfDay: Sendable {
  /// Longer names first, so that "early in the morning" is found before "early".
  public let parts: [PartOfDay]

  public init(parts: [PartOfDay]) {
    self.parts = parts.sorted {
      ($0.name.count, $1.name) > ($1.name.count, $0.name)
    }
  }

  /// The part of a name, in any case; nil where the table has none.
  public subscript(name: String) -> PartOfDay? {
    let wanted = name.lowercased()
    return parts.first { $0.name == wanted }
  }
}

extension DataFolder {
  /// The parts of the day of the data folder.
  ///
  /// - Throws: `DatasetError` for hours that are not within 0 and 30 or not in order.
  public func partsOfDay() throws(DatasetError) -> PartsOfDay {
    let table = try table(
      "parts_of_day.csv", columns: ["name", "start_hour", "end_hour", "source"])
    var parts: [PartOfDay] = []
    for row in table.rows {
      let start = try row.requiredNumber("start_hour")
      let end = try row.requiredNumber("end_hour")
      guard 0 <= start, start < end, end <= 30 else {
        throw row.mistake(
          "the hours \(start) to \(end) are not a part of a day", column: "end_hour")
      }
      parts.append(
        PartOfDay(
          name: try row.requiredText("name").lowercased(), startHour: start, endHour: end))
    }
    return PartsOfDay(parts: parts)
  }
}
