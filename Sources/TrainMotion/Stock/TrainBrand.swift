public import Datasets
public import Quantities

/// A train by the name that reports give it, such as `TGV` or `Rajdhani Express`: how fast it goes in service, how fast
/// one of its kind ever went, and which model its motion is worked out with.
public struct TrainBrand: Hashable, Sendable {
  /// What it is called, the usual name first; never empty.
  public let names: [String]
  /// The identifier of a train of `stock/trains.yaml`.
  public let model: String
  /// The greatest speed in service.
  public let service: Speed
  /// The greatest speed that a train of its kind ever reached: no such train passes it.
  public let record: Speed
  public let source: String

  /// A brand that no table has; a record below the speed in service is taken to be that.
  public init(names: [String], model: String, service: Speed, record: Speed, source: String) {
    self.names = names
    self.model = model
    self.service = service
    self.record = max(record, service)
    self.source = source
  }
}

extension DataFolder {
  /// The brands of `stock/brands.csv`.
  ///
  /// - Throws: `DatasetError` with the line of the first mistake.
  public func trainBrands() throws(DatasetError) -> [TrainBrand] {
    let table = try table(
      "stock/brands.csv", columns: ["names", "model", "service_kmh", "record_kmh", "source"])
    var brands: [TrainBrand] = []
    for row in table.rows {
      let names = row["names"].split(separator: ";").map(String.init)
      let service = try row.requiredNumber("service_kmh")
      let record = try row.requiredNumber("record_kmh")
      guard !names.isEmpty else { throw row.mistake("a train needs a name", column: "names") }
      guard (5...1_000).contains(service), service <= record, record <= 1_000 else {
        throw row.mistake(
          "speeds lie within 5 and 1000 km/h, and no record is below the speed in service",
          column: "record_kmh")
      }
      brands.append(
        TrainBrand(
          names: names, model: row["model"], service: .kilometersPerHour(service),
          record: .kilometersPerHour(record), source: row["source"]))
    }
    return brands
  }
}

extension TrainModel {
  /// The model's motion under a brand's name and speeds.
  ///
  /// - Parameters:
  ///   - brand: its names and speeds.
  ///   - id: what it is to be called by; its usual name where it is left out.
  public func branded(_ brand: TrainBrand, id: String? = nil) -> TrainModel {
    let top = brand.service.metersPerSecond
    return TrainModel(
      id: id ?? brand.names[0], name: brand.names[0], names: brand.names, best: best.held(to: top),
      worst: worst.held(to: top), ceiling: brand.record, service: brand.service,
      sources: sources + ["greatest speeds: \(brand.source)"], formation: formation)
  }
}
