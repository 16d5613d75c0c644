/// What a report says and what is possible, a bar below the other on one scale.
public struct ReportedScale: Picture {
  public struct Row: Sendable {
    /// What it is, such as `reported`.
    public let name: String
    /// What it comes to, such as `324 to 328 km`.
    public let text: String
    /// Both ends; endless where nothing bounds it.
    public let ends: (low: Double, high: Double)
    public let isReported: Bool
  }

  public let title: String
  public let rows: [Row]
  /// Whether it begins at nothing, as lengths do and moments do not.
  public let fromZero: Bool

  public var isSmall: Bool { true }

  private static let width = 380.0
  private static let height = 21.0

  public var svg: String {
    let left = min(150, 12 + (rows.map { Drawing.width(of: $0.name) }.max() ?? 60))
    let right = Self.width - 10
    let values = rows.flatMap { [$0.ends.low, $0.ends.high] }.filter(\.isFinite)
    let (least, most) = (values.min() ?? 0, values.max() ?? 1)
    let spread = max(most - least, abs(most) * 1e-6, 1e-9)
    // Some room beyond the farthest end, so that what is open looks open.
    let low = fromZero ? 0 : least - spread * 0.2
    let high = most + (fromZero ? most : spread) * 0.12
    func across(_ value: Double) -> Double {
      left + min(1, max(0, (value - low) / max(high - low, 1e-9))) * (right - left)
    }
    var parts: [String] = []
    for (index, row) in rows.enumerated() {
      let y = 4 + Self.height * Double(index)
      let (from, to) = (across(row.ends.low), across(row.ends.high))
      let size = max(4, to - from)
      parts += [
        Drawing.text(left - 8, y + 12, row.name, "end"),
        Drawing.line(left, y + 8, right, y + 8, "grid"),
        Drawing.box(
          min(from, right - 4), y + 2, size, 12, row.isReported ? "claimed" : "implied",
          title: row.text),
      ]
      parts += arrows(row, y: y + 12, left, right)
      parts.append(words(row.text, y: y + 12, from, from + size, left, right))
    }
    return Drawing.strip(Self.width, 8 + Self.height * Double(rows.count), title: title, parts)
  }

  private func arrows(_ row: Row, y: Double, _ left: Double, _ right: Double) -> [String] {
    (row.ends.high.isInfinite ? [Drawing.text(right - 3, y, "›", "end")] : [])
      + (row.ends.low.isInfinite && !fromZero ? [Drawing.text(left + 3, y, "‹", "start")] : [])
  }

  /// Beside the bar where there is room, else on it.
  private func words(
    _ text: String, y: Double, _ from: Double, _ to: Double, _ left: Double, _ right: Double
  ) -> String {
    let size = Drawing.width(of: text) + 8
    if to + size <= right { return Drawing.text(to + 6, y, text, "start", style: "label") }
    if from - size >= left { return Drawing.text(from - 6, y, text, "end", style: "label") }
    let middle = to - from > size ? (from + to) / 2 : (left + right) / 2
    return Drawing.text(middle, y, text, "middle", style: "label")
  }
}
