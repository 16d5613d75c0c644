import Foundation
import Quantities

/// A time zone of the IANA database with its history, or a fixed offset from UTC.
public struct Zone: Hashable, Sendable {
  /// The name, such as `Asia/Pyongyang` or `+10:00`.
  public let identifier: String
  private let zone: TimeZone

  /// The zone of a name: IANA (`Asia/Vladivostok`), `UTC`, or an offset (`+10:00`, `-03:30`).
  ///
  /// - Throws: `ChronologyError.unknownZone`.
  public init(_ identifier: String) throws(ChronologyError) {
    if let offset = Zone.offset(in: identifier), let zone = TimeZone(secondsFromGMT: offset) {
      self.zone = zone
    } else if identifier.contains("/") || identifier == "UTC",
      let zone = TimeZone(identifier: identifier)
    {
      self.zone = zone
    } else {
      throw .unknownZone(identifier)
    }
    self.identifier = identifier
  }

  /// Coordinated universal time.
  public static let utc = Zone(identifier: "UTC", zone: .gmt)

  private init(identifier: String, zone: TimeZone) {
    self.identifier = identifier
    self.zone = zone
  }

  /// Seconds by which its clocks are ahead of UTC at an instant.
  public func offset(at instant: Instant) -> Int {
    zone.secondsFromGMT(for: Date(timeIntervalSince1970: instant.secondsSinceEpoch))
  }

  /// The day and the minutes since midnight that its clocks show at an instant.
  public func local(_ instant: Instant) -> (date: CivilDate, secondOfDay: Double) {
    let seconds = instant.secondsSinceEpoch + Double(offset(at: instant))
    let day = (seconds / 86_400).rounded(.down)
    let held = min(max(day, -800_000), 3_000_000)
    return (CivilDate(dayNumber: Int(held: held)), seconds - day * 86_400)
  }

  /// The instants at which its clocks show a day and a number of seconds since midnight, the earlier first.
  ///
  /// Mostly there is one. There are two where clocks were put back and showed the reading twice, and none where they
  /// were put forward past it.
  public func instants(of date: CivilDate, secondOfDay: Double) -> [Instant] {
    let local = Double(date.dayNumber) * 86_400 + secondOfDay
    let offsets = Set(
      [-86_400.0, 86_400].map { offset(at: Instant(secondsSinceEpoch: local + $0)) })
    return offsets.sorted(by: >).compactMap { offset in
      let instant = Instant(secondsSinceEpoch: local - Double(offset))
      return self.offset(at: instant) == offset ? instant : nil
    }
  }

  /// The instant at which its clocks show a day and a number of seconds since midnight.
  ///
  /// Where clocks were put back and the reading occurred twice, the first; where they were put
  /// forward and it never occurred, the instant as if they had not been.
  public func instant(of date: CivilDate, secondOfDay: Double) -> Instant {
    if let first = instants(of: date, secondOfDay: secondOfDay).first { return first }
    let local = Double(date.dayNumber) * 86_400 + secondOfDay
    let before = offset(at: Instant(secondsSinceEpoch: local - 86_400))
    return Instant(secondsSinceEpoch: local - Double(before))
  }

  /// The instant of a clock reading on a day.
  public func instant(of date: CivilDate, at time: ClockTime) -> Instant {
    instant(of: date, secondOfDay: Double(time.minuteOfDay * 60))
  }

  private static func offset(in text: String) -> Int? {
    guard let sign = text.first, sign == "+" || sign == "-" else { return nil }
    let parts = text.dropFirst().split(separator: ":", omittingEmptySubsequences: false)
    guard (1...2).contains(parts.count), parts.allSatisfy({ $0.count == 2 }),
      let hours = Int(parts[0]), (0...14).contains(hours)
    else { return nil }
    let minutes = parts.count == 2 ? Int(parts[1]) : 0
    guard let minutes, (0...59).contains(minutes) else { return nil }
    return (sign == "-" ? -1 : 1) * (hours * 3_600 + minutes * 60)
  }
}
