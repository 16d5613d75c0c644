public import Datasets
import Quantities

/// What is taken for a line where no source gives its speeds and gradients.
public struct LineDefault: Hashable, Sendable {
  /// Metres a second.
  public let speed: ClosedRange<Double>
  /// How steeply the line may rise and fall in turns, in ‰.
  public let gradient: Double
  public let source: String

  public init(speed: ClosedRange<Double>, gradient: Double, source: String) {
    self.speed = speed
    self.gradient = gradient
    self.source = source
  }
}

extension DataFolder {
  /// The defaults of `line_defaults.csv` by country; `*` holds elsewhere.
  ///
  /// - Throws: `DatasetError` with the line of the first mistake.
  public func lineDefaults() throws(DatasetError) -> [String: LineDefault] {
    let table = try table(
      "line_defaults.csv",
      columns: ["country", "least_kmh", "most_kmh", "gradient_permille", "status", "source"])
    var defaults: [String: LineDefault] = [:]
    for row in table.rows {
      let (least, most) = (
        try row.requiredNumber("least_kmh"), try row.requiredNumber("most_kmh")
      )
      guard 1 <= least, least <= most, most <= 600 else {
        throw row.mistake("the speeds must rise from least_kmh to most_kmh", column: "most_kmh")
      }
      let gradient = try row.requiredNumber("gradient_permille")
      guard (0...60).contains(gradient) else {
        throw row.mistake("the gradient must be within 0 and 60 ‰", column: "gradient_permille")
      }
      defaults[try row.requiredText("country")] = LineDefault(
        speed: least / 3.6...most / 3.6, gradient: gradient, source: row["source"])
    }
    return defaults
  }
}
