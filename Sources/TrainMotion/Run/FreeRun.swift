/// Motion under full effort, or none, on a constant gradient, integrated over speed.
///
/// With the acceleration a(v), time is the integral of dv / a and distance that of v·dv / a. Within a piece of the
/// effort curve both are smooth, so that three points of Gauss and Legendre on steps over which the acceleration
/// changes by a set share are right to about eight digits. Steps shrink by themselves towards the speed of equilibrium.
struct FreeRun {
  /// Newtons a kilogram of weight: gradient and curves.
  var slope = 0.0 { didSet { if slope != oldValue { net = Net(stock, effort[index], slope) } } }
  private let stock: RollingStock
  private let effort: [EffortCurve.Piece]
  /// The piece in which the speed was last, and the speeds between which it holds.
  private var index = 0
  private var start = 0.0
  private var end: Double
  private var net: Net
  private let stepShare: Double

  /// Accelerations less than this are none, in metres a second squared.
  static let rest = 1e-7

  /// A change of the acceleration within a step that is small, as a share of itself.
  private static let smallChange = 0.02

  /// Where a step leads.
  struct Step {
    var speed: Double
    var time = 0.0
    var distance = 0.0
  }

  /// The acceleration within a piece: constant + linear·v + quadratic·v² + power / v.
  private struct Net {
    let constant: Double
    let linear: Double
    let quadratic: Double
    let power: Double

    init(_ stock: RollingStock, _ piece: EffortCurve.Piece, _ slope: Double) {
      let inertia = 1 / (stock.mass * stock.rotatingMassFactor)
      constant = (piece.constant - stock.resistance.constant - stock.mass * slope) * inertia
      linear = (piece.slope - stock.resistance.linear) * inertia
      quadratic = -stock.resistance.quadratic * inertia
      power = piece.power * inertia
    }

    @inline(__always)
    func acceleration(_ speed: Double) -> Double {
      let smooth = constant + speed * (linear + speed * quadratic)
      return power == 0 ? smooth : smooth + power / speed
    }

    /// How the acceleration changes with speed.
    @inline(__always)
    func derivative(_ speed: Double) -> Double {
      let smooth = linear + 2 * speed * quadratic
      return power == 0 ? smooth : smooth - power / (speed * speed)
    }
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
    end = effort[0].end
    net = Net(stock, effort[0], 0)
  }

  private mutating func take(_ place: Int) {
    index = place
    start = place > 0 ? effort[place - 1].end : 0
    end = effort[place].end
    net = Net(stock, effort[place], slope)
  }

  /// The acceleration at a speed in metres a second squared; at a border of effort, that of the side to which
  /// the speed goes.
  @inline(__always)
  mutating func acceleration(at speed: Double) -> Double {
    while start > speed { take(index - 1) }
    while end <= speed { take(index + 1) }
    let above = net.acceleration(speed)
    guard above < 0, start >= speed, index > 0 else { return above }
    let below = Net(stock, effort[index - 1], slope).acceleration(speed)
    // More effort below than above, and neither holds the speed: it stays at the border.
    guard below < 0 else { return 0 }
    take(index - 1)
    return below
  }

  /// A step from a speed towards another; it may end before it, but always goes on.
  ///
  /// - Returns: nil where the train neither gains nor loses speed.
  @inline(__always)
  mutating func step(from speed: Double, towards target: Double) -> Step? {
    let here = acceleration(at: speed)
    guard abs(here) >= Self.rest else { return nil }
    let change = net.derivative(max(speed, 1e-9))
    let size = change == 0 ? .infinity : max(1e-6, stepShare * abs(here / change))
    let goal =
      here > 0 ? min(target, speed + size, end) : max(0, target, speed - size, start)
    guard goal != speed else { return nil }
    return integral(from: speed, to: goal)
  }

  /// The step that led down to a speed, at most over a distance; nil where the train does not lose speed.
  mutating func stepBack(from speed: Double, within distance: Double) -> Step? {
    let here = acceleration(at: speed)
    guard here < -Self.rest, distance > 0 else { return nil }
    // Even braking over the whole distance is more than is lost rolling faster.
    let most = (speed * speed - 2 * here * distance * 4).squareRoot()
    let goal = min(speed * (1 + stepShare / 4), most)
    guard goal > speed, var step = integral(from: goal, to: speed) else { return nil }
    if step.distance > distance {
      var (low, high) = (speed, goal)
      for _ in 0..<60 {
        let middle = (low + high) / 2
        guard let trial = integral(from: middle, to: speed) else { break }
        if trial.distance > distance { high = middle } else { low = middle }
        step = trial
      }
      return Step(speed: (low + high) / 2, time: step.time, distance: distance)
    }
    return Step(speed: goal, time: step.time, distance: step.distance)
  }

  /// Time and distance from one speed to another within a piece; nil where the acceleration changes its sign.
  @inline(__always)
  private func integral(from speed: Double, to goal: Double) -> Step? {
    let half = (goal - speed) / 2
    let middle = (goal + speed) / 2
    // Nodes and weights of Gauss and Legendre on -1 to 1 (Abramowitz and Stegun, table 25.4).
    let (start, end) = (net.acceleration(max(speed, 1e-9)), net.acceleration(goal))
    if abs(end - start) < Self.smallChange * abs(start) {
      // Where little changes two points are as good: their error grows with the fourth power of the change.
      let reach = 0.577_350_269_189_625_8 * half
      let (low, high) = (middle - reach, middle + reach)
      let (first, second) = (net.acceleration(low), net.acceleration(high))
      guard first * half > 0, second * half > 0 else { return nil }
      let (one, two) = (1 / first, 1 / second)
      return Step(
        speed: goal, time: (one + two) * half, distance: (one * low + two * high) * half)
    }
    let reach = 0.774_596_669_241_483_4 * half
    let (low, high) = (middle - reach, middle + reach)
    let (first, second, third) = (
      net.acceleration(low), net.acceleration(middle), net.acceleration(high)
    )
    guard first * half > 0, second * half > 0, third * half > 0 else { return nil }
    let outer = 5.0 / 9
    let (one, two, three) = (outer / first, (8.0 / 9) / second, outer / third)
    return Step(
      speed: goal, time: (one + two + three) * half,
      distance: (one * low + two * middle + three * high) * half)
  }

  /// How far something is from zero at a speed, positive before it is reached, and how that changes with speed.
  typealias Gap = (value: Double, slope: Double)

  /// The part of a step up to where something becomes zero, by Newton's method on the speed, held within bounds.
  ///
  /// - Parameters:
  ///   - guess: about where that is.
  ///   - gap: of the part so far, given how far the train goes while its speed changes by one.
  @inline(__always)
  func part(
    from speed: Double, of step: Step, guess: Double,
    until gap: (Step, _ distancePerSpeed: Double) -> Gap
  ) -> Step {
    var (low, high) = (speed, step.speed)
    var best = step
    let isWithin = (guess - speed) * (guess - step.speed) < 0
    var trial = isWithin ? integral(from: speed, to: guess) ?? step : step
    for _ in 0..<60 {
      let here = gap(trial, trial.speed / net.acceleration(trial.speed))
      best = trial
      if abs(here.value) < 1e-9 { break }
      if here.value > 0 { low = trial.speed } else { high = trial.speed }
      var next = trial.speed - here.value / here.slope
      if !((next - low) * (next - high) < 0) { next = (low + high) / 2 }
      guard next != low, next != high, let further = integral(from: speed, to: next) else { break }
      trial = further
    }
    return best
  }
}
