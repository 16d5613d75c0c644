/// A day of the Gregorian calendar, without a place.
public struct CivilDate: Hashable, Comparable, Sendable {
  public let year: Int
  /// 1 to 12.
  public let month: Int
  /// 1 to 31.
  public let day: Int

  /// The day, or nil where the calendar has none such or the year is not within 1 to 9999.
  public init?(year: Int, month: Int, day: Int) {
    guard (1...9999).contains(year), (1...12).contains(month), day >= 1,
      day <= CivilDate.days(inMonth: month, year: year)
    else { return nil }
    self.year = year
    self.month = month
    self.day = day
  }

  /// The day an ISO 8601 text such as `2019-04-24` names, or nil.
  public init?(iso text: some StringProtocol) {
    let parts = text.split(separator: "-", omittingEmptySubsequences: false)
    guard parts.count == 3, parts[0].count == 4, parts[1].count == 2, parts[2].count == 2,
      let year = Int(parts[0]), let month = Int(parts[1]), let day = Int(parts[2])
    else { return nil }
    self.init(year: year, month: month, day: day)
  }

  /// The day that is `dayNumber` days after 1970-01-01, held within the years 1 to 9999.
  ///
  /// After H. Hinnant, chrono-compatible low-level date algorithms (2013), `civil_from_days`.
  public init(dayNumber: Int) {
    let held = min(max(dayNumber, -719_162), 2_932_896)
    let shifted = held + 719_468
    let era = (shifted >= 0 ? shifted : shifted - 146_096) / 146_097
    let dayOfEra = shifted - era * 146_097
    let yearOfEra =
      (dayOfEra - dayOfEra / 1_460 + dayOfEra / 36_524 - dayOfEra / 146_096) / 365
    let dayOfYear = dayOfEra - (365 * yearOfEra + yearOfEra / 4 - yearOfEra / 100)
    let monthIndex = (5 * dayOfYear + 2) / 153
    day = dayOfYear - (153 * monthIndex + 2) / 5 + 1
    month = monthIndex < 10 ? monthIndex + 3 : monthIndex - 9
    year = yearOfEra + era * 400 + (month <= 2 ? 1 : 0)
  }

  /// Days since 1970-01-01 (`days_from_civil` of the same source).
  public var dayNumber: Int {
    let shiftedYear = month <= 2 ? year - 1 : year
    let era = (shiftedYear >= 0 ? shiftedYear : shiftedYear - 399) / 400
    let yearOfEra = shiftedYear - era * 400
    let dayOfYear = (153 * (month > 2 ? month - 3 : month + 9) + 2) / 5 + day - 1
    let dayOfEra = yearOfEra * 365 + yearOfEra / 4 - yearOfEra / 100 + dayOfYear
    return era * 146_097 + dayOfEra - 719_468
  }

  /// The day that the Julian calendar, the "Old Style", calls by the numbers of another date: its 25 October 1917 was 7
  /// November.
  ///
  /// Days from a common epoch after E. G. Richards, Mapping Time (1998), algorithm E of the Julian calendar.
  public init(julian numbers: CivilDate) {
    let shift = (14 - numbers.month) / 12
    let year = numbers.year + 4_800 - shift
    let month = numbers.month + 12 * shift - 3
    let julianDay = numbers.day + (153 * month + 2) / 5 + 365 * year + year / 4 - 32_083
    // 1970-01-01 is the Julian day number 2,440,588.
    self.init(dayNumber: julianDay - 2_440_588)
  }

  /// The day of the year, 1 to 366.
  public var dayOfYear: Int {
    dayNumber - (CivilDate(year: year, month: 1, day: 1)?.dayNumber ?? dayNumber) + 1
  }

  /// The day of the week.
  public var weekday: Weekday {
    // 1970-01-01 was a Thursday, the fourth day.
    let index = (dayNumber + 3) % 7
    return Weekday.allCases[index < 0 ? index + 7 : index]
  }

  /// The day `count` days later, held within the years 1 to 9999.
  public func advanced(byDays count: Int) -> CivilDate {
    CivilDate(dayNumber: dayNumber + min(max(count, -4_000_000), 4_000_000))
  }

  public static func < (left: CivilDate, right: CivilDate) -> Bool {
    left.dayNumber < right.dayNumber
  }

  private static func days(inMonth month: Int, year: Int) -> Int {
    switch month {
    case 2:
      let leap = year.isMultiple(of: 4) && (!year.isMultiple(of: 100) || year.isMultiple(of: 400))
      return leap ? 29 : 28
    case 4, 6, 9, 11: return 30
    default: return 31
    }
  }
}

extension CivilDate: CustomStringConvertible {
  /// The ISO form, such as `2019-04-24`.
  public var description: String {
    let digits = String(year)
    let padded = String(repeating: "0", count: max(0, 4 - digits.count)) + digits
    return "\(padded)-\(two(month))-\(two(day))"
  }

  private func two(_ value: Int) -> String { value < 10 ? "0\(value)" : "\(value)" }
}

extension CivilDate {
  /// Such as `24 April 2019`, in English.
  public var words: String { "\(day) \(monthName) \(year)" }

  /// Such as `April`, in English.
  public var monthName: String {
    let months = [
      "January", "February", "March", "April", "May", "June", "July", "August", "September",
      "October",
      "November", "December",
    ]
    return months[min(12, max(1, month)) - 1]
  }
}
