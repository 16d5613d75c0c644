import Datasets

/// Fields that timetables share.
enum TimetableText {
  /// Seconds since midnight of `H:MM`, `HH:MM` or `HH:MM:SS`; hours may pass 24, as far as 30 days. nil where blank.
  ///
  /// - Throws: `DatasetError.malformed` for what is no time.
  static func seconds(_ row: Table.Row, _ column: String) throws(DatasetError) -> Int? {
    let text = row[column].drop { $0 == " " }
    if text.isEmpty { return nil }
    let parts = text.split(separator: ":", omittingEmptySubsequences: false).map { part in
      part.count <= 3 && part.allSatisfy(\.isNumber) ? Int(part) : nil
    }
    guard (2...3).contains(parts.count), let hours = parts[0], let minutes = parts[1],
      hours <= 720, minutes < 60, let seconds = parts.count == 3 ? parts[2] : 0, seconds < 60
    else {
      throw row.mistake("'\(text)' is no time; write it as 06:57 or 06:57:00", column: column)
    }
    return hours * 3_600 + minutes * 60 + seconds
  }
}
