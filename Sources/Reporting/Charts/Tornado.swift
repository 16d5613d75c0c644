/// Bars for how far each of some inputs swings a result, the greatest share of its variance on top.
public struct Tornado: Picture {
  public struct Bar: Sendable {
    public let name: String
    /// What the result is at the input's 5 % and at its 95 %; not a number where it contradicts itself.
    public let low: Double
    public let high: Double
    public let lowText: String
    public let highText: String
    /// The share of the variance that it brings with all others.
    public let share: String
  }

  public struct Panel: Sendable {
    public let title: String
    public let bars: [Bar]
  }

  public let title = "From each parameter's 5 % to its 95 %; right: its share of the variance"
  public let panels: [Panel]

  private static let width = 840.0

  public var svg: String {
    var parts: [String] = []
    var top = 36.0
    for panel in panels {
      parts.append(Drawing.text(8, top + 12, panel.title, "start", style: "strong"))
      top += 24
      let values = panel.bars.flatMap { [$0.low, $0.high] }.filter(\.isFinite)
      let (least, most) = (values.min() ?? 0, values.max() ?? 1)
      let left = 24 + (panel.bars.map { Drawing.width(of: $0.name) }.max() ?? 0)
      // The texts at both ends of a bar need room too.
      let room =
        panel.bars.flatMap { [$0.lowText, $0.highText] }.map { Drawing.width(of: $0) }.max() ?? 0
      let (from, to) = (left + room + 10, Self.width - room - 100)
      func across(_ value: Double) -> Double {
        most > least
          ? from + (value - least) / (most - least) * max(20, to - from) : (from + to) / 2
      }
      for bar in panel.bars {
        parts.append(Drawing.text(left - 8, top + 15, bar.name, "end"))
        parts.append(Drawing.text(Self.width - 8, top + 15, bar.share, "end"))
        if bar.low.isFinite, bar.high.isFinite {
          let (start, end) = (min(bar.low, bar.high), max(bar.low, bar.high))
          parts.append(
            Drawing.box(
              across(start), top + 3, max(1.5, across(end) - across(start)), 17, "heat4",
              title: "\(bar.name): \(bar.lowText) to \(bar.highText)"))
          let texts =
            bar.low <= bar.high ? (bar.lowText, bar.highText) : (bar.highText, bar.lowText)
          parts.append(Drawing.text(across(start) - 5, top + 15, texts.0, "end"))
          if texts.0 != texts.1 {
            parts.append(Drawing.text(across(end) + 5, top + 15, texts.1, "start"))
          }
        }
        top += 24
      }
      top += 14
    }
    return Drawing.picture(
      Self.width, top + 6,
      title: title, parts)
  }
}
