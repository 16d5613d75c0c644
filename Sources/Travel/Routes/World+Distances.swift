import Geodesy
public import Gazetteer
public import Quantities
import Railways
import Wording

extension World {
  /// Every kind of distance that is known between two places, the geodesic first.
  ///
  /// - Parameters:
  ///   - start: where it begins.
  ///   - end: where it ends.
  ///   - via: stations that a way by rail passes.
  public func distances(
    from start: Place, to end: Place, via: [Place.ID] = []
  ) -> [TypedDistance] {
    let kinds: [DistanceKind] =
      start.isAcrossAnOcean(from: end) ? [.geodesic, .track] : [.geodesic, .track, .road]
    let known = kinds.compactMap { kind in distance(kind, from: start, to: end, via: via) }
    // A track that no network holds is not known, but within a country that has railways it can be guessed.
    let isGuessed = start.country == end.country && railways?.isNearTrack([start, end]) == true
    return known.filter { $0.kind != .track || $0.followsTrack || isGuessed }
  }

  /// The straight lines from place to place, added up; nil where one has no sourced position.
  public func straightLines(through places: [Place]) -> TypedDistance? {
    let legs = zip(places, places.dropFirst()).map { distance(.geodesic, from: $0, to: $1) }
    let known = legs.compactMap(\.self)
    guard known.count == legs.count, let first = known.first else { return nil }
    let interval = known.dropFirst().reduce(first.interval) { sum, leg in
      Interval(
        from: (sum.lower ?? .zero) + (leg.interval.lower ?? .zero),
        to: (sum.upper ?? .zero) + (leg.interval.upper ?? .zero))
    }
    return TypedDistance(
      kind: .geodesic, interval: interval, central: known.reduce(.zero) { $0 + $1.central },
      basis: first.basis, isHard: true)
  }

  /// The distance of one kind; nil where nothing is known about it.
  public func distance(
    _ kind: DistanceKind, from start: Place, to end: Place, via: [Place.ID] = []
  ) -> TypedDistance? {
    let isArea = start.outline != nil || end.outline != nil
    return switch kind {
    case .geodesic: geodesic(from: start, to: end)
    // Where within a country it begins or ends no network says.
    case .track where isArea, .tariff where isArea:
      byRatio(kind, .rail, from: start, to: end)
    case .track, .tariff:
      credibleTrack(kind, from: start, to: end, via: via)
        ?? imported(kind, from: start, to: end, via: via)
        ?? overWorld(kind, from: start, to: end, via: via)
        ?? byRatio(kind, .rail, from: start, to: end)
    case .road: byRatio(kind, .road, from: start, to: end)
    case .sea: byRatio(kind, .sea, from: start, to: end)
    case .flown: byRatio(kind, .air, from: start, to: end)
    }
  }

  /// The built-in lines are few: between far places a way that goes far round lacks the line that trains take.
  private func credibleTrack(
    _ kind: DistanceKind, from start: Place, to end: Place, via: [Place.ID]
  ) -> TypedDistance? {
    guard let way = track(kind, from: start, to: end, via: via) else { return nil }
    return via.isEmpty && isFarRound(way.central, from: start, to: end) ? nil : way
  }

  /// Whether a way over the built-in lines goes so far round that it lacks the line that trains take.
  func isFarRound(_ length: Distance, from start: Place, to end: Place) -> Bool {
    guard let straight = geodesic(from: start, to: end)?.central else { return false }
    return straight.kilometers > Self.longWay && length > straight * Self.farthestRound
  }

  /// In kilometres.
  private static let longWay = 1_000.0
  /// Moscow–Vladivostok goes 1.44 times as far as the straight line, Pyongyang–Moscow 1.6 times, Khasan–Irkutsk 1.89 times.
  private static let farthestRound = 1.9

  private func geodesic(from start: Place, to end: Place) -> TypedDistance? {
    guard let interval = start.geodesic(to: end), let one = start.coordinate,
      let other = end.coordinate
    else { return nil }
    let isEstimated = start.isEstimated || end.isEstimated
    let isArea = start.outline != nil || end.outline != nil
    let basis: Phrase =
      isArea
      ? "from the nearest to the farthest point of an outline"
      : isEstimated
        ? "WGS 84 geodesic by PROJ between the points of the gazetteer, one of them estimated"
        : "WGS 84 geodesic by PROJ between the points of the gazetteer"
    return TypedDistance(
      kind: .geodesic, interval: interval,
      central: isArea ? interval.middle : Ellipsoid.wgs84.distance(from: one, to: other),
      basis: basis, isHard: true)
  }

  private func track(
    _ kind: DistanceKind, from start: Place, to end: Place, via: [Place.ID]
  ) -> TypedDistance? {
    let stops = [start.id] + via + [end.id]
    guard let course = try? network.course(through: stops, in: gazetteer),
      !course.sections.isEmpty
    else { return nil }
    return TypedDistance(course: course, kind: kind)
  }

  /// The way by the first of the imported networks that has one.
  private func imported(
    _ kind: DistanceKind, from start: Place, to end: Place, via: [Place.ID]
  ) -> TypedDistance? {
    let between = via.compactMap { gazetteer[id: $0] }
    guard kind == .track, between.count == via.count else { return nil }
    return tracks.lazy.compactMap { network in
      try? track(
        through: [start] + between + [end], on: network,
        within: RailQuery.usualSnapLimit)
    }.first
  }

  /// The shortest way over the built-in railways of the world.
  private func overWorld(
    _ kind: DistanceKind, from start: Place, to end: Place, via: [Place.ID]
  ) -> TypedDistance? {
    let between = via.compactMap { gazetteer[id: $0] }
    guard kind == .track, between.count == via.count else { return nil }
    return worldWay(through: [start] + between + [end])
  }

  private func byRatio(
    _ kind: DistanceKind, _ mode: TravelMode, from start: Place, to end: Place
  ) -> TypedDistance? {
    guard let geodesic = geodesic(from: start, to: end), let range = modes[mode] else { return nil }
    // Sailors and pilots reckon on a sphere, on which the straight line may be shorter.
    let sphere = kind == .sea || kind == .flown ? GreatCircle.shortestShare : 1
    let interval = Interval(
      from: geodesic.interval.lower.map { $0 * ((range.detour.lower ?? 1) * sphere) },
      to: geodesic.interval.upper.flatMap { upper in
        range.detour.upper.map { upper * $0 }
      })
    var way = TypedDistance(
      kind: kind, interval: interval, central: geodesic.central * middle(range.detour),
      basis: "a rough estimate from the straight line: no railway or road map covers it",
      isHard: false)
    // However near its ends are, a way may go round a bay or a canyon.
    let far = max(interval.upper ?? .zero, range.leastMost)
    let isOfAreas = start.outline != nil || end.outline != nil
    let near = isOfAreas ? interval.lower : seldomBelow(geodesic, range, interval.lower)
    if far > interval.upper ?? far || near != interval.lower {
      way.extremes = Interval(from: near, to: interval.upper == nil ? nil : far)
    }
    guard let usual = railways?.usualDetour, kind == .track else { return way }
    way.extremes = Interval(from: interval.lower, to: far)
    way.interval = Interval(
      from: geodesic.interval.lower.map { $0 * usual.lowerBound },
      to: geodesic.interval.upper.map { $0 * usual.upperBound })
    way.central = geodesic.central * ((usual.lowerBound + usual.upperBound) / 2)
    return way
  }

  /// The least that ways of a kind are found to be: from the middles of their ends, which lie somewhere in half their extent.
  private func seldomBelow(
    _ geodesic: TypedDistance, _ range: ModeRange, _ least: Distance?
  ) -> Distance? {
    guard range.seldomBelow > 1, let least, let lower = geodesic.interval.lower,
      geodesic.central.kilometers >= 100
    else { return least }
    return max(least, geodesic.central * range.seldomBelow - (geodesic.central - lower) * 0.5)
  }

  private func middle(_ interval: Interval<Double>) -> Double {
    ((interval.lower ?? 1) + (interval.upper ?? 1)) / 2
  }
}

extension World {
  /// The station of the network that is nearest to a place; nil for a place without a position.
  public func nearestStation(to place: Place) -> (place: Place, distance: Distance)? {
    guard let coordinate = place.coordinate else { return nil }
    return gazetteer.places.filter { network.contains($0.id) }.compactMap { station in
      station.coordinate.map {
        (place: station, distance: Ellipsoid.wgs84.distance(from: coordinate, to: $0))
      }
    }.min { $0.distance < $1.distance }
  }
}

extension Interval<Distance> {
  /// The middle of its ends.
  fileprivate var middle: Distance { ((lower ?? .zero) + (upper ?? .zero)) * 0.5 }
}
