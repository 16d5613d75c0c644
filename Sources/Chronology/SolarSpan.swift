/// A part of the day that the sun tells: from one of its passages to another, such as dawn or "after dark".
public struct SolarSpan: Hashable, Sendable {
  /// When the sun passes an altitude, or some minutes before or after.
  public struct Edge: Hashable, Sendable {
    let altitude: SolarDay.Altitude
    /// Coming up rather than going down.
    let isRising: Bool
    let minutes: Double
    /// Of the day after.
    let isNextDay: Bool
  }

  /// What becomes of the span on a day at a place.
  public enum Outcome: Hashable, Sendable {
    case between(Instant, Instant)
    /// The sun stays up, or the night stays light, so that there is no such time.
    case neverDark
    /// The sun stays down, or it stays dark.
    case neverLight
  }

  public let start: Edge
  public let end: Edge

  /// - Parameters:
  ///   - start: `nautical-dawn`, `civil-dawn`, `sunrise`, `sunset`, `civil-dusk`, `nautical-dusk` or `astronomical-dusk`,
  ///     with minutes before or after such as `sunrise-10`, and `next ` before what is of the following day.
  ///   - end: the same.
  public init?(start: String, end: String) {
    guard let first = Edge(start), let last = Edge(end) else { return nil }
    self.start = first
    self.end = last
  }

  /// From when to when it is.
  ///
  /// Where twilight goes on all night, it begins and ends at the lowest sun.
  /// - Parameters:
  ///   - latitude: degrees, north positive.
  ///   - longitude: degrees, east positive.
  ///   - date: the day.
  public func outcome(latitude: Double, longitude: Double, on date: CivilDate) -> Outcome {
    func day(_ edge: Edge) -> SolarDay {
      SolarDay(
        latitude: latitude, longitude: longitude,
        date: edge.isNextDay ? date.advanced(byDays: 1) : date)
    }
    let found = [
      moment(start, day(start), isStart: true), moment(end, day(end), isStart: false),
    ]
    guard case .at(let first) = found[0] else { return found[0].outcome }
    guard case .at(let last) = found[1] else { return found[1].outcome }
    return .between(first, last)
  }

  private enum Found {
    case at(Instant)
    case none(Outcome)

    var outcome: Outcome {
      switch self {
      case .none(let outcome): outcome
      case .at(let moment): .between(moment, moment)
      }
    }
  }

  private func moment(_ edge: Edge, _ day: SolarDay, isStart: Bool) -> Found {
    let noon = day.noon
    switch day.passage(edge.altitude) {
    case .both(let rising, let setting):
      return .at((edge.isRising ? rising : setting).advanced(bySeconds: edge.minutes * 60))
    case .alwaysAbove:
      // Twilight of which the night never becomes darker goes on to the lowest sun; sunset and darkness are never.
      guard edge.altitude != .horizon, edge.isRising == isStart else { return .none(.neverDark) }
      return .at(noon.advanced(bySeconds: edge.isRising ? -43_200 : 43_200))
    case .alwaysBelow:
      // Darkness that never ends lasts from noon to noon.
      guard edge.altitude != .horizon, edge.isRising != isStart else { return .none(.neverLight) }
      return .at(noon)
    }
  }
}

extension SolarSpan.Edge {
  init?(_ text: String) {
    var words = text[...]
    isNextDay = words.hasPrefix("next ")
    if isNextDay { words = words.dropFirst(5) }
    let names: [(String, SolarDay.Altitude, Bool)] = [
      ("astronomical-dawn", .astronomical, true), ("nautical-dawn", .nautical, true),
      ("civil-dawn", .civil, true), ("sunrise", .horizon, true), ("sunset", .horizon, false),
      ("civil-dusk", .civil, false), ("nautical-dusk", .nautical, false),
      ("astronomical-dusk", .astronomical, false),
    ]
    guard let name = names.first(where: { words.hasPrefix($0.0) }) else { return nil }
    (altitude, isRising) = (name.1, name.2)
    let rest = words.dropFirst(name.0.count)
    guard !rest.isEmpty else {
      minutes = 0
      return
    }
    guard let number = Double(rest), abs(number) <= 180 else { return nil }
    minutes = number
  }
}
