/// Motion under full effort, or none, on a constant gradient, integrated over speed.
///
/// With the acceleration a(v), time is the integral of dv / a and distance that of v·dv / a. Within a piece of the
/// effort curve both are smooth, so that five points of Gauss and Legendre on steps over which the acceleration changes
/// by a set share are right to about ten digits. Steps shrink by themselves towards the speed of equilibrium.
struct FreeRun {
  /// Newtons a kilogram of weight: gradient and curves.
  var slope = 0.0
  private let stock: RollingStock
  private let effort: [EffortCurve.Piece]
  /// The piece in which the speed was last.
  private var index = 0
  private let inertia: Double
  private let stepShare: Double

  /// Accelerations less than this are none, in metres a second squared.
  static let rest = 1e-7

  /// Where a step leads.
  struct Step {
    var speed: Double
    var time = 0.0
    var distance = 0.0
  }

  /// - Parameters:
  ///   - hasEffort: whether the train pulls; without, it coasts.
  ///   - stepShare: how far the acceleration may change in a step.
  init(_ stock: RollingStock, hasEffort: Bool = true, stepShare: Double) {
    self.stock = stock
    self.stepShare = stepShare
    effort =
      hasEffort
      ? stock.effort.pieces
      : [EffortCurve.Piece(end: .infinity, constant: 0, slope: 0, power: 0)]
    inertia = 1 / (stock.mass * stock.rotatingMassFactor)
  }

  @inline(__always)
  private func acceleration(_ speed: Double, _ piece: EffortCurve.Piece) -> Double {
    (piece.effort(at: speed) - stock.resistance.force(at: speed) - stock.mass * slope) * inertia
  }

  /// The acceleration at a speed in metres a second squared; at a border of effort, that of the side to which
  /// the speed goes.
  mutating func acceleration(at speed: Double) -> Double {
    while index > 0, effort[index - 1].end > speed { index -= 1 }
    while effort[index].end <= speed { index += 1 }
    let above = acceleration(speed, effort[index])
    guard above < 0, index > 0, effort[index - 1].end >= speed else { return above }
    let below = acceleration(speed, effort[index - 1])
    // More effort below than above, and neither holds the speed: it stays at the border.
    guard below < 0 else { return 0 }
    index -= 1
    return below
  }

  /// A step from a speed towards another; it may end before it, but always goes on.
  ///
  /// - Returns: nil where the train neither gains nor loses speed.
  mutating func step(from speed: Double, towards target: Double) -> Step? {
    let here = acceleration(at: speed)
    guard abs(here) >= Self.rest else { return nil }
    let piece = effort[index]
    let change =
      (piece.derivative(at: max(speed, 1e-9)) - stock.resistance.linear
        - 2 * stock.resistance.quadratic * speed) * inertia
    let size = change == 0 ? .infinity : max(1e-6, stepShare * abs(here / change))
    let end =
      here > 0
      ? min(target, speed + size, piece.end)
      : max(0, target, speed - size, index > 0 ? effort[index - 1].end : 0)
    guard end != speed else { return nil }
    return integral(from: speed, to: end, piece)
  }

  /// The step that led down to a speed, at most over a distance; nil where the train does not lose speed.
  mutating func stepBack(from speed: Double, within distance: Double) -> Step? {
    let here = acceleration(at: speed)
    guard here < -Self.rest, distance > 0 else { return nil }
    // Even braking over the whole distance is more than is lost rolling faster.
    let most = (speed * speed - 2 * here * distance * 4).squareRoot()
    let end = min(speed * (1 + stepShare / 4), most)
    guard end > speed, var step = integral(from: end, to: speed, effort[index]) else { return nil }
    if step.distance > distance {
      var (low, high) = (speed, end)
      for _ in 0..<60 {
        let middle = (low + high) / 2
        guard let trial = integral(from: middle, to: speed, effort[index]) else { break }
        if trial.distance > distance { high = middle } else { low = middle }
        step = trial
      }
      return Step(speed: (low + high) / 2, time: step.time, distance: distance)
    }
    return Step(speed: end, time: step.time, distance: step.distance)
  }

  /// Time and distance from one speed to another within a piece; nil where the acceleration changes its sign.
  @inline(__always)
  private func integral(
    from speed: Double, to end: Double, _ piece: EffortCurve.Piece
  ) -> Step? {
    let half = (end - speed) / 2
    let middle = (end + speed) / 2
    var time = 0.0
    var distance = 0.0
    var holds = true
    @inline(__always)
    func add(_ node: Double, _ weight: Double) {
      let v = middle + node * half
      let a = acceleration(v, piece)
      holds = holds && a * half > 0
      time += weight / a
      distance += weight * v / a
    }
    // Nodes and weights of Gauss and Legendre on -1 to 1 (Abramowitz and Stegun, table 25.4).
    add(-0.906_179_845_938_664, 0.236_926_885_056_189_08)
    add(-0.538_469_310_105_683_1, 0.478_628_670_499_366_47)
    add(0, 0.568_888_888_888_888_9)
    add(0.538_469_310_105_683_1, 0.478_628_670_499_366_47)
    add(0.906_179_845_938_664, 0.236_926_885_056_189_08)
    return holds ? Step(speed: end, time: time * half, distance: distance * half) : nil
  }

  /// The part of a step up to where something becomes zero, by false position on the speed.
  ///
  /// - Parameter gap: positive before and not after, of the part so far.
  func part(from speed: Double, of step: Step, until gap: (Step) -> Double) -> Step {
    let piece = effort[index]
    var (low, high) = (Step(speed: speed), step)
    var (lowGap, highGap) = (gap(low), gap(high))
    guard lowGap > 0 else { return low }
    for round in 0..<80 where highGap < 0 {
      // Every third time the middle, in case one end stands still.
      let share = round % 3 == 2 ? 0.5 : lowGap / (lowGap - highGap)
      let middle = low.speed + (high.speed - low.speed) * share
      guard middle != low.speed, middle != high.speed,
        let trial = integral(from: speed, to: middle, piece)
      else { break }
      let here = gap(trial)
      if here > 0 { (low, lowGap) = (trial, here) } else { (high, highGap) = (trial, here) }
      if abs(here) < 1e-10 { return trial }
    }
    return lowGap <= -highGap ? low : high
  }
}
