public import Datasets
import Yams

/// A train of a rolling-stock file of railtoolkit (https://railtoolkit.org/schema/rolling-stock.json, versions 2022.05
/// and 2024.07), loaded as the file says.
public struct RailtoolkitTrain: Sendable {
  public let id: String
  public let name: String
  public let stock: RollingStock

  /// The trains of a file.
  ///
  /// - Parameters:
  ///   - bytes: a file in the YAML of railtoolkit.
  ///   - file: its name for messages.
  /// - Throws: `DocumentError` with the place of every mistake.
  public static func trains(
    yaml bytes: [UInt8], file: String
  ) throws(DocumentError) -> [RailtoolkitTrain] {
    let root = try YAMLDocument.root(
      bytes, file: file, kind: "a rolling-stock file",
      beginning: "it begins with 'schema: https://railtoolkit.org/schema/rolling-stock.json'")
    var reader = RailtoolkitReader(file: file)
    let vehicles = reader.vehicles(root)
    let trains = reader.trains(root, vehicles)
    guard reader.problems.isEmpty else {
      throw DocumentError(file: file, problems: reader.problems)
    }
    return trains
  }
}

/// Reads rolling stock and keeps what is wrong with it.
struct RailtoolkitReader {
  let file: String
  var problems: [DocumentProblem] = []

  init(file: String) { self.file = file }

  /// A vehicle with what it carries, SI.
  struct Vehicle {
    var mass = 0.0
    var inertia = 0.0
    var load = 0.0
    var length = 0.0
    var limit = Double.infinity
    var isPassenger = false
    var resistance: (base: Double, rolling: Double, air: Double) = (0, 0, 0)
    var drivenMass: Double?
    var effort: EffortCurve?
    var braking: Double?
    /// Newtons, where brakes are given by force.
    var brakingForce: Double?
  }

  private mutating func note(_ node: Node, _ message: String) {
    problems.append(DocumentProblem(position: FilePosition(node), message: message))
  }

  /// A number of a mapping within a range; nil where it is missing.
  private mutating func number(
    _ node: Node, _ key: String, within range: ClosedRange<Double> = 0...1e9
  ) -> Double? {
    guard let value = node[key] else { return nil }
    guard let number = value.float ?? value.int.map(Double.init), range.contains(number) else {
      note(
        value, "'\(key)' must be a number within \(range.lowerBound) and \(range.upperBound)")
      return nil
    }
    return number
  }

  private mutating func required(_ node: Node, _ key: String) -> Double {
    if node[key] == nil { note(node, "the field '\(key)' is missing") }
    return number(node, key) ?? 0
  }

  // MARK: Vehicles

  mutating func vehicles(_ root: Node) -> [String: Vehicle] {
    var vehicles: [String: Vehicle] = [:]
    for node in root["vehicles"]?.sequence.map(Array.init) ?? [] {
      guard let id = node["id"]?.string else {
        note(node, "a vehicle lacks its 'id'")
        continue
      }
      vehicles[id] = vehicle(node)
    }
    return vehicles
  }

  private mutating func vehicle(_ node: Node) -> Vehicle {
    var vehicle = Vehicle()
    let type = (node["vehicle_type"]?.string ?? "").replacing("_", with: " ")
    let pulls = type == "traction unit" || type == "multiple unit"
    vehicle.isPassenger = type == "passenger" || type == "multiple unit"
    vehicle.mass = required(node, "mass") * 1_000
    vehicle.length = required(node, "length")
    vehicle.load = (number(node, "load_limit") ?? 0) * 1_000
    vehicle.limit = number(node, "speed_limit").map { $0 / 3.6 } ?? .infinity
    let resistance = node["resistance"] ?? node
    // Wende 2003, p. 13: locomotives 1.09, coaches 1.06.
    let factor = number(resistance, "rotation_mass", within: 1...2) ?? (pulls ? 1.09 : 1.06)
    vehicle.inertia = vehicle.mass * factor
    vehicle.resistance = (
      number(resistance, "base_resistance") ?? 0, number(resistance, "rolling_resistance") ?? 0,
      number(resistance, "air_resistance") ?? 0
    )
    if pulls {
      vehicle.drivenMass = number(node, "mass_traction").map { $0 * 1_000 } ?? vehicle.mass
      vehicle.effort = effort(node, driven: vehicle.drivenMass ?? 0)
    }
    brakes(node, &vehicle)
    return vehicle
  }

  private mutating func brakes(_ node: Node, _ vehicle: inout Vehicle) {
    let brakes = node["brakes"]
    vehicle.braking =
      number(node, "a_braking", within: -10...0)
      ?? brakes.flatMap { number($0, "deceleration", within: -10...0) }
    if brakes?["model_fidelity"]?.string == "force" {
      vehicle.braking = nil
      vehicle.brakingForce = brakes?["friction_brake"].flatMap {
        number($0, "service_brake_effort").map { $0 * 1_000 }
      }
    }
  }

  /// Pairs of km/h and N in the older form, of km/h and kN in the newer; rated power; else adhesion alone.
  private mutating func effort(_ node: Node, driven: Double) -> EffortCurve? {
    do {
      if let traction = node["traction"], traction["model_fidelity"]?.string == "calculated" {
        return try EffortCurve(
          starting: required(traction, "initial_tractive_force") * 1_000,
          power: required(traction, "rated_power") * 1_000)
      }
      if let table = node["traction"]?["tractive_effort"]?.sequence {
        return try EffortCurve(
          points: table.map { point in
            (required(point, "speed") / 3.6, required(point, "force") * 1_000)
          })
      }
      if let table = node["tractive_effort"]?.sequence {
        return try EffortCurve(
          points: table.map { pair in
            let values = pair.sequence?.compactMap { $0.float ?? $0.int.map(Double.init) } ?? []
            if values.count != 2 { note(pair, "a pair of km/h and N is wanted here") }
            return (speed: (values.first ?? -1) / 3.6, effort: values.last ?? -1)
          })
      }
      // Nobody says how strong it is: a fifth of its driven weight, whatever the speed.
      return try EffortCurve(points: [(0, 0.2 * driven * standardGravity)])
    } catch {
      note(node, error.description)
    }
    return nil
  }

  // MARK: Trains

  mutating func trains(_ root: Node, _ vehicles: [String: Vehicle]) -> [RailtoolkitTrain] {
    let nodes = root["trains"]?.sequence.map(Array.init) ?? []
    if nodes.isEmpty { note(root, "there is no train in the file") }
    return nodes.compactMap { node in
      let id = node["id"]?.string ?? ""
      let name = node["name"]?.string ?? node["description"]?.string ?? id
      guard let stock = stock(node, vehicles) else { return nil }
      return RailtoolkitTrain(id: id, name: name, stock: stock)
    }
  }

  private mutating func stock(_ node: Node, _ vehicles: [String: Vehicle]) -> RollingStock? {
    if let simple = node["simplified_characteristics"] { return simplified(simple) }
    var formation: [Vehicle] = []
    let loads = node["loading_factor"]?.sequence?.compactMap { $0.float ?? $0.int.map(Double.init) }
    for (index, item) in (node["formation"]?.sequence.map(Array.init) ?? []).enumerated() {
      guard var vehicle = vehicles[item.string ?? ""] else {
        note(item, "no vehicle of the file is called '\(item.string ?? "")'")
        continue
      }
      if let loads { vehicle.load *= index < loads.count ? max(0, min(1, loads[index])) : 0 }
      formation.append(vehicle)
    }
    guard !formation.isEmpty else {
      note(node, "the train has no vehicles in its 'formation'")
      return nil
    }
    do { return try stock(of: formation) } catch {
      note(node, error.description)
      return nil
    }
  }

  private func stock(of formation: [Vehicle]) throws(MotionError) -> RollingStock {
    let empty = formation.reduce(0) { $0 + $1.mass }
    let full = formation.reduce(0) { $0 + $1.mass + $1.load }
    var effort: EffortCurve?
    for unit in formation.compactMap(\.effort) { effort = effort?.adding(unit) ?? unit }
    guard let effort else { throw .stock("nothing in the formation pulls") }
    let isPassenger = formation.contains(where: \.isPassenger)
    let force = formation.compactMap(\.brakingForce).reduce(0, +)
    // Brünger and Dahlhaus in Hansen and Pachl 2014, p. 74, where nobody says.
    let usual = isPassenger ? 0.375 : 0.225
    let given = formation.compactMap(\.braking).map { -$0 }.min()
    return try RollingStock(
      mass: full, rotatingMassFactor: formation.reduce(0) { $0 + $1.inertia } / empty,
      length: formation.reduce(0) { $0 + $1.length },
      ceiling: formation.map(\.limit).min().map { min($0, 140) } ?? 140,
      resistance: formation.reduce(RunningResistance(constant: 0, linear: 0, quadratic: 0)) {
        $0 + Self.resistance(of: $1, inPassengerTrain: isPassenger)
      }, effort: effort, braking: given ?? (force > 0 ? force / full : usual))
  }

  /// Running resistance by Strahl and Sauthoff as railtoolkit uses it (Wende 2003, p. 151 and 153): for traction units
  /// base resistance on driven and rolling resistance on carrying axles; for coaches by speed; a head wind of 15
  /// km/h adds to the speed of passenger trains.
  private static func resistance(
    of vehicle: Vehicle, inPassengerTrain isPassenger: Bool
  ) -> RunningResistance {
    let reference = 100 / 3.6
    let wind = vehicle.drivenMass != nil || isPassenger ? 15 / 3.6 : 0
    // For traction units the load does not count.
    let mass = vehicle.drivenMass == nil ? vehicle.mass + vehicle.load : vehicle.mass
    let weight = mass * standardGravity / 1_000
    let air = vehicle.resistance.air * weight / (reference * reference)
    var constant = air * wind * wind
    var linear = 2 * air * wind
    if let driven = vehicle.drivenMass {
      let carried = vehicle.mass - driven
      constant +=
        (vehicle.resistance.base * driven + vehicle.resistance.rolling * max(0, carried))
        * standardGravity / 1_000
    } else {
      constant += vehicle.resistance.base * weight
      linear += isPassenger ? vehicle.resistance.rolling * weight / reference : 0
    }
    return RunningResistance(constant: constant, linear: linear, quadratic: air)
  }

  /// Constant acceleration and braking: a train without resistance whose effort makes just that acceleration.
  private mutating func simplified(_ node: Node) -> RollingStock? {
    let acceleration = required(node, "acceleration")
    let deceleration = -(number(node, "deceleration", within: -10...0) ?? -0.5)
    do {
      return try RollingStock(
        mass: 100_000, rotatingMassFactor: 1, length: required(node, "length"),
        ceiling: required(node, "speed_limit") / 3.6,
        resistance: RunningResistance(constant: 0, linear: 0, quadratic: 0),
        effort: EffortCurve(points: [(0, 100_000 * acceleration)]), braking: deceleration)
    } catch {
      note(node, error.description)
      return nil
    }
  }
}
