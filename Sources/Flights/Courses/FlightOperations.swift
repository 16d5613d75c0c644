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
  /// What the means of the climatology are multiplied by where they blow from behind: flights seek them.
  public let tailwindFactor: Double
  /// The same from ahead: flights avoid them.
  public let headwindFactor: Double
  /// How far the wind of 9 days in 10 differs from the climatology along a whole way where winds are strongest, in
  /// metres a second.
  public let windSpread: Double
  /// How many times as far below the typical time as the usual least the fastest 1 in 1,000 flights are.
  public let extremeFast: Double
  /// The same of the slowest, above the typical time.
  public let extremeSlow: Double
  /// Minutes besides that the slowest 1 in 1,000 hold or are led about.
  public let longestHolding: Double
  /// Minutes within which all but 1 in 1,000 taxi.
  public let extremeTaxiOut: ClosedRange<Double>
  public let extremeTaxiIn: ClosedRange<Double>
  /// How many times as far as the squares of its parts make it the ends of a block time are from what is typical: long
  /// taxiing and holding come together.
  public let blockUsual: Double
  public let blockExtreme: Double
  public let strongestWinds: StrongestWinds
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
    let strongestWinds = try strongestWinds()
    do {
      return try FlightOperations(
        yaml: bytes, file: "aircraft/operations.yaml", strongestWinds)
    } catch {
      throw .document(error)
    }
  }
}

extension FlightOperations {
  fileprivate init(
    yaml bytes: [UInt8], file: String, _ strongestWinds: StrongestWinds
  ) throws(DocumentError) {
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
    let tail = numbers.range("tailwind_factor", within: 0...5, &problems)
    let head = numbers.range("headwind_factor", within: 0...5, &problems)
    let spread = numbers.range("wind_spread_ms", within: 0...100, &problems)
    let fast = numbers.range("extreme_fast_ratio", within: 1...20, &problems)
    let slow = numbers.range("extreme_slow_ratio", within: 1...20, &problems)
    let holding = numbers.range("longest_holding_min", within: 0...300, &problems)
    let rareOut = numbers.range("taxi_out_extreme_min", within: 0...600, &problems)
    let rareIn = numbers.range("taxi_in_extreme_min", within: 0...600, &problems)
    let blockUsual = numbers.range("block_usual_ratio", within: 1...5, &problems)
    let blockExtreme = numbers.range("block_extreme_ratio", within: 1...5, &problems)
    let padding = numbers.range("schedule_padding_min", within: -120...120, &problems)
    guard problems.isEmpty, let out, let inward, let typicalOut, let typicalIn, let detour,
      let terminal, let tail, let head, let spread, let padding, let fast,
      let slow, let holding, let rareOut, let rareIn, let blockUsual, let blockExtreme
    else {
      throw DocumentError(file: file, problems: problems)
    }
    self.init(
      taxiOut: out, typicalTaxiOut: typicalOut.upperBound, taxiIn: inward,
      typicalTaxiIn: typicalIn.upperBound, detour: detour, terminal: terminal,
      tailwindFactor: tail.upperBound, headwindFactor: head.upperBound,
      windSpread: spread.upperBound,
      extremeFast: fast.upperBound, extremeSlow: slow.upperBound,
      longestHolding: holding.upperBound, extremeTaxiOut: rareOut, extremeTaxiIn: rareIn,
      blockUsual: blockUsual.upperBound, blockExtreme: blockExtreme.upperBound,
      strongestWinds: strongestWinds, schedulePadding: padding, sources: numbers.sources)
  }
}

extension FlightOperations {
  /// From off-block to take-off.
  var taxiOutTimes: FlightTimes { Self.taxiing(taxiOut, typicalTaxiOut, extremeTaxiOut) }
  /// From landing to on-block.
  var taxiInTimes: FlightTimes { Self.taxiing(taxiIn, typicalTaxiIn, extremeTaxiIn) }

  private static func taxiing(
    _ usual: ClosedRange<Double>, _ typical: Double, _ extreme: ClosedRange<Double>
  ) -> FlightTimes {
    let (low, high) = (
      min(extreme.lowerBound, usual.lowerBound), max(extreme.upperBound, usual.upperBound)
    )
    return FlightTimes(
      physicalMinimum: 0, extreme: low * 60...high * 60,
      usual: usual.lowerBound * 60...usual.upperBound * 60, typical: typical * 60)
  }
}
