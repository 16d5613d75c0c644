public import Datasets

/// What a train stops for, and how long that takes.
public struct StopKind: Hashable, Sendable {
  public let id: String
  public let title: String
  /// Seconds.
  public let time: ClosedRange<Double>
  public let source: String

  init(id: String, title: String, time: ClosedRange<Double>, source: String) {
    self.id = id
    self.title = title
    self.time = time
    self.source = source
  }

  /// A stop whose time somebody gives.
  public static func given(_ time: ClosedRange<Double>) -> StopKind {
    StopKind(id: "given", title: "stop", time: time, source: "as given")
  }
}

extension DataFolder {
  /// The kinds of `stop_kinds.csv`: `call`, `border`, `reversal` and `gauge` at least.
  ///
  /// - Throws: `DatasetError` with the line of the first mistake.
  public func stopKinds() throws(DatasetError) -> [StopKind] {
    let table = try table(
      "stop_kinds.csv", columns: ["kind", "title", "least_min", "most_min", "status", "source"])
    var kinds: [StopKind] = []
    for row in table.rows {
      let (least, most) = (try row.requiredNumber("least_min"), try row.requiredNumber("most_min"))
      guard 0 <= least, least <= most, most <= 10_000 else {
        throw row.mistake("the minutes must rise from least_min to most_min", column: "most_min")
      }
      kinds.append(
        StopKind(
          id: try row.requiredText("kind"), title: try row.requiredText("title"),
          time: least * 60...most * 60, source: row["source"]))
    }
    for needed in ["call", "border", "reversal", "gauge"]
    where !kinds.contains(where: { $0.id == needed }) {
      throw .malformed(
        file: table.name, line: 1, column: 1, message: "the kind '\(needed)' is missing")
    }
    return kinds
  }
}
