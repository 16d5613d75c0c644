import Flights
public import Quantities
import TrainMotion

/// A vehicle that somebody tells of and no table has.
public struct ToldVehicle: Sendable {
  /// What it is called by.
  public let id: String
  public let name: String
  public let mode: TravelMode
  /// The speed that it cannot pass, of an aircraft through the air; nil where nobody knows.
  public let greatest: Speed?
  /// How fast it usually goes, in metres a second; nil where nobody knows.
  public let usual: ClosedRange<Double>?
  /// Of an aircraft, metres.
  public let altitude: ClosedRange<Double>?
  public let range: ClosedRange<Distance>?
  public let source: String

  public init(
    id: String, name: String, mode: TravelMode, greatest: Speed?, usual: ClosedRange<Double>?,
    altitude: ClosedRange<Double>? = nil, range: ClosedRange<Distance>? = nil, source: String
  ) {
    self.id = id
    self.name = name
    self.mode = mode
    self.greatest = greatest
    self.usual = usual
    self.altitude = altitude
    self.range = range
    self.source = source
  }
}

extension World {
  /// The same world with vehicles besides, which go before those of the tables that bear their names.
  public func adding(_ vehicles: [ToldVehicle]) -> World {
    vehicles.reduce(into: self) { world, vehicle in world.add(vehicle) }
  }

  private mutating func add(_ vehicle: ToldVehicle) {
    switch vehicle.mode {
    case .air:
      if let told = aircraft(vehicle) { aircraft.insert(told, at: 0) }
    case .rail:
      if let told = train(vehicle) { trains.insert(told, at: 0) }
    case .road, .sea:
      if let told = range(vehicle) { toldRanges[vehicle.id] = told }
    }
  }

  private func aircraft(_ vehicle: ToldVehicle) -> Aircraft? {
    guard let record = modes[.air]?.record else { return nil }
    var told = Aircraft.Told(id: vehicle.id, name: vehicle.name)
    told.cruise = vehicle.usual
    told.ceiling = vehicle.greatest
    told.altitude = vehicle.altitude
    told.range = vehicle.range
    return Aircraft(told, like: aircraft, record: record)
  }

  /// In metres a second: from here on a train is simulated as a high-speed one.
  private static let highSpeed = 55.5

  private func train(_ vehicle: ToldVehicle) -> TrainModel? {
    guard let range = modes[.rail] else { return nil }
    let top = vehicle.greatest ?? vehicle.usual.map { .metersPerSecond($0.upperBound) }
    let model =
      (top?.metersPerSecond ?? 0) > Self.highSpeed ? "high-speed-train" : "passenger-train"
    let brand = TrainBrand(
      names: [vehicle.name], model: model, service: vehicle.greatest ?? range.ceiling,
      record: vehicle.greatest ?? range.record, source: vehicle.source)
    return trains.first { $0.id == model }?.branded(brand, id: vehicle.id)
  }

  private func range(_ vehicle: ToldVehicle) -> ModeRange? {
    guard let usual = modes[vehicle.mode] else { return nil }
    return ModeRange(
      detour: usual.detour, seldomBelow: usual.seldomBelow, leastMost: usual.leastMost,
      ceiling: vehicle.greatest ?? usual.ceiling,
      record: vehicle.greatest ?? usual.record, longWays: [],
      usualSpeed: vehicle.usual.map {
        Interval(from: .metersPerSecond($0.lowerBound), to: .metersPerSecond($0.upperBound))
      } ?? usual.usualSpeed, source: vehicle.source)
  }

  /// How fast a vehicle goes by a mode: one that was told of as it was told, another as any of the mode; nil for a mode of
  /// which nothing is known.
  public func range(of mode: TravelMode, _ vehicle: String) -> ModeRange? {
    toldRanges[vehicle] ?? modeClasses.range(of: mode, vehicle) ?? modes[mode]
  }
}
