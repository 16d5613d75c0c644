public import Chronology
import Quantities
public import Wording
import Casework

/// How numbers are written in reports: sensible digits, commas between thousands, units behind.
public enum Numbers {
  /// `326 km`, `126.4 km`, `1,182 km`, `850 m`.
  ///
  /// - Parameters:
  ///   - meters: the length in metres.
  ///   - isFine: whether tenths of thousands of kilometres matter too.
  public static func distance(_ meters: Double, isFine: Bool = false) -> Phrase {
    guard meters.isFinite else { return "any distance" }
    // Of less than a metre the millimetres tell it from nothing.
    if abs(meters) < 1, meters != 0 { return "\(meters, decimals: 3) m" }
    if abs(meters) < 1_000 { return "\(meters, decimals: 0) m" }
    let kilometers = meters / 1_000
    return "\(kilometers, decimals: isFine || abs(kilometers) < 1_000 ? tenths(kilometers) : 0) km"
  }

  /// Such as `86.2 km/h`, or `60 km/h` where that is what was printed.
  public static func speed(_ metersPerSecond: Double) -> Phrase {
    guard metersPerSecond.isFinite else { return "any speed" }
    return "\(metersPerSecond * 3.6, decimals: tenths(metersPerSecond * 3.6)) km/h"
  }

  /// One decimal, or none of a whole number: those were printed so, and arithmetic hardly ever comes to one.
  static func tenths(_ value: Double) -> Int { abs(value - value.rounded()) < 1e-6 ? 0 : 1 }

  /// `9 h 50`, `47 min`, `59 min 30 s`, `3 d 4 h`, `4.4 years`.
  public static func duration(_ seconds: Double) -> Phrase {
    guard seconds.isFinite else { return "any time" }
    return seconds < 0 ? "−\(size(-seconds))" : size(seconds)
  }

  /// To the second where that matters: `13 h 06 min 20 s`.
  static func fineDuration(_ seconds: Double) -> Phrase {
    let whole = Int(held: seconds.rounded())
    guard (7_200..<259_200).contains(whole), whole % 60 != 0 else { return duration(seconds) }
    return "\(whole / 3_600) h \(two(whole / 60 % 60)) min \(two(whole % 60)) s"
  }

  /// To the metre: `16.451 km`; kilometres an hour to a hundredth.
  static func fineDistance(_ meters: Double) -> Phrase {
    abs(meters) < 1_000 ? distance(meters) : "\(meters / 1_000, decimals: 3) km"
  }

  private static func size(_ size: Double) -> Phrase {
    let year = 365.2425 * 86_400
    if size >= year / 2 { return "\(size / year, decimals: 1) years" }
    let seconds = Int(held: size.rounded())
    // Half minutes come from words such as "exactly 60 min"; finer ones only from arithmetic.
    if seconds < 7_200, seconds.isMultiple(of: 30), !seconds.isMultiple(of: 60) {
      if seconds < 60 { return "\(seconds) s" }
      let rest: Phrase = "\(seconds / 60 % 60) min \(two(seconds % 60)) s"
      return seconds < 3_600 ? rest : "1 h \(rest)"
    }
    if (1..<60).contains(seconds) { return "\(seconds) s" }
    let minutes = Int(held: (size / 60).rounded())
    if minutes < 60 { return "\(minutes) min" }
    if minutes < 72 * 60 {
      // Languages that write out minutes leave none out of whole hours.
      return minutes % 60 == 0 ? "\(minutes / 60) h 00" : "\(minutes / 60) h \(two(minutes % 60))"
    }
    let hours = Int(held: (size / 3_600).rounded())
    return hours % 24 == 0 ? "\(hours / 24) d 0 h" : "\(hours / 24) d \(hours % 24) h"
  }

  /// `00:00 on Wed 24 Apr 2019 (Pyongyang)`, or with the clock of the other side of a border
  /// `11:50 on Wed 24 Apr 2019 (Vladivostok; 10:50 Pyongyang)`.
  public static func moment(
    _ seconds: Double, in zone: Zone, also others: [Zone] = [], zoneName: Bool = true
  ) -> Phrase {
    guard seconds.isFinite, abs(seconds) < 2.6e11 else { return "any time" }
    let rounded = (seconds / 60).rounded() * 60
    let (date, second) = zone.local(Instant(secondsSinceEpoch: rounded))
    let minute = Int(held: second / 60)
    let day = weekdayAndDay(date)
    let clock = clock(Double(minute) * 60)
    guard zoneName else { return "\(clock) on \(day)" }
    return "\(clock) on \(day) (\(term: zone.cityName)\(clocks(rounded, others)))"
  }

  /// `10:00 (Paris)`, or of a later day `10:00 (Paris), a day later`: where nobody gives any day.
  static func clock(_ seconds: Double, in zone: Zone, since first: CivilDate) -> Phrase {
    guard seconds.isFinite, abs(seconds) < 2.6e11 else { return "any time" }
    let (date, second) = zone.local(Instant(secondsSinceEpoch: (seconds / 60).rounded() * 60))
    let time: Phrase = "\(clock(second)) (\(term: zone.cityName))"
    let days = date.dayNumber - first.dayNumber
    switch days {
    case 0: return time
    case 1: return "\(time), a day later"
    case -1: return "\(time), a day earlier"
    default: return days > 0 ? "\(time), \(days) days later" : "\(time), \(-days) days earlier"
    }
  }

  private static func clocks(_ seconds: Double, _ zones: [Zone]) -> Phrase {
    zones.reduce("") { clocks, zone in
      let (_, second) = zone.local(Instant(secondsSinceEpoch: seconds))
      return clocks + "; \(clock(second)) \(term: zone.cityName)"
    }
  }

  /// Such as `Wed 24 Apr 2019`.
  static func weekdayAndDay(_ date: CivilDate) -> Phrase {
    "\(term: String(date.weekday.name.prefix(3))) \(date.day) \(term: month(date.month)) \(date.year)"
  }

  /// Such as `24 April 2019`.
  public static func day(_ date: CivilDate) -> Phrase {
    "\(date.day) \(term: date.monthName) \(date.year)"
  }

  /// A moment to the second in UTC, such as `2019-04-24T01:40:00Z` (ISO 8601).
  static func iso(_ seconds: Double) -> String {
    let (date, second) = Zone.utc.local(Instant(secondsSinceEpoch: seconds.rounded()))
    let whole = Int(held: second)
    return "\(date)T\(two(whole / 3_600)):\(two(whole / 60 % 60)):\(two(whole % 60))Z"
  }

  /// A number with a fixed count of decimals and commas between thousands.
  public static func fixed(_ value: Double, _ decimals: Int) -> String {
    NumberStyle.english.text(value, decimals: decimals)
  }

  /// Such as `20 s` or `0.5 s`, of a limit that somebody set.
  public static func seconds(_ seconds: Double) -> String {
    "\(fixed(seconds, tenths(seconds))) s"
  }

  /// A number without group marks and with a plain minus, for other programs.
  public static func plain(_ value: Double, _ decimals: Int) -> String {
    fixed(value, decimals).replacing(",", with: "").replacing("−", with: "-")
  }

  /// Such as `Apr`, for 4.
  static func month(_ month: Int) -> String { months[min(12, max(1, month)) - 1] }

  /// Such as `01:30`, of the seconds of a day.
  static func clock(_ second: Double) -> String {
    "\(two(Int(held: second / 3_600))):\(two(Int(held: second / 60) % 60))"
  }

  static func two(_ value: Int) -> String { value < 10 ? "0\(value)" : "\(value)" }

  private static let months = [
    "Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec",
  ]
}
