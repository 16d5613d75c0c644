import Chronology
public import Quantities

/// A journey as somebody notes it: from where to where, by what, and what is known of its times and length.
public struct TravelRecord: Sendable {
  /// A moment by the clocks of a place, as far as it is noted.
  public struct Moment: Hashable, Sendable {
    /// Such as `2024-05-03`; nil if only the clock is noted.
    public var day: String?
    /// Such as `08:00`; nil if only the day is noted.
    public var clock: String?
    /// Seconds that the clock is ahead of UTC, if that is noted with it.
    public var offset: Int?
  }

  public var from: String
  public var to: String
  public var mode: TravelMode
  /// A train or an aircraft by its name; nil if none is noted.
  public var vehicle: String?
  public var departs: Moment?
  public var arrives: Moment?
  /// Kilometres.
  public var kilometers: Double?
  /// Seconds on the way.
  public var duration: Double?
  /// Whose notes they are.
  public var outlet = "the notes"

  public init(from: String, to: String, mode: TravelMode) {
    (self.from, self.to, self.mode) = (from, to, mode)
  }
}

extension TravelRecord.Moment {
  /// A day, a clock time, or both, such as `2024-05-03 08:00`, `2024-05-03T08:00:00+02:00`, `03.05.2024 08:00`, `08:00`.
  ///
  /// Nil for anything else.
  public init?(_ text: String) {
    let pattern =
      /^\s*(?:(\d{4}-\d{2}-\d{2})|(\d{1,2})\.(\d{1,2})\.(\d{4}))?[T ]*(?:(\d{1,2}):(\d{2})(?::\d{2}(?:\.\d+)?)?)?\s*(Z|[+-]\d{2}:?\d{2})?\s*$/
    guard let match = text.wholeMatch(of: pattern) else { return nil }
    if let iso = match.1 {
      day = String(iso)
    } else if let number = match.2, let month = match.3, let year = match.4 {
      day = "\(year)-\(Self.two(month))-\(Self.two(number))"
    }
    if let hour = match.5, let minute = match.6 { clock = "\(Self.two(hour)):\(minute)" }
    guard day != nil || clock != nil, day.map({ CivilDate(iso: $0) != nil }) ?? true,
      clock == nil || time != nil
    else { return nil }
    offset = match.7.flatMap { Self.seconds(of: $0) }
  }

  private static func two(_ digits: Substring) -> String {
    digits.count < 2 ? "0\(digits)" : String(digits)
  }

  /// Of `+02:00` 7,200; of `Z` 0.
  private static func seconds(of text: Substring) -> Int? {
    guard text != "Z" else { return 0 }
    let digits = text.filter(\.isNumber)
    guard digits.count == 4, let hours = Int(digits.prefix(2)), let minutes = Int(digits.suffix(2))
    else { return nil }
    return (text.hasPrefix("-") ? -1 : 1) * (hours * 3_600 + minutes * 60)
  }

  /// The clock time; nil if none is noted, or no clock shows it.
  var time: ClockTime? {
    let parts = (clock ?? "").split(separator: ":").compactMap { Int($0) }
    return parts.count == 2 ? ClockTime(hour: parts[0], minute: parts[1]) : nil
  }

  var date: CivilDate? { day.flatMap { CivilDate(iso: $0) } }

  /// When that was; nil without a day or a clock.
  func instant(in zone: Zone) -> Instant? {
    guard let date, let time else { return nil }
    guard let offset else { return zone.instant(of: date, at: time) }
    return Zone.utc.instant(of: date, at: time).advanced(bySeconds: -Double(offset))
  }
}

extension TravelMode {
  /// A means of transport by its usual names, such as `train`, `bus` or `ferry`; nil for another word.
  public init?(named text: String) {
    let word = text.lowercased()
    let names: [(TravelMode, [String])] = [
      (
        .rail,
        [
          "rail", "train", "tram", "metro", "subway", "bahn", "zug", "nationalexpress", "national",
          "regionalexp", "regional", "suburban", "ice", "ic", "ec", "re", "rb", "s", "u", "str",
        ]
      ),
      (.road, ["road", "car", "bus", "coach", "lorry", "truck", "taxi", "convoy"]),
      (.sea, ["sea", "ferry", "ship", "boat", "fähre"]),
      (.air, ["air", "plane", "flight", "aircraft", "jet", "fly"]),
    ]
    guard let found = names.first(where: { $0.1.contains(word) }) else { return nil }
    self = found.0
  }
}
