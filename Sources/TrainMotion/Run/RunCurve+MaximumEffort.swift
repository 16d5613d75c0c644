extension RunCurve {
  /// How finely runs are worked out.
  public struct Precision: Hashable, Sendable {
    /// How far the acceleration may change within a step, as a share of itself.
    public let stepShare: Double

    public init(stepShare: Double) { self.stepShare = max(0.001, min(1, stepShare)) }

    /// Halving the step changes the time of a run by less than a part in a million.
    public static let standard = Precision(stepShare: 0.35)
  }

  /// The technical running time's curve: every limit used to the full, full effort and service braking.
  ///
  /// - Parameters:
  ///   - stock: the train.
  ///   - path: the way that is run.
  ///   - stops: places in metres, besides the end, at which the train comes to rest.
  ///   - cap: a speed in metres a second that the driver does not pass.
  ///   - precision: the greatest step of speed, in metres a second.
  /// - Throws: `MotionError.stalls` where the effort does not overcome the resistance.
  public init(
    maximumEffortOf stock: RollingStock, over path: RunningPath, stops: [Double] = [],
    cap: Double = .infinity, precision: Precision = .standard
  ) throws(MotionError) {
    let ceiling = SpeedCeiling(path, stock, stops: stops, cap: cap)
    self.init(start: .accelerating, capacity: ceiling.pieces.count * 4)
    var free = FreeRun(stock, stepShare: precision.stepShare)
    var speed = 0.0
    for piece in ceiling.pieces {
      free.slope = piece.slope
      var place = piece.start
      while place < piece.end - 1e-9 {
        if let part = Self.underCeiling(piece, from: place, speed, stock.braking, &free) {
          place = piece.end
          speed = part.speed
          add(part.phase, to: place, speed: speed, taking: part.time)
          continue
        }
        let step = try Self.belowCeiling(piece, from: place, speed, &free)
        place = min(piece.end, place + step.distance)
        add(
          step.speed < speed ? .slowing : .accelerating, to: place, speed: step.speed,
          taking: step.time)
        speed = step.speed
      }
    }
  }

  /// Along the ceiling to the end of its piece; nil where the train is below it or cannot keep to it.
  @inline(__always)
  private static func underCeiling(
    _ piece: SpeedCeiling.Piece, from place: Double, _ speed: Double, _ braking: Double,
    _ free: inout FreeRun
  ) -> (phase: Phase, speed: Double, time: Double)? {
    let limit = piece.square(at: place)
    guard speed * speed >= limit - 1e-9 * max(1, limit) else { return nil }
    let here = limit.squareRoot()
    let rest = piece.end - place
    if piece.isBraking {
      guard free.acceleration(at: here) >= -braking else { return nil }
      let end = piece.endSquare.squareRoot()
      return (.braking, end, 2 * rest / (here + end))
    }
    guard free.acceleration(at: here) > -FreeRun.rest else { return nil }
    return (.cruising, here, rest / here)
  }

  /// A step below the ceiling, under full effort, at most to the end of the piece or to the ceiling.
  @inline(__always)
  private static func belowCeiling(
    _ piece: SpeedCeiling.Piece, from place: Double, _ speed: Double, _ free: inout FreeRun
  ) throws(MotionError) -> FreeRun.Step {
    let target = piece.square(at: place).squareRoot()
    let rest = piece.end - place
    let isGaining = free.acceleration(at: speed) > 0
    guard var step = free.step(from: speed, towards: isGaining ? target : 0) else {
      // In equilibrium: on as it is, to the end or until the braking curve comes down to it.
      guard speed > 0.01 else { throw .stalls(at: place, perMille: piece.perMille) }
      let distance = piece.isBraking ? min(rest, piece.distance(from: place, to: speed)) : rest
      return FreeRun.Step(speed: speed, time: distance / speed, distance: distance)
    }
    if step.distance > rest {
      // As if it gained or lost speed evenly.
      let guess = (speed * speed + (step.speed * step.speed - speed * speed) * rest / step.distance)
        .squareRoot()
      step = free.part(from: speed, of: step, guess: guess) { (rest - $0.distance, -$1) }
      step.distance = rest
    } else if step.speed <= 0 {
      throw .stalls(at: place + step.distance, perMille: piece.perMille)
    }
    if piece.isBraking, step.speed * step.speed > piece.square(at: place + step.distance) {
      let fall = (piece.endSquare - piece.startSquare) / (piece.end - piece.start)
      let rise = (step.speed * step.speed - speed * speed) / step.distance
      let meeting = (piece.square(at: place) - speed * speed) / (rise - fall)
      let guess = (speed * speed + rise * meeting).squareRoot()
      step = free.part(from: speed, of: step, guess: guess) { part, distancePerSpeed in
        (
          piece.square(at: place + part.distance) - part.speed * part.speed,
          fall * distancePerSpeed - 2 * part.speed
        )
      }
    }
    return step
  }
}

extension SpeedCeiling.Piece {
  /// The square of the speed at a place.
  @inline(__always)
  func square(at place: Double) -> Double {
    isBraking
      ? startSquare + (endSquare - startSquare) * (place - start) / (end - start) : startSquare
  }

  /// How far it is from a place to where the ceiling has come down to a speed.
  func distance(from place: Double, to speed: Double) -> Double {
    max(0, (square(at: place) - speed * speed) * (end - start) / (startSquare - endSquare))
  }

  var perMille: Double { slope * 1_000 / standardGravity }
}
