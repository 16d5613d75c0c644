public import Datasets
import Yams

/// How far the times of other trains may be from those that are known.
public struct TimetableSpread: Hashable, Sendable {
  /// How much slower or faster than all known trains another may be, by the number of known ones: 1, 2, 3 to 5,
  /// 6 to 12, and more.
  public let byTrains: [Double]
  /// What is slow on one section is made good in part on others: of the half-widths, this share goes together.
  public let shared: Double
  /// Seconds that a call costs at the most with braking, waiting and starting again, where others call and this train
  /// does not.
  public let passedStop: Double
  /// Seconds that a call takes at the most where the timetable prints one time for it.
  public let hiddenDwell: Double

  /// - Parameters:
  ///   - byTrains: five shares, each below 1.
  ///   - shared: the share of the half-widths that goes together, 0 to 1.
  ///   - passedStop: seconds that a call costs where this train does not call.
  ///   - hiddenDwell: seconds that a call takes at the most where one time is printed for it.
  public init(byTrains: [Double], shared: Double, passedStop: Double, hiddenDwell: Double) {
    precondition(byTrains.count == 5, "a spread for each of the five classes of trains")
    self.byTrains = byTrains
    self.shared = shared
    self.passedStop = passedStop
    self.hiddenDwell = hiddenDwell
  }

  func ratio(ofTrains count: Int) -> Double {
    switch count {
    case ...1: byTrains[0]
    case 2: byTrains[1]
    case 3...5: byTrains[2]
    case 6...12: byTrains[3]
    default: byTrains[4]
    }
  }
}

extension DataFolder {
  /// The spread of `timetable_spread.yaml`.
  ///
  /// - Throws: `DatasetError` with the place of every mistake, or where the file cannot be read.
  public func timetableSpread() throws(DatasetError) -> TimetableSpread {
    let name = "timetable_spread.yaml"
    let bytes = try DataFolder.bytes(of: file(name))
    do {
      return try TimetableSpread(yaml: bytes, file: name)
    } catch {
      throw .document(error)
    }
  }
}

extension TimetableSpread {
  fileprivate init(yaml bytes: [UInt8], file: String) throws(DocumentError) {
    let root = try YAMLDocument.root(
      bytes, file: file, kind: "a spread of timetabled times",
      beginning: "it begins with 'wayproof-timetable-spread: 1'")
    var problems: [DocumentProblem] = []
    let numbers = SourcedNumbers(root)
    let ratios = numbers.ranges("spread_by_trains", count: 5, within: 0...0.9, &problems)
    let shared = numbers.range("shared_width", within: 0...1, &problems)
    let passed = numbers.range("passed_stop_s", within: 0...3_600, &problems)
    let dwell = numbers.range("hidden_dwell_s", within: 0...3_600, &problems)
    guard problems.isEmpty, let ratios, let shared, let passed, let dwell else {
      throw DocumentError(file: file, problems: problems)
    }
    self.init(
      byTrains: ratios.map(\.upperBound), shared: shared.upperBound,
      passedStop: passed.upperBound, hiddenDwell: dwell.upperBound)
  }
}
