public import Wording

/// What is claimed of things of one kind beside what everything else leaves for them, on one scale.
public struct IntervalBars: Picture {
  public struct Row: Sendable {
    public let name: String
    /// What the words allow, in the axis' unit; endless where nothing bounds it.
    public let claimed: (low: Double, high: Double)
    /// What the others leave, reading by reading; none where nothing is left or known.
    public let implied: [(low: Double, high: Double)]
    public let verdict: HeatMap.Shade
    public let words: String
  }

  public let title: String
  public let axis: Axis
  public let rows: [Row]
  /// What its own words are in.
  public var language = Language.english

  private static let width = 840.0
  private static let height = 34.0

  public var svg: String {
    let left = min(260, 30 + (rows.map { Drawing.width(of: $0.name) }.max() ?? 60))
    let (right, top) = (Self.width - 20, 58.0)
    let bottom = top + Self.height * Double(rows.count)
    func across(_ value: Double) -> Double {
      left + min(1, max(0, axis.share(value))) * (right - left)
    }
    let said = language.text("as reported")
    let rest = language.text("as everything else allows")
    let second = left + 46 + Drawing.width(of: said)
    var parts: [String] = [
      Drawing.box(left, 30, 18, 9, "claimed"), Drawing.text(left + 24, 39, said, "start"),
      Drawing.box(second, 30, 18, 9, "implied"), Drawing.text(second + 24, 39, rest, "start"),
    ]
    for tick in axis.ticks {
      parts.append(Drawing.line(across(tick.value), top - 6, across(tick.value), bottom, "grid"))
    }
    parts += Drawing.labels(axis, at: bottom + 17, from: left, to: right)
    parts.append(Drawing.text(right, bottom + 36, axis.title, "end"))
    for (place, row) in rows.enumerated() {
      let y = top + Self.height * Double(place)
      parts.append(Drawing.box(10, y + 9, 10, 14, row.verdict.style, title: row.words))
      parts.append(Drawing.text(left - 8, y + 20, row.name, "end"))
      let boxes = [(row.claimed, 4.0, "claimed")] + row.implied.map { ($0, 17, "implied") }
      for (ends, offset, style) in boxes {
        let (from, to) = (across(ends.low), across(ends.high))
        parts.append(
          Drawing.box(from, y + offset, max(2.5, to - from), 9, style, title: row.words))
      }
      parts += arrows([row.claimed], at: y + 13, left, right)
      parts += arrows(row.implied, at: y + 26, left, right)
    }
    return Drawing.picture(Self.width, bottom + 44, title: title, parts)
  }

  /// Ends that are open, or past the axis, have an arrow, one for all of a row.
  private func arrows(
    _ all: [(low: Double, high: Double)], at y: Double, _ left: Double, _ right: Double
  ) -> [String] {
    (all.contains { axis.share($0.high) > 1.001 } ? [Drawing.text(right - 2, y, "›", "end")] : [])
      + (all.contains { axis.share($0.low) < -0.001 }
        ? [Drawing.text(left + 2, y, "‹", "start")] : [])
  }
}
