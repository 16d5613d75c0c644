public import Datasets
import Quantities
import Yams

extension DataFolder {
  /// The aircraft of `aircraft/types.yaml`.
  ///
  /// - Throws: `DatasetError` with the place of every mistake, or where the file cannot be read.
  public func aircraft() throws(DatasetError) -> [Aircraft] {
    let bytes = try DataFolder.bytes(of: file("aircraft/types.yaml"))
    do { return try Aircraft.types(yaml: bytes, file: "aircraft/types.yaml") } catch {
      throw .document(error)
    }
  }
}

extension Aircraft {
  /// The types of a file.
  ///
  /// - Throws: `DocumentError` with the place of every mistake.
  public static func types(yaml bytes: [UInt8], file: String) throws(DocumentError) -> [Aircraft] {
    let root = try YAMLDocument.root(
      bytes, file: file, kind: "a file of aircraft",
      beginning: "it begins with 'wayproof-aircraft: 1'"
    )
    var problems: [DocumentProblem] = []
    let types = (root["aircraft"]?.sequence.map(Array.init) ?? []).compactMap {
      Aircraft($0, &problems)
    }
    if types.isEmpty, problems.isEmpty {
      problems.append(
        DocumentProblem(position: FilePosition(root), message: "there is no aircraft in the file"))
    }
    guard problems.isEmpty else { throw DocumentError(file: file, problems: problems) }
    return types
  }

  private static let fields = [
    "id", "name", "names", "ceiling_kmh", "cruise_mach", "cruise_kmh", "cruise_altitude_m",
    "climb_cas_ms", "climb_rates_ms", "descent_cas_ms", "descent_rates_ms", "range_km", "sources",
  ]

  private init?(_ node: Node, _ problems: inout [DocumentProblem]) {
    let before = problems.count
    guard
      let fields = YAMLFields(
        node, name: "an aircraft", known: Self.fields, problems: &problems),
      let id = fields.identifier("id", &problems), let name = fields.required("name", &problems)
    else { return nil }
    let numbers = SourcedNumbers(node)
    let ceiling = numbers.range("ceiling_kmh", within: 50...4_000, &problems)
    let mach = numbers.range("cruise_mach", within: 0.1...3, isOptional: true, &problems)
    let airspeed = numbers.range(
      "cruise_kmh", within: 50...2_500, times: 1 / 3.6, isOptional: true, &problems)
    let altitude = numbers.range("cruise_altitude_m", within: 300...25_000, &problems)
    let range = numbers.range("range_km", within: 50...25_000, &problems)
    let climb = Slope(numbers, "climb", &problems)
    let descent = Slope(numbers, "descent", &problems)
    let cruise = mach.map { Cruise.mach($0) } ?? airspeed.map { .trueAirspeed($0) }
    if cruise == nil || (mach != nil && airspeed != nil) {
      problems.append(
        DocumentProblem(
          position: FilePosition(node), message: "give either 'cruise_mach' or 'cruise_kmh'"))
    }
    guard problems.count == before, let ceiling, let cruise, let altitude, let range, let climb,
      let descent
    else { return nil }
    self.init(
      id: id, name: name, names: fields.texts("names", &problems),
      ceiling: .kilometersPerHour(ceiling.upperBound), cruise: cruise, cruiseAltitude: altitude,
      climb: climb, descent: descent,
      range: .kilometers(range.lowerBound) ... .kilometers(range.upperBound),
      sources: numbers.sources)
  }
}

extension Aircraft.Slope {
  fileprivate init?(
    _ numbers: SourcedNumbers, _ name: String, _ problems: inout [DocumentProblem]
  ) {
    guard
      let speed = numbers.range("\(name)_cas_ms", within: 20...300, &problems),
      let rates = numbers.ranges("\(name)_rates_ms", count: 3, within: 0.5...80, &problems)
    else { return nil }
    self.init(calibratedAirspeed: speed, rates: rates)
  }
}
