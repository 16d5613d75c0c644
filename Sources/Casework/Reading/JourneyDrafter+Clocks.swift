import Chronology
import ClaimReading
import Claims
import Figures
import Gazetteer
import Geodesy
import Quantities
import Travel

/// Clock times of ways whose ends may not be known.
extension JourneyDrafter {
  /// Departure and arrival by the clock, as they are judged.
  struct ClockedEnds {
    /// Of the departure and of the arrival.
    let zones: [String]
    let days: [CivilDate]
  }

  /// A time in the air and the time from gate to gate, or clock times rounded by somebody, differ by so much at most; in minutes,
  /// estimated.
  private static let least = 60.0
  /// Clocks at places that nobody knows differ by so much at most on such journeys; in minutes, estimated.
  private static let leastUnknown = 240.0
  /// A slip of half a day, as far as times are rounded; in minutes.
  static let halfDay = 645.0...795.0

  /// The zones and days by which a way's departure and arrival are judged; nil where its clock times neither fit the time
  /// between them nor miss it by more than other zones, stops and ways of measuring would explain.
  func ends(by clocks: ToldWay.Clocks, _ way: ToldWay, _ index: Int) -> ClockedEnds? {
    let figures = articles[index].reading.figures
    guard let departure = figures[clocks.departure].clock,
      let arrival = figures[clocks.arrival].clock,
      let first = day(of: figures[clocks.departure], datelines[index]) ?? datelines[index]
    else { return nil }
    guard let time = way.figures.lazy.compactMap({ figures[$0].quantity }).first else {
      return ofOneDay(clocks, way, first, minutes: arrival.minute - departure.minute)
    }
    let taken = time.interval(under: world.usualProfile)
    let told = day(of: figures[clocks.arrival], datelines[index])
    let offsets = told.map { [$0.dayNumber - first.dayNumber] } ?? Array(-1...2)
    let halves = departure.isOpen || arrival.isOpen ? [-720.0, 0, 720] : [0]
    let (from, to) = (zone(clocks.from), zone(clocks.to))
    let own = from ?? to ?? zone(clocks.beside) ?? "UTC"
    var best: (ends: ClockedEnds, miss: Double)?
    for zones in [[own, own]] + (from != nil && to != nil ? [[from ?? own, to ?? own]] : []) {
      let shift = shift(zones[0], zones[1], first)
      for offset in offsets {
        for half in halves {
          let elapsed =
            Double(arrival.minute - departure.minute + 1_440 * offset) + half - shift
          guard elapsed >= 0 else { continue }
          // Less than nothing where the time told is shorter than what the clocks leave.
          let (least, most) = ((taken.lower ?? 0) / 60, (taken.upper ?? .infinity) / 60)
          let miss = elapsed < least ? least - elapsed : elapsed > most ? most - elapsed : 0
          if abs(miss) < best.map({ abs($0.miss) }) ?? .infinity {
            best = (ClockedEnds(zones: zones, days: [first, first.advanced(byDays: offset)]), miss)
          }
        }
      }
    }
    guard let best else { return nil }
    let needed = from != nil && to != nil ? Self.least : Self.leastUnknown
    let isMissed =
      Self.halfDay ~= abs(best.miss)
      || clocks.isOfWhole && abs(best.miss) >= needed || told != nil && best.miss >= needed
    return best.miss == 0 || isMissed ? best.ends : nil
  }

  /// How many times slower than such journeys usually are one is that nobody would tell without its day; estimated.
  static let crawling = 4.0
  /// What leaves in the evening may come in the morning; longer journeys are told with their days; in minutes, estimated.
  private static let overnight = 960

  /// An arrival by an earlier clock time than its departure, which would have crawled to come on the next day.
  private func ofOneDay(
    _ clocks: ToldWay.Clocks, _ way: ToldWay, _ day: CivilDate, minutes: Int
  ) -> ClockedEnds? {
    guard minutes < 0, let means = way.means, means.isQuick, let from = clocks.from,
      let to = clocks.to, let start = id(of: from, means.mode), let end = id(of: to, means.mode),
      let zone = zone(from), zone == self.zone(to),
      isCrawling(
        from: start, to: end, means.mode, means.rawValue, minutes: 1_440 + minutes)
    else { return nil }
    return ClockedEnds(zones: [zone, zone], days: [day, day])
  }

  /// Whether a way that took so long, and more than a night, would have been crawled.
  func isCrawling(
    from start: String, to end: String, _ mode: TravelMode, _ vehicle: String?, minutes: Int
  ) -> Bool {
    guard minutes > Self.overnight, start != end,
      let from = world.gazetteer[id: Place.ID(start)]?.coordinate,
      let to = world.gazetteer[id: Place.ID(end)]?.coordinate,
      let usual = world.range(of: mode, vehicle ?? "")?.usualSpeed.lower
    else { return false }
    let straight = Ellipsoid.wgs84.distance(from: from, to: to).kilometers
    return straight / (Double(minutes) / 60) < usual.kilometersPerHour / Self.crawling
  }

  private func zone(_ place: MentionedPlace?) -> String? {
    place?.ids.first.flatMap { world.gazetteer[id: Place.ID($0)]?.zones.first }
  }

  /// By how many minutes the second zone's clocks are ahead of the first one's on a day.
  private func shift(_ from: String, _ to: String, _ day: CivilDate) -> Double {
    guard from != to, let one = try? Zone(from), let other = try? Zone(to) else { return 0 }
    return other.seconds(aheadOf: one, on: day) / 60
  }

  // MARK: Differences between clocks

  /// Of so many places of a name one may be meant.
  private static let namesakes = 8
  /// Inhabitants of a place whose clocks are worth a word; estimated.
  private static let known = 10_000.0

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
    let namesakes = world.gazetteer.places(written: name.written ?? name.name).filter {
      world.gazetteer.prominence(of: $0) >= Self.known
    }
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

extension Means {
  /// Whether it goes on by night as by day, and rests nowhere.
  var isQuick: Bool {
    switch self {
    case .rail, .bus, .plane, .air, .ferry, .helicopter: true
    default: false
    }
  }
}
