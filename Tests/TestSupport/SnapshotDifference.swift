/// Where a snapshot and what came instead first differ, with some lines around.
public struct SnapshotDifference: CustomStringConvertible {
  /// The first line that differs, from 1 on.
  public let line: Int
  /// Where that is in a JSON document, such as `$.claims[3].verdict`; nil in other texts.
  public let path: JSONPath?
  private let around: [String]

  /// How many lines are shown before the first difference, and of each text from there on.
  private static let context = 3
  /// A line of a document may be as long as the document.
  private static let width = 200

  public init(stored: String, now: String) {
    let (old, new) = (Self.lines(stored), Self.lines(now))
    let same = zip(old, new).prefix { $0 == $1 }.count
    line = same + 1
    path = JSONPath(ofFirstDifferenceIn: stored, and: now)
    let start = max(0, same - Self.context)
    around =
      old[start..<same].map { Self.shown("  ", $0) }
      + old[same...].prefix(Self.context).map { Self.shown("- ", $0) }
      + new[same...].prefix(Self.context).map { Self.shown("+ ", $0) }
  }

  public var description: String {
    let place = path.map { "line \(line), \($0)" } ?? "line \(line)"
    return (["first difference, \(place):"] + around).joined(separator: "\n")
  }

  private static func lines(_ text: String) -> [Substring] {
    text.split(separator: "\n", omittingEmptySubsequences: false)
  }

  private static func shown(_ mark: String, _ line: Substring) -> String {
    mark + line.prefix(width) + (line.count > width ? "…" : "")
  }
}
