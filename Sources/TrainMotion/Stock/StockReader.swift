import Datasets
import Quantities
import Yams

/// Reads rolling stock whose every number has a source.
struct StockReader {
  var problems: [DocumentProblem] = []

  private static let fields = [
    "id", "name", "kind", "mass_t", "driven_mass_t", "length_m", "speed_limit_kmh",
    "starting_effort_kn", "power_at_rail_kw", "rotating_mass", "resistance_permille", "sources",
  ]

  // MARK: Vehicles

  mutating func vehicles(_ root: Node) -> [String: Formation.Vehicle] {
    var result: [String: Formation.Vehicle] = [:]
    for node in root["vehicles"]?.sequence.map(Array.init) ?? [] {
      guard
        let fields = YAMLFields(
          node, name: "a vehicle", known: Self.fields, problems: &problems),
        let id = fields.identifier("id", &problems)
      else { continue }
      var vehicle = Formation.Vehicle()
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
        vehicle.resistance = RunningResistance(
          constant: davis[0].lowerBound, linear: davis[1].lowerBound,
          quadratic: davis[2].lowerBound)
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

  mutating func trains(_ root: Node, _ vehicles: [String: Formation.Vehicle]) -> [TrainModel] {
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
        let formation = Formation(units: units, braking: braking)
        let best = try formation.stock(isBest: true)
        return TrainModel(
          id: id, name: name, names: fields.texts("names", &problems), best: best,
          worst: try formation.stock(isBest: false),
          ceiling: .metersPerSecond(ceiling?.upperBound ?? best.ceiling),
          sources: numbers.sources.map(\.description) + units.flatMap(\.vehicle.sources),
          formation: formation)
      } catch {
        note(node, "\(error)")
        return nil
      }
    }
  }

  private mutating func formation(_ items: [Node], _ vehicles: [String: Formation.Vehicle])
    -> [Formation.Unit]
  {
    items.compactMap { item in
      guard let vehicle = vehicles[item["vehicle"]?.string ?? ""] else {
        note(item, "no vehicle is called '\(item["vehicle"]?.string ?? "")'")
        return nil
      }
      let count =
        item["count"].flatMap {
          SourcedNumbers.interval($0, "count", within: 1...200, &problems)
        } ?? 1...1
      return Formation.Unit(vehicle: vehicle, count: count)
    }
  }
}
