import Chronology
import Gazetteer
import Geodesy
import Quantities
import TestSupport
import Travel

/// A journey as it really went, made up: where, when, how far and how fast.
struct StoryTimeline {
  struct Leg {
    /// Metres gone.
    let length: Double
    /// Seconds under way: from stand to stand, or from departure to arrival.
    let time: Double
    /// Of that the seconds before take-off and after landing; 0 on the ground.
    let taxi: (out: Double, in: Double)
  }

  let mode: TravelMode
  let places: [Place]
  let legs: [Leg]
  /// Seconds at the stops between the legs.
  let stays: [Double]
  /// Seconds since 1970.
  let departure: Double
  /// The most that it ever did, in metres a second.
  let top: Double

  /// Seconds from the departure to each departure and arrival, leg by leg.
  var moments: [(departure: Double, arrival: Double)] {
    var clock = departure
    return legs.indices.map { index in
      let start = clock + (index > 0 ? stays[index - 1] : 0)
      clock = start + legs[index].time
      return (start, clock)
    }
  }

  var length: Double { legs.reduce(0) { $0 + $1.length } }
}

/// Makes journeys up.
struct StoryMaker {
  /// Where journeys can begin and end, by mode.
  let airports: [Place]
  let towns: [Place]
  /// Airports within 40 degrees of the antimeridian.
  let pacific: [Place]

  init(_ world: World) {
    let known = world.gazetteer.places.filter { $0.coordinate != nil && !$0.zones.isEmpty }
    airports = known.filter { $0.kind == .airport }
    towns = known.filter { $0.kind == .city }
    pacific = airports.filter { abs($0.coordinate?.longitude ?? 0) > 140 }
  }

  /// Kilometres from place to place that a mode usually covers.
  private func reach(_ mode: TravelMode) -> ClosedRange<Double> {
    switch mode {
    case .air: 400...9_000
    case .rail: 60...900
    case .road: 40...700
    case .sea: 50...1_500
    }
  }

  /// Every fourth journey by air begins where the date line is near, so that some cross it both ways.
  func timeline(
    _ mode: TravelMode, legs: ClosedRange<Int>, _ random: inout SeededGenerator
  ) -> StoryTimeline? {
    let pool = mode == .air ? airports : towns
    let isPacific = mode == .air && Int.random(in: 0..<4, using: &random) == 0
    guard let first = (isPacific ? pacific : pool).randomElement(using: &random) else { return nil }
    var places = [first]
    for _ in 0..<Int.random(in: legs, using: &random) {
      guard let last = places.last else { return nil }
      let near = next(from: last, in: pool, reach(mode), &random)
      guard let near else { return nil }
      places.append(near)
    }
    // Some come back to where they began.
    if places.count > 2, Int.random(in: 0..<4, using: &random) == 0 {
      places[places.count - 1] = first
    }
    guard zip(places, places.dropFirst()).allSatisfy({ $0.id != $1.id }) else { return nil }
    return timeline(mode, places, &random)
  }

  private func next(
    from place: Place, in pool: [Place], _ reach: ClosedRange<Double>,
    _ random: inout SeededGenerator
  ) -> Place? {
    for _ in 0..<200 {
      guard let other = pool.randomElement(using: &random),
        let apart = place.geodesic(to: other)?.lower?.kilometers
      else { continue }
      if reach.contains(apart) { return other }
    }
    return nil
  }

  private func timeline(
    _ mode: TravelMode, _ places: [Place], _ random: inout SeededGenerator
  ) -> StoryTimeline {
    var top = 0.0
    let legs = zip(places, places.dropFirst()).map { from, to -> StoryTimeline.Leg in
      let straight = from.geodesic(to: to)?.upper?.meters ?? 0
      let (detour, kilometers, taxi) = manner(mode, &random)
      let length = straight * detour
      let speed = kilometers / 3.6
      let climb = mode == .air ? Double.random(in: 900...1_500, using: &random) : 0
      top = max(top, speed * Double.random(in: 1.15...1.6, using: &random))
      return StoryTimeline.Leg(
        length: length, time: ((length / speed + climb + taxi.out + taxi.in) / 60).rounded() * 60,
        taxi: taxi)
    }
    return StoryTimeline(
      mode: mode, places: places, legs: legs,
      stays: legs.dropFirst().map { _ in
        Double(Int.random(in: mode == .air ? 40...240 : 5...90, using: &random)) * 60
      },
      departure: departure(&random), top: top)
  }

  /// Seconds since 1970, from 1989 to 2024; of eight journeys one begins about when clocks are changed in Europe or America.
  private func departure(_ random: inout SeededGenerator) -> Double {
    guard Int.random(in: 0..<8, using: &random) == 0,
      let (month, sunday) = [(3, 8), (3, 25), (10, 25), (11, 1)].randomElement(using: &random),
      let date = CivilDate(
        year: Int.random(in: 1990...2024, using: &random), month: month, day: sunday)
    else { return Double(Int.random(in: 10_000_000...28_900_000, using: &random)) * 60 }
    let own = Weekday.allCases.firstIndex(of: date.weekday) ?? 0
    let day = date.advanced(byDays: 6 - own)
    let midnight = Zone.utc.instant(of: day, secondOfDay: 0).secondsSinceEpoch
    return midnight + Double(Int.random(in: -600...900, using: &random)) * 60
  }

  /// How much longer than the straight line it goes, how fast in km/h, and how long it taxies.
  private func manner(
    _ mode: TravelMode, _ random: inout SeededGenerator
  ) -> (Double, Double, (out: Double, in: Double)) {
    switch mode {
    case .air:
      (
        .random(in: 1.02...1.07, using: &random), .random(in: 790...860, using: &random),
        (
          Double(Int.random(in: 9...22, using: &random)) * 60,
          Double(Int.random(in: 4...11, using: &random)) * 60
        )
      )
    case .rail:
      (.random(in: 1.05...1.9, using: &random), .random(in: 35...190, using: &random), (0, 0))
    case .road:
      (.random(in: 1.05...1.8, using: &random), .random(in: 35...95, using: &random), (0, 0))
    case .sea:
      (.random(in: 1.05...2.5, using: &random), .random(in: 18...45, using: &random), (0, 0))
    }
  }
}
