public import Datasets
public import Quantities
import Yams

/// A train between the least and the most that its numbers allow: the lightest, strongest and best braked, and the
/// heaviest, weakest and worst.
public struct TrainModel: Hashable, Sendable {
  public let id: String
  public let name: String
  /// What sources call it.
  public let names: [String]
  public let best: RollingStock
  public let worst: RollingStock
  /// A speed that no such train can pass, whatever hauls it: a physical ceiling.
  public let ceiling: Speed
  /// Where its numbers come from, by vehicle and field; estimates say so.
  public let sources: [String]

  init(
    id: String, name: String, names: [String], best: RollingStock, worst: RollingStock,
    ceiling: Speed, sources: [String]
  ) {
    self.id = id
    self.name = name
    self.names = names
    self.best = best
    self.worst = worst
    self.ceiling = ceiling
    self.sources = sources
  }

  /// A train of which everything is certain.
  public init(id: String, name: String, stock: RollingStock, source: String) {
    self.init(
      id: id, name: name, names: [], best: stock, worst: stock,
      ceiling: .metersPerSecond(stock.ceiling), sources: [source])
  }
}

extension TrainModel {
  /// The same train, able to do a speed in metres a second that its own numbers would not let it; its power is left as
  /// it is.
  public func reaching(_ speed: Double) -> TrainModel {
    guard speed > best.ceiling || speed > worst.ceiling || speed > ceiling.metersPerSecond else {
      return self
    }
    return TrainModel(
      id: id, name: name, names: names, best: best.reaching(speed), worst: worst.reaching(speed),
      ceiling: .metersPerSecond(max(speed, ceiling.metersPerSecond)), sources: sources)
  }
}

extension DataFolder {
  /// The trains of `stock/trains.yaml`, formed of the vehicles of `stock/vehicles.yaml`.
  ///
  /// - Throws: `DatasetError` with the place of every mistake, or where a file cannot be read.
  public func trainModels() throws(DatasetError) -> [TrainModel] {
    let vehicles = try DataFolder.bytes(of: file("stock/vehicles.yaml"))
    let trains = try DataFolder.bytes(of: file("stock/trains.yaml"))
    do { return try TrainModel.models(vehicles: vehicles, trains: trains) } catch {
      throw .document(error)
    }
  }
}

extension TrainModel {
  /// The trains of two files.
  ///
  /// - Throws: `DocumentError` with the place of every mistake in the first file that has any.
  public static func models(
    vehicles: [UInt8], trains: [UInt8]
  ) throws(DocumentError) -> [TrainModel] {
    func root(_ bytes: [UInt8], _ file: String) throws(DocumentError) -> Node {
      try YAMLDocument.root(
        bytes, file: file, kind: "a file of rolling stock",
        beginning: "it begins with 'wayproof-stock: 1'")
    }
    var reader = StockReader()
    let known = reader.vehicles(try root(vehicles, "stock/vehicles.yaml"))
    guard reader.problems.isEmpty else {
      throw DocumentError(file: "stock/vehicles.yaml", problems: reader.problems)
    }
    let models = reader.trains(try root(trains, "stock/trains.yaml"), known)
    guard reader.problems.isEmpty else {
      throw DocumentError(file: "stock/trains.yaml", problems: reader.problems)
    }
    return models
  }
}

/// Reads rolling stock whose every number has a source.
struct StockReader {
  var problems: [DocumentProblem] = []

  /// A vehicle, each number from its least to its most, SI.
  struct Vehicle {
    var name = ""
    var mass = 0.0...0.0
    var drivenMass: ClosedRange<Double>?
    var length = 0.0...0.0
    var limit = 0.0...0.0
    var starting: ClosedRange<Double>?
    var power: ClosedRange<Double>?
    var rotating = 1.0
    var resistance = (0.0, 0.0, 0.0)
    var sources: [String] = []
  }

  private static let fields = [
    "id", "name", "kind", "mass_t", "driven_mass_t", "length_m", "speed_limit_kmh",
    "starting_effort_kn", "power_at_rail_kw", "rotating_mass", "resistance_permille", "sources",
  ]

  // MARK: Vehicles

  mutating func vehicles(_ root: Node) -> [String: Vehicle] {
    var result: [String: Vehicle] = [:]
    for node in root["vehicles"]?.sequence.map(Array.init) ?? [] {
      guard
        let fields = YAMLFields(
          node, name: "a vehicle", known: Self.fields, problems: &problems),
        let id = fields.identifier("id", &problems)
      else { continue }
      var vehicle = Vehicle()
      vehicle.name = fields.required("name", &problems) ?? id
      let numbers = SourcedNumbers(node)
      vehicle.mass =
        numbers.range("mass_t", within: 1...5_000, times: 1_000, &problems) ?? 1...1
      vehicle.drivenMass = numbers.range(
        "driven_mass_t", within: 1...5_000, times: 1_000, isOptional: true, &problems)
      vehicle.length = numbers.range("length_m", within: 1...2_000, &problems) ?? 1...1
      vehicle.limit =
        numbers.range("speed_limit_kmh", within: 5...600, times: 1 / 3.6, &problems) ?? 1...1
      vehicle.starting = numbers.range(
        "starting_effort_kn", within: 1...5_000, times: 1_000, isOptional: true, &problems)
      vehicle.power = numbers.range(
        "power_at_rail_kw", within: 1...50_000, times: 1_000, isOptional: true, &problems)
      vehicle.rotating =
        numbers.range("rotating_mass", within: 1...1.5, &problems)?.lowerBound ?? 1
      let davis = numbers.ranges("resistance_permille", count: 3, within: 0...100, &problems)
      if let davis {
        vehicle.resistance = (davis[0].lowerBound, davis[1].lowerBound, davis[2].lowerBound)
      }
      vehicle.sources = numbers.sources.map { "\(vehicle.name), \($0)" }
      if (vehicle.starting == nil) != (vehicle.power == nil) {
        note(node, "'starting_effort_kn' and 'power_at_rail_kw' go together")
      }
      result[id] = vehicle
    }
    return result
  }

  private mutating func note(_ node: Node, _ message: String) {
    problems.append(DocumentProblem(position: FilePosition(node), message: message))
  }

  // MARK: Trains

  mutating func trains(_ root: Node, _ vehicles: [String: Vehicle]) -> [TrainModel] {
    let nodes = root["trains"]?.sequence.map(Array.init) ?? []
    return nodes.compactMap { node in
      guard
        let fields = YAMLFields(
          node, name: "a train",
          known: ["id", "name", "names", "formation", "braking_ms2", "ceiling_kmh", "sources"],
          problems: &problems), let id = fields.identifier("id", &problems),
        let name = fields.required("name", &problems)
      else { return nil }
      let units = formation(fields.items("formation", &problems), vehicles)
      let numbers = SourcedNumbers(node)
      let braking = numbers.range("braking_ms2", within: 0.05...3, &problems) ?? 0.5...0.5
      let ceiling = numbers.range(
        "ceiling_kmh", within: 5...600, times: 1 / 3.6, isOptional: true, &problems)
      numbers.requireSource(of: "formation", &problems)
      guard !units.isEmpty else {
        note(node, "the train has no formation")
        return nil
      }
      do {
        let best = try stock(units, braking, isBest: true)
        return TrainModel(
          id: id, name: name, names: fields.texts("names", &problems), best: best,
          worst: try stock(units, braking, isBest: false),
          ceiling: .metersPerSecond(ceiling?.upperBound ?? best.ceiling),
          sources: numbers.sources + units.flatMap(\.vehicle.sources))
      } catch {
        note(node, "\(error)")
        return nil
      }
    }
  }

  private typealias Unit = (vehicle: Vehicle, count: ClosedRange<Double>)

  private mutating func formation(_ items: [Node], _ vehicles: [String: Vehicle]) -> [Unit] {
    items.compactMap { item in
      guard let vehicle = vehicles[item["vehicle"]?.string ?? ""] else {
        note(item, "no vehicle is called '\(item["vehicle"]?.string ?? "")'")
        return nil
      }
      let count =
        item["count"].flatMap {
          SourcedNumbers.interval($0, "count", within: 1...200, &problems)
        } ?? 1...1
      return (vehicle, count)
    }
  }

  /// The train of one end of all intervals: the best has few light cars and much power.
  private func stock(
    _ units: [Unit], _ braking: ClosedRange<Double>, isBest: Bool
  ) throws(MotionError) -> RollingStock {
    func pick(_ range: ClosedRange<Double>, isBestLow: Bool) -> Double {
      isBest == isBestLow ? range.lowerBound : range.upperBound
    }
    var (mass, inertia, length, ceiling) = (0.0, 0.0, 0.0, Double.infinity)
    var resistance = RunningResistance(constant: 0, linear: 0, quadratic: 0)
    var effort: EffortCurve?
    for (vehicle, counts) in units {
      // More locomotives are better, more cars are worse.
      let count = pick(counts, isBestLow: vehicle.starting == nil).rounded()
      let own = count * pick(vehicle.mass, isBestLow: true)
      mass += own
      inertia += own * vehicle.rotating
      length += count * pick(vehicle.length, isBestLow: true)
      ceiling = min(ceiling, pick(vehicle.limit, isBestLow: false))
      let (a, b, c) = vehicle.resistance
      resistance = resistance + RunningResistance(perMille: a, b, c, mass: own)
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
