/// What a train is made up of, each number from its least to its most.
struct Formation: Hashable, Sendable {
  /// SI throughout; the resistance is of a mass, in newtons a kilonewton of weight (‰) with the speed in km/h.
  struct Vehicle: Hashable, Sendable {
    var name = ""
    var mass = 0.0...0.0
    var drivenMass: ClosedRange<Double>?
    var length = 0.0...0.0
    var limit = 0.0...0.0
    var starting: ClosedRange<Double>?
    var power: ClosedRange<Double>?
    var rotating = 1.0
    var resistance = RunningResistance(constant: 0, linear: 0, quadratic: 0)
    var sources: [String] = []

    var pulls: Bool { starting != nil }
  }

  struct Unit: Hashable, Sendable {
    let vehicle: Vehicle
    let count: ClosedRange<Double>
  }

  let units: [Unit]
  /// Metres a second squared.
  let braking: ClosedRange<Double>

  /// How many vehicles are hauled.
  var cars: ClosedRange<Double>? {
    let hauled = units.filter { !$0.vehicle.pulls }
    return hauled.count == 1 ? hauled[0].count : nil
  }

  /// The same with so many vehicles hauled; nil where there are none, or several kinds.
  func with(cars: Int) -> Formation? {
    guard self.cars != nil, cars >= 1 else { return nil }
    let count = Double(cars)
    return Formation(
      units: units.map { $0.vehicle.pulls ? $0 : Unit(vehicle: $0.vehicle, count: count...count) },
      braking: braking)
  }

  /// The train of one end of all intervals: the best has few light cars and much power.
  ///
  /// - Throws: `MotionError` where nothing pulls, or the numbers make no train.
  func stock(isBest: Bool) throws(MotionError) -> RollingStock {
    func pick(_ range: ClosedRange<Double>, isBestLow: Bool) -> Double {
      isBest == isBestLow ? range.lowerBound : range.upperBound
    }
    var (mass, inertia, length, ceiling) = (0.0, 0.0, 0.0, Double.infinity)
    var resistance = RunningResistance(constant: 0, linear: 0, quadratic: 0)
    var effort: EffortCurve?
    for unit in units {
      let vehicle = unit.vehicle
      // More locomotives are better, more cars are worse.
      let count = pick(unit.count, isBestLow: !vehicle.pulls).rounded()
      let own = count * pick(vehicle.mass, isBestLow: true)
      mass += own
      inertia += own * vehicle.rotating
      length += count * pick(vehicle.length, isBestLow: true)
      ceiling = min(ceiling, pick(vehicle.limit, isBestLow: false))
      let specific = vehicle.resistance
      resistance =
        resistance
        + RunningResistance(
          perMille: specific.constant, specific.linear, specific.quadratic, mass: own)
      guard let starting = vehicle.starting, let power = vehicle.power else { continue }
      let unit = try EffortCurve(
        starting: count * pick(starting, isBestLow: false),
        power: count * pick(power, isBestLow: false)
      ).limited(byAdhesionOf: count * pick(vehicle.drivenMass ?? vehicle.mass, isBestLow: false))
      effort = effort?.adding(unit) ?? unit
    }
    guard let effort else { throw .stock("nothing in the formation pulls") }
    return try RollingStock(
      mass: mass, rotatingMassFactor: inertia / mass, length: length, ceiling: ceiling,
      resistance: resistance, effort: effort, braking: pick(braking, isBestLow: false))
  }
}
