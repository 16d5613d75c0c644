/// Tractive effort over speed: pieces of the form a + b·v + c/v, so that constant effort, straight lines between
/// measured points and constant power (effort = power / speed) are all exact.
public struct EffortCurve: Hashable, Sendable {
  /// One piece, up to a speed. SI: newtons, metres a second.
  struct Piece: Hashable, Sendable {
    let end: Double
    let constant: Double
    let slope: Double
    let power: Double

    @inline(__always)
    func effort(at speed: Double) -> Double {
      power == 0 ? constant + slope * speed : constant + slope * speed + power / speed
    }

    /// How the effort changes with speed.
    @inline(__always)
    func derivative(at speed: Double) -> Double {
      power == 0 ? slope : slope - power / (speed * speed)
    }
  }

  /// Rising by their ends; the last goes on for ever.
  let pieces: [Piece]

  /// Beyond what any train does, by far; in newtons and metres a second. Estimated.
  private static let strongest = 1e8
  private static let fastest = 1_000.0

  /// Straight lines between points of speed and effort; beyond the last the effort stays as it is.
  ///
  /// - Parameter points: metres a second and newtons, with rising speeds; the first may begin above standstill.
  /// - Throws: `MotionError.effort` where speeds do not rise or a value is negative or no number.
  public init(points: [(speed: Double, effort: Double)]) throws(MotionError) {
    guard let first = points.first, points.allSatisfy({ $0.speed >= 0 && $0.effort >= 0 }),
      points.allSatisfy({ $0.speed.isFinite && $0.effort.isFinite })
    else { throw .effort("there must be points, and none may be negative") }
    guard points.allSatisfy({ $0.speed <= Self.fastest && $0.effort <= Self.strongest }) else {
      throw .effort("no train pulls with more than 100 MN, or is faster than 1000 m/s")
    }
    for (one, other) in zip(points, points.dropFirst()) where one.speed >= other.speed {
      throw .effort("the speeds must rise")
    }
    let points = Self.corners(points)
    var pieces: [Piece] = []
    if first.speed > 0 {
      pieces.append(Piece(end: first.speed, constant: first.effort, slope: 0, power: 0))
    }
    for (one, other) in zip(points, points.dropFirst()) {
      let slope = (other.effort - one.effort) / (other.speed - one.speed)
      pieces.append(
        Piece(end: other.speed, constant: one.effort - slope * one.speed, slope: slope, power: 0))
    }
    let last = points[points.count - 1].effort
    pieces.append(Piece(end: .infinity, constant: last, slope: 0, power: 0))
    self.pieces = Self.merged(pieces)
  }

  /// Constant effort up to the speed at which it takes all the power, constant power beyond.
  ///
  /// - Parameters:
  ///   - starting: newtons.
  ///   - power: watts at the rail.
  public init(starting: Double, power: Double) throws(MotionError) {
    guard starting > 0, power > 0, starting.isFinite, power.isFinite else {
      throw .effort("starting effort and power must be greater than zero")
    }
    pieces = [
      Piece(end: power / starting, constant: starting, slope: 0, power: 0),
      Piece(end: .infinity, constant: 0, slope: 0, power: power),
    ]
  }

  private init(pieces: [Piece]) { self.pieces = Self.merged(pieces) }

  /// The efforts of two units added up.
  public func adding(_ other: EffortCurve) -> EffortCurve {
    combined(with: other) { one, other in
      [(one.constant + other.constant, one.slope + other.slope, one.power + other.power)]
    }
  }

  private func combined(
    with other: EffortCurve,
    _ combine: (Piece, Piece) -> [(constant: Double, slope: Double, power: Double)]
  ) -> EffortCurve {
    var result: [Piece] = []
    var (left, right) = (0, 0)
    while left < pieces.count, right < other.pieces.count {
      let end = min(pieces[left].end, other.pieces[right].end)
      for sum in combine(pieces[left], other.pieces[right]) {
        result.append(Piece(end: end, constant: sum.constant, slope: sum.slope, power: sum.power))
      }
      if pieces[left].end <= end { left += 1 }
      if right < other.pieces.count, other.pieces[right].end <= end { right += 1 }
    }
    return EffortCurve(pieces: result)
  }

  /// The same effort as far as the wheels hold: never more than adhesion allows.
  ///
  /// - Parameters:
  ///   - mass: what rests on driven axles, in kilograms.
  ///   - coefficient: adhesion by speed in metres a second, not rising.
  public func limited(
    byAdhesionOf mass: Double, coefficient: (Double) -> Double = EffortCurve.curtiusKniffler
  ) -> EffortCurve {
    var points: [(speed: Double, effort: Double)] = []
    // Adhesion matters at low speed only; straight lines of half a metre a second are right to a part in 10,000.
    for step in 0...200 {
      let speed = Double(step) / 2
      points.append((speed, min(effort(at: speed), mass * standardGravity * coefficient(speed))))
    }
    guard points.contains(where: { $0.effort < effort(at: $0.speed) }),
      let last = points.lastIndex(where: { $0.effort < effort(at: $0.speed) }),
      last + 1 < points.count,
      let below = try? EffortCurve(points: Array(points[...(last + 1)]))
    else { return self }
    let border = points[last + 1].speed
    return EffortCurve(
      pieces: below.pieces.filter { $0.end <= border } + pieces.filter { $0.end > border })
  }

  /// The coefficient of adhesion on dry rail by Curtius and Kniffler: 7.5 / (v + 44) + 0.161 with v in km/h
  /// (Elektrische Bahnen 1950; Wende, Fahrdynamik des Schienenverkehrs, 2003, section 3.2).
  public static func curtiusKniffler(_ speed: Double) -> Double {
    7.5 / (speed * 3.6 + 44) + 0.161
  }

  /// Newtons at a speed in metres a second.
  public func effort(at speed: Double) -> Double { piece(at: speed).effort(at: max(0, speed)) }

  func piece(at speed: Double) -> Piece { pieces[index(at: speed)] }

  /// The piece that holds from a speed upwards.
  @inline(__always)
  func index(at speed: Double) -> Int {
    var low = 0
    var high = pieces.count - 1
    while low < high {
      let middle = (low + high) / 2
      if pieces[middle].end <= speed { low = middle + 1 } else { high = middle }
    }
    return low
  }

  /// The points at which the line turns: one that lies on the line between its neighbours, to a millionth, is none.
  private static func corners(
    _ points: [(speed: Double, effort: Double)]
  ) -> [(speed: Double, effort: Double)] {
    var kept: [(speed: Double, effort: Double)] = []
    // Points left out since the last that was kept: all must lie on the line that takes their place.
    var left: [(speed: Double, effort: Double)] = []
    for (index, point) in points.enumerated() {
      if let last = kept.last, index + 1 < points.count {
        let next = points[index + 1]
        let slope = (next.effort - last.effort) / (next.speed - last.speed)
        let isStraight = (left + [point]).allSatisfy {
          abs(last.effort + slope * ($0.speed - last.speed) - $0.effort) <= 1e-6 * $0.effort
        }
        if isStraight {
          left.append(point)
          continue
        }
      }
      kept.append(point)
      left = []
    }
    return kept
  }

  /// Neighbouring pieces of one form made one.
  private static func merged(_ pieces: [Piece]) -> [Piece] {
    pieces.reduce(into: []) { result, piece in
      if let last = result.last, last.constant == piece.constant, last.slope == piece.slope,
        last.power == piece.power
      {
        result.removeLast()
      }
      result.append(piece)
    }
  }
}

/// Metres a second squared; ISO 80000-3.
let standardGravity = 9.80665
