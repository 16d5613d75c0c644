import Datasets

/// How far the way that trains take may be from the shortest that was found, as it was measured on published lengths;
/// ratios of the one to the other.
struct LengthSpread: Sendable {
  /// How much shorter it may be than what was found.
  let least: Double
  /// How much longer, where no other way comes into question.
  let most: Double
  /// A way up to so many times the shortest is one that trains may take.
  let alternative: Double
  /// Of a way that really differs, at most this share runs on the shortest.
  let shared: Double
  /// How much longer than it was found another way may be.
  let margin: Double
  /// Beyond these lie fewer than one in a hundred; what is held against reports.
  let extremes: ClosedRange<Double>
  /// The length of a way divided by the straight line, for pairs that nothing joins.
  let detour: ClosedRange<Double>
}

extension DataFolder {
  /// The ratios of `world/rail_spread.csv`.
  ///
  /// - Throws: `DatasetError` with the line of the first mistake.
  func lengthSpread() throws(DatasetError) -> LengthSpread {
    let table = try table("world/rail_spread.csv", columns: ["quantity", "value", "source"])
    var values: [String: Double] = [:]
    for row in table.rows {
      let value = try row.requiredNumber("value")
      guard (0.1...10).contains(value) else {
        throw row.mistake("a ratio lies between 0.1 and 10", column: "value")
      }
      values[row["quantity"]] = value
    }
    func value(_ name: String) throws(DatasetError) -> Double {
      guard let value = values[name] else {
        throw .malformed(
          file: table.name, line: 1, column: 1, message: "the quantity '\(name)' is missing")
      }
      return value
    }
    let (low, high) = (try value("extreme_least"), try value("extreme_most"))
    let (least, most) = (try value("least"), try value("most"))
    let detour = (try value("detour_least"), try value("detour_most"))
    guard low <= least, least <= 1, 1 <= most, most <= high, 1 <= detour.0, detour.0 <= detour.1
    else {
      throw .malformed(
        file: table.name, line: 1, column: 1,
        message: "the ratios must rise from extreme_least by least, 1 and most to extreme_most, "
          + "and the detours from 1")
    }
    return LengthSpread(
      least: least, most: most, alternative: try value("alternative"),
      shared: try value("shared"), margin: try value("margin"), extremes: low...high,
      detour: detour.0...detour.1)
  }
}
