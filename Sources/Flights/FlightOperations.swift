public import Datasets
import Yams

/// What a flight needs besides flying straight: taxiing, routes that bend, and wind.
public struct FlightOperations: Hashable, Sendable {
  /// Minutes from off-block to take-off.
  public let taxiOut: ClosedRange<Double>
  public let typicalTaxiOut: Double
  /// Minutes from landing to on-block.
  public let taxiIn: ClosedRange<Double>
  public let typicalTaxiIn: Double
  /// The flown way divided by the planned one, en route.
  public let detour: ClosedRange<Double>
  /// Metres that departure and arrival are led about besides.
  public let terminal: ClosedRange<Double>
  /// What the zonal means of the climatology are multiplied by.
  public let windFactor: Double
  /// How far the wind of a day may differ from the climatology along a whole way, in metres a second.
  public let windSpread: Double
  /// Minutes that a timetable prints more than is typically flown.
  public let schedulePadding: ClosedRange<Double>
  /// Where each number comes from.
  public let sources: [SourcedNumbers.Source]
}

extension DataFolder {
  /// The operations of `aircraft/operations.yaml`.
  ///
  /// - Throws: `DatasetError` with the place of every mistake, or where the file cannot be read.
  public func flightOperations() throws(DatasetError) -> FlightOperations {
    let bytes = try DataFolder.bytes(of: file("aircraft/operations.yaml"))
    do {
      return try FlightOperations(yaml: bytes, file: "aircraft/operations.yaml")
    } catch {
      throw .document(error)
    }
  }
}

extension FlightOperations {
  fileprivate init(yaml bytes: [UInt8], file: String) throws(DocumentError) {
    let root = try YAMLDocument.root(
      bytes, file: file, kind: "a file of flight operations",
      beginning: "it begins with 'wayproof-operations: 1'")
    var problems: [DocumentProblem] = []
    let numbers = SourcedNumbers(root)
    let out = numbers.range("taxi_out_min", within: 0...120, &problems)
    let inward = numbers.range("taxi_in_min", within: 0...120, &problems)
    let typicalOut = numbers.range("taxi_out_typical_min", within: 0...120, &problems)
    let typicalIn = numbers.range("taxi_in_typical_min", within: 0...120, &problems)
    let detour = numbers.range("detour_ratio", within: 1...2, &problems)
    let terminal = numbers.range("terminal_km", within: 0...500, times: 1_000, &problems)
    let factor = numbers.range("wind_factor", within: 0...5, &problems)
    let spread = numbers.range("wind_spread_ms", within: 0...100, &problems)
    let padding = numbers.range("schedule_padding_min", within: -120...120, &problems)
    guard problems.isEmpty, let out, let inward, let typicalOut, let typicalIn, let detour,
      let terminal, let factor, let spread, let padding
    else {
      throw DocumentError(file: file, problems: problems)
    }
    self.init(
      taxiOut: out, typicalTaxiOut: typicalOut.upperBound, taxiIn: inward,
      typicalTaxiIn: typicalIn.upperBound, detour: detour, terminal: terminal,
      windFactor: factor.upperBound, windSpread: spread.upperBound,
      schedulePadding: padding, sources: numbers.sources)
  }
}
