public import Datasets
public import Flights
import Foundation
import Gazetteer
import Parallelism
public import Quantities
public import TrainMotion

extension World {
  /// Looks whether the tables are whole that are read only where a journey asks for them.
  ///
  /// - Parameters:
  ///   - modes: those of the journeys.
  /// - Throws: `DatasetError` with the line of the first mistake.
  public func checkTables(for modes: Set<TravelMode>) throws(DatasetError) {
    if modes.contains(.air) { _ = try closures.value.get() }
    if modes.contains(.rail) { _ = try brands.value.get() }
  }

  private var knownBrands: [TrainBrand] { (try? brands.value.get()) ?? [] }

  /// The train that a case or a person means: by its identifier, by a brand such as `TGV`, or by another usual name;
  /// nil for a name that nobody knows.
  public func train(named name: String) -> TrainModel? {
    if let own = trains.first(where: { $0.id == name }) { return own }
    let key = NameKey(name)
    guard !key.text.isEmpty else { return nil }
    func bears(_ names: [String]) -> Bool { names.contains { NameKey($0) == key } }
    // A brand says more than the names of models, which stand for whole classes of trains.
    if let brand = knownBrands.first(where: { bears($0.names) }),
      let model = trains.first(where: { $0.id == brand.model })
    {
      return model.branded(brand)
    }
    return trains.first { bears([$0.name] + $0.names) }
  }

  /// The type of aircraft that somebody means: by its identifier, or by a usual name with or without its maker's, such as
  /// `Boeing 777`; nil for a name that nobody knows.
  public func aircraft(named name: String) -> Aircraft? {
    if let own = aircraft.first(where: { $0.id == name }) { return own }
    let words = name.split(separator: " ")
    let keys = [NameKey(name), NameKey(words.dropFirst().joined(separator: " "))]
    return keys.lazy.filter { !$0.text.isEmpty }.compactMap { key in
      aircraft.first { type in type.knownNames.contains { NameKey($0) == key } }
    }.first
  }

  /// The trains whose names are the most like a text, such as `ICE` for `IEC`; none if none is.
  public func trains(like text: String) -> [String] {
    let brands = knownBrands.compactMap(\.names.first)
    return Self.like(text, among: trains.map(\.id) + brands)
  }

  /// The types of aircraft whose names are the most like a text.
  public func aircraft(like text: String) -> [String] {
    Self.like(text, among: aircraft.flatMap { [$0.id] + $0.knownNames })
  }

  /// Those that differ by a few letters, the nearest first.
  private static func like(_ text: String, among names: [String]) -> [String] {
    let key = NameKey(text)
    var seen: Set<NameKey> = []
    let near = names.filter { seen.insert(NameKey($0)).inserted }.compactMap { name in
      key.edits(to: NameKey(name), limit: key.text.count < 5 ? 1 : 2).map { edits in
        (name: name, edits: edits, differs: -NameKey(name).text.commonPrefix(with: key.text).count)
      }
    }
    return near.sorted { ($0.edits, $0.differs, $0.name) < ($1.edits, $1.differs, $1.name) }
      .prefix(3).map(\.name)
  }
}

extension Aircraft {
  /// Its names, that of reports without its article.
  fileprivate var knownNames: [String] {
    [name.replacing(#/^an? /#, with: "")] + names
  }
}
