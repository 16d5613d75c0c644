import Chronology
import ClaimReading
import Claims
import Figures
import Gazetteer
import Travel

/// Clock times of ways whose ends may not be known.
extension JourneyDrafter {
  /// A time in the air and the time from gate to gate, or clock times rounded by somebody, differ by so much at most; in minutes,
  /// estimated.
  private static let least = 60.0
  /// Clocks at places that nobody knows differ by so much at most on such journeys; in minutes, estimated.
  private static let leastUnknown = 240.0

  /// The zones by which a way's departure and arrival are judged; nil where its clock times neither fit the time between them
  /// nor miss it by more than other zones and the ways of measuring would explain.
  func zones(of clocks: ToldWay.Clocks, _ way: ToldWay, _ index: Int) -> [String]? {
    let figures = articles[index].reading.figures
    guard let departure = figures[clocks.departure].clock,
      let arrival = figures[clocks.arrival].clock,
      let time = way.figures.lazy.compactMap({ figures[$0].quantity }).first
    else { return nil }
    let taken = time.interval(under: world.usualProfile)
    let day = Double(departure.isOpen || arrival.isOpen ? 720 : 1_440)
    let clock = Double(arrival.minute - departure.minute)
    func gap(_ zones: [String]) -> Double? {
      guard let shift = shift(zones, datelines[index]) else { return nil }
      let least = (taken.lower ?? 0) / 60 - (clock - shift)
      let most = (taken.upper ?? .infinity) / 60 - (clock - shift)
      // How far the nearest repetition of the clock times lies from the time taken.
      let turn = (least / day).rounded(.up) * day
      return turn <= most ? 0 : min(turn - most, least - (turn - day))
    }
    let (from, to) = (zone(clocks.from), zone(clocks.to))
    let own = from ?? to ?? zone(clocks.beside) ?? "UTC"
    var readings = [[own, own]]
    if let from, let to { readings.append([from, to]) }
    let gaps = readings.compactMap { zones in gap(zones).map { (zones, $0) } }
    guard let best = gaps.min(by: { $0.1 < $1.1 }) else { return nil }
    let needed = from != nil && to != nil ? Self.least : Self.leastUnknown
    return best.1 == 0 || best.1 >= needed ? best.0 : nil
  }

  private func zone(_ place: MentionedPlace?) -> String? {
    place?.ids.first.flatMap { world.gazetteer[id: Place.ID($0)]?.zones.first }
  }

  /// By how many minutes the second zone's clocks are ahead of the first one's on a day.
  private func shift(_ zones: [String], _ day: CivilDate?) -> Double? {
    if zones[0] == zones[1] { return 0 }
    guard let day else { return nil }
    let known = zones.compactMap { try? Zone($0) }
    return known.count == 2 ? known[1].seconds(aheadOf: known[0], on: day) / 60 : nil
  }

  // MARK: Differences between clocks

  /// Of so many places of a name one may be meant.
  private static let namesakes = 8

  /// The two places that a difference between clocks is said of: those of the names for which it holds, or else those that the
  /// names usually mean.
  func clocks(
    of difference: ClockDifference, by value: HedgedValue, on day: CivilDate
  ) -> (ahead: String, behind: String)? {
    let (ahead, behind) = (places(difference.ahead), places(difference.behind))
    let said = value.interval(under: world.usualProfile)
    let holds = { (said.lower ?? 0)...(said.upper ?? .infinity) ~= $0 }
    guard let first = ahead.first, let second = behind.first else { return nil }
    for one in ahead {
      for other in behind
      where one.secondsAhead(of: other, around: day).contains(where: holds) {
        return (one.id.text, other.id.text)
      }
    }
    return (first.id.text, second.id.text)
  }

  private func places(_ name: MentionedPlace) -> [Place] {
    let known = name.ids.compactMap { world.gazetteer[id: Place.ID($0)] }
    let namesakes = world.gazetteer.places(written: name.written ?? name.name)
    return (known + namesakes.prefix(Self.namesakes)).filter { !$0.zones.isEmpty }
  }
}

extension Figure {
  /// Its clock time, and whether it may be either half of the day.
  fileprivate var clock: (minute: Int, isOpen: Bool)? {
    guard case .moment(let moment) = value, let clock = moment.clock else { return nil }
    return (clock.minuteOfDay, moment.isHalfDayOpen)
  }

  fileprivate var quantity: HedgedValue? {
    if case .quantity(let value) = value { value } else { nil }
  }
}
