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
  /// The greatest speed at which such trains run in service; at most the ceiling.
  public let service: Speed
  /// Where its numbers come from, by vehicle and field; estimates say so.
  public let sources: [String]
  /// What it is made up of; nil where only the whole is known.
  let formation: Formation?

  init(
    id: String, name: String, names: [String], best: RollingStock, worst: RollingStock,
    ceiling: Speed, service: Speed? = nil, sources: [String], formation: Formation? = nil
  ) {
    self.id = id
    self.name = name
    self.names = names
    self.best = best
    self.worst = worst
    self.ceiling = ceiling
    self.service = service ?? ceiling
    self.sources = sources
    self.formation = formation
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

  /// How many cars are hauled, from the least to the most; nil where that is not known or they pull themselves.
  public var cars: ClosedRange<Double>? { formation?.cars }

  /// The same train with so many cars; nil where it has none to be hauled.
  public func with(cars: Int) -> TrainModel? {
    guard let formation = formation?.with(cars: cars),
      let best = try? formation.stock(isBest: true), let worst = try? formation.stock(isBest: false)
    else { return nil }
    return TrainModel(
      id: id, name: name, names: names, best: best, worst: worst, ceiling: ceiling,
      service: service, sources: sources, formation: formation)
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
