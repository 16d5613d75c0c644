import Chronology

/// Days and clock times as questions give them.
enum CivilTexts {
  /// A day such as `2023-09-12`.
  static func day(_ text: String, _ field: QuestionField = .date) throws(QuestionError) -> CivilDate
  {
    guard let day = CivilDate(iso: text) else {
      throw QuestionError(field, text, "no day of the calendar; write it as 2023-09-12")
    }
    return day
  }

  /// A clock time such as `06:57`.
  static func departure(_ text: String) throws(QuestionError) -> ClockTime {
    let parts = text.split(separator: ":", omittingEmptySubsequences: false)
    guard parts.count == 2, let hour = Int(parts[0]), let minute = Int(parts[1]),
      let clock = ClockTime(hour: hour, minute: minute)
    else { throw QuestionError(.depart, text, "no clock shows that; write it as 06:57") }
    return clock
  }
}
