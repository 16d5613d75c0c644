import Chronology

/// Days and clock times as options give them.
enum CivilOptions {
  /// A day of `--date`.
  static func day(_ text: String) throws(CommandFailure) -> CivilDate {
    guard let day = CivilDate(iso: text) else {
      throw CommandFailure("--date \(text): no day is called so; write it as 2023-09-12")
    }
    return day
  }

  /// A clock time of `--depart`.
  static func departure(_ text: String) throws(CommandFailure) -> ClockTime {
    guard let clock = clock(text) else {
      throw CommandFailure("--depart \(text): no clock shows that; write it as 06:57")
    }
    return clock
  }

  private static func clock(_ text: String) -> ClockTime? {
    let parts = text.split(separator: ":", omittingEmptySubsequences: false)
    guard parts.count == 2, let hour = Int(parts[0]), let minute = Int(parts[1]) else { return nil }
    return ClockTime(hour: hour, minute: minute)
  }
}
