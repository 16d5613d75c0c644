/// Time that a timetable adds to the technical running time, so that delays can be made up (UIC leaflet 451-1).
public struct Allowance: Hashable, Sendable {
  /// A share of the running time, 0.05 for 5 %.
  public let share: Double
  /// Seconds a metre of way.
  public let secondsPerMeter: Double

  /// - Parameters:
  ///   - share: of the running time, 0 to 1.
  ///   - minutesPer100Kilometers: 0 to 60.
  /// - Throws: `MotionError.path` beyond these.
  public init(share: Double = 0, minutesPer100Kilometers: Double = 0) throws(MotionError) {
    guard (0...1).contains(share), (0...60).contains(minutesPer100Kilometers) else {
      throw .path("an allowance is 0 to 100 % and 0 to 60 min on 100 km")
    }
    self.share = share
    secondsPerMeter = minutesPer100Kilometers * 60 / 100_000
  }
}

extension RunCurve {
  /// The run with an allowance spread over the whole of it: everywhere as much slower as the allowance says.
  public func slowed(by allowance: Allowance) -> RunCurve {
    guard let first = points.first else { return self }
    var slowed = [first]
    slowed.reserveCapacity(points.count)
    for (start, end) in zip(points, points.dropFirst()) {
      let time = end.time - start.time
      let more =
        time * allowance.share + (end.position - start.position) * allowance.secondsPerMeter
      slowed.append(
        Point(
          position: end.position, speed: time > 0 ? end.speed * time / (time + more) : end.speed,
          time: (slowed.last?.time ?? 0) + time + more, phase: end.phase))
    }
    return RunCurve(points: slowed)
  }

  /// The run that arrives at a given time by never going faster than need be: the peaks are cut, which saves the most
  /// energy for the time (Howlett and Pudney, Energy-Efficient Train Control, 1995, chapter 1).
  ///
  /// - Parameters:
  ///   - target: seconds of running.
  ///   - stock: the train.
  ///   - path: the way that is run.
  ///   - stops: metres from the start at which it stops.
  /// - Throws: `MotionError.tooFast` where the target is less than the train needs, `.stalls` as ever.
  public init(
    reaching target: Double, with stock: RollingStock, over path: RunningPath,
    stops: [Double] = []
  ) throws(MotionError) {
    let best = try RunCurve(maximumEffortOf: stock, over: path, stops: stops)
    guard target >= best.time else { throw .tooFast(target: target, least: best.time) }
    var (low, high) = (0.0, best.greatestSpeed)
    self = best
    for _ in 0..<60 where high - low > 1e-7 * high {
      let middle = (low + high) / 2
      let curve = try RunCurve(maximumEffortOf: stock, over: path, stops: stops, cap: middle)
      if curve.time > target {
        low = middle
      } else {
        high = middle
        self = curve
      }
    }
  }
}
