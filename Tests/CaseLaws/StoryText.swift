import Chronology
import Gazetteer
import Quantities
import TestSupport

/// A made-up journey told as reports tell journeys: every claim is true as far as its words go.
struct StoryText {
  let timeline: StoryTimeline
  /// The claims, a line of YAML each; lengths of the way come last.
  private(set) var claims: [String] = []
  private(set) var lengths: [String] = []

  init(_ timeline: StoryTimeline, _ random: inout SeededGenerator) {
    self.timeline = timeline
    addTimes(&random)
    addDurations(&random)
    addLengths(&random)
    addSpeeds(&random)
    addComparison(&random)
  }

  /// The case in version 2 of the format.
  ///
  /// - Parameter extra: claims besides.
  func yaml(without left: Set<String> = [], extra: [String] = []) -> String {
    let stops = timeline.places.enumerated().map {
      "{id: s\($0.offset), place: \"\($0.element.id)\"}"
    }
    let day = local(timeline.departure, timeline.places[0]).date
    let told = (claims + lengths).filter { claim in !left.contains { claim.contains("{id: \($0),") }
    }
    return """
      wayproof: 2
      id: story
      title: Story
      sources: [{id: s, outlet: S, published: \(day.advanced(byDays: 9))}]
      journeys:
        - {id: j, mode: \(timeline.mode.rawValue), vehicle: "\(vehicle)", date: \(day), stops: [\(stops.joined(separator: ", "))]}
      claims:
      \((told + extra).map { "  - \($0)" }.joined(separator: "\n"))

      """
  }

  /// A vehicle that nothing else is known of, for claims of its greatest speed.
  private var vehicle: String {
    timeline.mode == .road || timeline.mode == .sea ? "own" : ""
  }

  private mutating func add(_ id: String, _ fields: String) {
    claims.append("{id: \(id), source: s, quote: q, \(fields)}")
  }

  private func local(_ moment: Double, _ place: Place) -> (date: CivilDate, minute: Int) {
    let zone = place.zones.lazy.compactMap { try? Zone($0) }.first ?? .utc
    let (date, second) = zone.local(Instant(secondsSinceEpoch: moment))
    return (date, Int(held: second / 60))
  }

  private func event(_ stop: Int, isStart: Bool) -> String {
    "\(isStart ? "departure" : "arrival") s\(stop)"
  }

  // MARK: Clocks

  private mutating func addTimes(_ random: inout SeededGenerator) {
    for (index, moments) in timeline.moments.enumerated() {
      for (stop, moment, isStart) in [
        (index, moments.departure, true), (index + 1, moments.arrival, false),
      ] where Int.random(in: 0..<3, using: &random) > 0 {
        let place = timeline.places[stop]
        let zone = place.zones.first ?? "UTC"
        let (date, minute) = local(moment, place)
        add(
          "t\(index)\(isStart ? "d" : "a")",
          "time: \"\(date) \(clock(minute))\", zone: \(zone), event: \(event(stop, isStart: isStart))"
        )
      }
    }
  }

  private func clock(_ minute: Int) -> String {
    func two(_ number: Int) -> String { number < 10 ? "0\(number)" : "\(number)" }
    return "\(two(minute / 60)):\(two(minute % 60))"
  }

  // MARK: Durations

  private mutating func addDurations(_ random: inout SeededGenerator) {
    guard let first = timeline.moments.first, let last = timeline.moments.last else { return }
    let all = last.arrival - first.departure
    add("whole", "duration: \(hours(all, &random)), from: start, to: end")
    for (index, leg) in timeline.legs.enumerated() where Bool.random(using: &random) {
      let ends =
        "from: \(event(index, isStart: true)), to: \(event(index + 1, isStart: false))"
      add("d\(index)", "duration: \(hours(leg.time, &random)), \(ends)")
    }
    for (index, stay) in timeline.stays.enumerated() where Bool.random(using: &random) {
      add(
        "stay\(index)",
        "duration: \(Int(held: stay / 60)) min, from: \(event(index + 1, isStart: false)), "
          + "to: \(event(index + 1, isStart: true))")
    }
    guard timeline.mode == .air else { return }
    let aloft = timeline.legs.reduce(0) { $0 + $1.time - $1.taxi.out - $1.taxi.in }
    add("aloft", "duration: \(minutes(aloft)), counts: airborne, from: start, to: end")
    add(
      "block",
      "duration: \(minutes(timeline.legs.reduce(0) { $0 + $1.time })), counts: block, from: start, to: end"
    )
  }

  private func minutes(_ seconds: Double) -> String {
    let minutes = Int(held: (seconds / 60).rounded())
    return "\(minutes / 60) h \(minutes % 60) min"
  }

  /// To the minute, or rounded with the word for it.
  private func hours(_ seconds: Double, _ random: inout SeededGenerator) -> String {
    guard seconds > 5 * 3_600, Bool.random(using: &random) else { return minutes(seconds) }
    switch Int.random(in: 0..<3, using: &random) {
    case 0: return "about \(Int(held: (seconds / 3_600).rounded())) hours"
    case 1: return "more than \(Int(held: (seconds / 3_600).rounded(.down))) hours"
    default: return "less than \(Int(held: (seconds / 3_600).rounded(.up))) hours"
    }
  }

  // MARK: Lengths and speeds

  private mutating func addLengths(_ random: inout SeededGenerator) {
    let kind =
      switch timeline.mode {
      case .rail: "track"
      case .air: "flown"
      case .road: "road"
      case .sea: "sea"
      }
    for (index, leg) in timeline.legs.enumerated() where Bool.random(using: &random) {
      // What is said of two places is said of both ways between them.
      guard index == 0 || timeline.places[index - 1].id != timeline.places[index + 1].id else {
        continue
      }
      lengths.append(
        "{id: l\(index), source: s, quote: q, distance: \(kilometers(leg.length, &random)), from: s\(index), to: s\(index + 1), kind: \(kind)}"
      )
    }
    lengths.append(
      "{id: all, source: s, quote: q, distance: \(kilometers(timeline.length, &random)), from: start, to: end}"
    )
    if let straight = timeline.places[0].geodesic(to: timeline.places[1])?.lower?.kilometers {
      add(
        "line",
        "distance: \(Int(held: straight.rounded())) km, from: s0, to: s1, kind: geodesic")
    }
  }

  private func kilometers(_ meters: Double, _ random: inout SeededGenerator) -> String {
    let kilometers = meters / 1_000
    guard kilometers > 100, Bool.random(using: &random) else {
      return "exactly \((kilometers * 10).rounded() / 10) km"
    }
    return Bool.random(using: &random)
      ? "about \(Int(held: (kilometers / 10).rounded()) * 10) km"
      : "over \(Int(held: (kilometers / 10).rounded(.down)) * 10) km"
  }

  private mutating func addSpeeds(_ random: inout SeededGenerator) {
    guard let leg = timeline.legs.first, timeline.mode != .air else { return }
    let speed = leg.length / leg.time * 3.6
    add(
      "pace",
      "speed: about \(Int(held: speed.rounded())) km/h, kind: average, from: \(event(0, isStart: true)), "
        + "to: \(event(1, isStart: false))")
    guard !vehicle.isEmpty, Bool.random(using: &random) else { return }
    add(
      "top",
      "speed: at most \(Int(held: (timeline.top * 3.6).rounded(.up))) km/h, kind: maximum, vehicle: own, years: 1900-2100"
    )
  }

  private mutating func addComparison(_ random: inout SeededGenerator) {
    guard timeline.legs.count > 1, Bool.random(using: &random) else { return }
    let (one, other) = (timeline.legs[0], timeline.legs[1])
    func times(_ leg: Int) -> String {
      "{from: \(event(leg, isStart: true)), to: \(event(leg + 1, isStart: false))}"
    }
    let gap = one.time - other.time
    add(
      "compared",
      "\(gap >= 0 ? "more" : "less"): \(Int(held: abs(gap) / 60)) min, of: \(times(0)), than: \(times(1))"
    )
    let ratio = (one.length / other.length * 10).rounded() / 10
    guard ratio >= 0.5 else { return }
    add(
      "multiple",
      "times: about \(ratio), of: {quantity: distance, from: \(event(0, isStart: true)), to: \(event(1, isStart: false))}, "
        + "than: {quantity: distance, from: \(event(1, isStart: true)), to: \(event(2, isStart: false))}"
    )
  }
}
