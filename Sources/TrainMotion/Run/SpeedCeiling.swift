/// The most restrictive speed profile: at every place the least of what line, train and stops allow, a slower stretch
/// counting until the train's end has left it (Hansen and Pachl, Railway Timetabling & Operations, 2014, p. 75).
struct SpeedCeiling {
  /// A stretch in which the square of the speed goes straight from one value to another: level where a limit holds,
  /// falling by twice the braking where the train brakes.
  struct Piece {
    let start: Double
    let end: Double
    /// Metres squared a second squared.
    let startSquare: Double
    let endSquare: Double
    /// Newtons a kilogram of the train's weight: gradient and curves.
    let slope: Double

    var isBraking: Bool { endSquare < startSquare }
  }

  let pieces: [Piece]

  /// - Parameter stops: places in metres, besides the end, at which the train comes to rest.
  init(_ path: RunningPath, _ stock: RollingStock, stops: [Double] = [], cap: Double = .infinity) {
    let limits = Self.limits(path, stock, cap: cap)
    pieces = Self.braked(limits, stops: stops, path.length, stock.braking)
  }

  private struct Limit {
    var start: Double
    var end: Double
    let square: Double
    let slope: Double
  }

  /// Limits that the whole train keeps, cut where limit or gradient change.
  private static func limits(
    _ path: RunningPath, _ stock: RollingStock, cap: Double
  ) -> [Limit] {
    let own = min(stock.ceiling, cap)
    var limits: [Limit] = []
    limits.reserveCapacity(path.sections.count * 2)
    // Sections behind whose limit is lower than all after them and whose end the train has not cleared.
    var behind: [(limit: Double, clear: Double)] = []
    var first = 0
    for (index, section) in path.sections.enumerated() {
      let end = path.end(of: index)
      let speed = min(own, section.limit)
      while behind.count > first, behind[behind.count - 1].limit >= speed { behind.removeLast() }
      var place = section.start
      while place < end {
        while first < behind.count, behind[first].clear <= place { first += 1 }
        // The lowest that is still to be cleared comes first.
        let held = first < behind.count ? behind[first] : nil
        let stop = min(end, held?.clear ?? end)
        let limit = min(speed, held?.limit ?? speed)
        limits.append(
          Limit(
            start: place, end: stop, square: limit * limit,
            slope: section.resistance * standardGravity / 1_000))
        place = stop
      }
      behind.append((speed, end + stock.length))
    }
    return limits
  }

  /// Braking curves backwards from every lower limit, every stop and the end.
  private static func braked(
    _ limits: [Limit], stops: [Double], _ length: Double, _ braking: Double
  ) -> [Piece] {
    var pieces: [Piece] = []
    pieces.reserveCapacity(limits.count * 2)
    var next = 0.0
    var stops = stops.filter { $0 > 0 && $0 < length }.sorted()
    for limit in limits.reversed() {
      var end = limit.end
      while true {
        let stop = stops.last ?? -1
        let start = max(limit.start, min(stop, end))
        let target = min(next, limit.square)
        let level = end - (limit.square - target) / (2 * braking)
        if start >= end {
          next = target
        } else if level > start {
          if level < end {
            pieces.append(
              Piece(
                start: level, end: end, startSquare: limit.square, endSquare: target,
                slope: limit.slope))
          }
          pieces.append(
            Piece(
              start: start, end: level, startSquare: limit.square, endSquare: limit.square,
              slope: limit.slope))
          next = limit.square
        } else {
          next = target + 2 * braking * (end - start)
          pieces.append(
            Piece(
              start: start, end: end, startSquare: next, endSquare: target, slope: limit.slope))
        }
        guard stop >= limit.start else { break }
        stops.removeLast()
        next = 0
        end = stop
        if end <= limit.start { break }
      }
    }
    return pieces.reversed()
  }
}
