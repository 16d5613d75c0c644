/// A chart of lines over one horizontal and one vertical axis, as SVG that needs nothing else; legible in grey.
public struct Chart: Sendable {
  /// A line of points, in the axes' units.
  public struct Series: Sendable {
    public let name: String
    public let points: [(x: Double, y: Double)]
    public let style: Style

    public init(name: String, points: [(x: Double, y: Double)], style: Style) {
      self.name = name
      self.points = points
      self.style = style
    }
  }

  /// Told apart by width and dashes as well as by colour.
  public enum Style: Sendable { case main, second, third, limit }

  /// A place on the horizontal axis with its name.
  public struct Mark: Sendable {
    public let x: Double
    public let name: String

    public init(x: Double, name: String) {
      self.x = x
      self.name = name
    }
  }

  public let title: String
  public let xTitle: String
  public let yTitle: String
  public let series: [Series]
  public var marks: [Mark] = []

  public init(title: String, xTitle: String, yTitle: String, series: [Series], marks: [Mark] = []) {
    self.title = title
    self.xTitle = xTitle
    self.yTitle = yTitle
    self.series = series
    self.marks = marks
  }

  // MARK: Geometry

  private static let width = 840.0
  private static let height = 380.0
  private static let plot = (left: 58.0, right: 824.0, top: 64.0, bottom: 330.0)
  /// Points closer than this, in units of the picture, are one.
  private static let grain = 0.25

  private var xRange: ClosedRange<Double> {
    let values = series.flatMap { $0.points.map(\.x) }.filter(\.isFinite)
    let (low, high) = (values.min() ?? 0, values.max() ?? 1)
    return low...max(high, low + 1e-9)
  }

  private var yMost: Double {
    let most = series.flatMap { $0.points.map(\.y) }.filter(\.isFinite).max() ?? 1
    return Self.ticks(0, max(most, 1e-9)).last ?? most
  }

  /// Round values that enclose a range, five or so.
  static func ticks(_ low: Double, _ high: Double) -> [Double] {
    var step = 1.0
    let rough = (high - low) / 5
    guard rough.isFinite, rough > 0 else { return [low] }
    while step > rough { step /= 10 }
    while step * 10 <= rough { step *= 10 }
    for factor in [1.0, 2, 5, 10] where step * factor >= rough * 0.999 {
      step *= factor
      break
    }
    var ticks: [Double] = []
    var value = (low / step).rounded(.up) * step
    while value < high + step * 0.999, ticks.count < 20 {
      ticks.append(value)
      value += step
    }
    return ticks
  }

  // MARK: Drawing

  public var svg: String {
    let (xRange, yMost) = (xRange, yMost)
    let plot = Self.plot
    func x(_ value: Double) -> Double {
      let share = (value - xRange.lowerBound) / (xRange.upperBound - xRange.lowerBound)
      return plot.left + share * (plot.right - plot.left)
    }
    func y(_ value: Double) -> Double { plot.bottom - value / yMost * (plot.bottom - plot.top) }
    var parts = [Self.head(title)]
    for value in Self.ticks(0, yMost) where value <= yMost * 1.0001 {
      parts.append(Self.line(plot.left, y(value), plot.right, y(value), "grid"))
      parts.append(Self.text(plot.left - 6, y(value) + 4, label(value), "end"))
    }
    for value in Self.ticks(xRange.lowerBound, xRange.upperBound)
    where value <= xRange.upperBound * 1.0001 {
      parts.append(Self.line(x(value), plot.bottom, x(value), plot.bottom + 5, "axis"))
      parts.append(Self.text(x(value), plot.bottom + 19, label(value), "middle"))
    }
    parts.append(Self.line(plot.left, plot.bottom, plot.right, plot.bottom, "axis"))
    for mark in marks {
      parts.append(Self.line(x(mark.x), plot.top, x(mark.x), plot.bottom, "mark"))
    }
    parts += marksText(x)
    for line in series { parts.append(Self.path(line, x, y)) }
    parts += legend
    parts.append(Self.text((plot.left + plot.right) / 2, Self.height - 8, xTitle, "middle"))
    parts.append(Self.text(8, plot.top - 10, yTitle, "start"))
    return parts.joined(separator: "\n") + "\n</svg>\n"
  }

  /// Names of marks, left out where they would run into the one before.
  private func marksText(_ x: (Double) -> Double) -> [String] {
    var parts: [String] = []
    var free = -Double.infinity
    for mark in marks.sorted(by: { $0.x < $1.x }) {
      let half = Double(mark.name.displayWidth) * 3.2
      let place = min(max(x(mark.x), Self.plot.left + half), Self.plot.right - half)
      guard place - half > free else { continue }
      parts.append(Self.text(place, Self.plot.top - 10, mark.name, "middle"))
      free = place + half + 8
    }
    return parts
  }

  private var legend: [String] {
    var parts: [String] = []
    var place = Self.plot.left
    for line in series {
      parts.append(Self.line(place, 36, place + 26, 36, line.style.name))
      parts.append(Self.text(place + 32, 40, line.name, "start"))
      place += 32 + Double(line.name.displayWidth) * 6.6 + 22
    }
    return parts
  }

  private func label(_ value: Double) -> String {
    Numbers.fixed(value, abs(value - value.rounded()) < 1e-9 ? 0 : 1)
  }

  private static func path(
    _ series: Series, _ x: (Double) -> Double, _ y: (Double) -> Double
  ) -> String {
    var commands = ""
    var last = (x: -Double.infinity, y: -Double.infinity)
    for point in series.points where point.x.isFinite && point.y.isFinite {
      let here = (x: x(point.x), y: y(point.y))
      guard abs(here.x - last.x) >= grain || abs(here.y - last.y) >= grain else { continue }
      commands += "\(commands.isEmpty ? "M" : "L")\(number(here.x)) \(number(here.y))"
      last = here
    }
    return "<path class=\"\(series.style.name)\" d=\"\(commands)\"/>"
  }

  private static func line(
    _ x1: Double, _ y1: Double, _ x2: Double, _ y2: Double, _ style: String
  ) -> String {
    "<line class=\"\(style)\" x1=\"\(number(x1))\" y1=\"\(number(y1))\" "
      + "x2=\"\(number(x2))\" y2=\"\(number(y2))\"/>"
  }

  private static func text(
    _ x: Double, _ y: Double, _ words: String, _ anchor: String
  ) -> String {
    "<text x=\"\(number(x))\" y=\"\(number(y))\" text-anchor=\"\(anchor)\">\(words.escapedForMarkup)</text>"
  }

  private static func number(_ value: Double) -> String { Numbers.plain(value, 1) }

  private static func head(_ title: String) -> String {
    """
    <svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 \(Int(width)) \(Int(height))" role="img" font-family="system-ui, sans-serif" font-size="12">
    <title>\(title.escapedForMarkup)</title>
    <style>
    svg{background:#fff}text{fill:#222}path,line{fill:none}.grid{stroke:#ddd}.axis{stroke:#222}.mark{stroke:#999;stroke-dasharray:2 3}
    .main{stroke:#0b5394;stroke-width:2}.second{stroke:#b45f06;stroke-width:2;stroke-dasharray:7 4}.third{stroke:#38761d;stroke-width:2;stroke-dasharray:2 3}.limit{stroke:#777;stroke-width:1}
    @media (prefers-color-scheme:dark){svg{background:#16191d}text{fill:#ddd}.grid{stroke:#333}.axis{stroke:#ddd}.main{stroke:#6fb1ff}.second{stroke:#f0a860}.third{stroke:#8fd17a}.limit{stroke:#999}}
    </style>
    <text x="8" y="18" font-size="14" font-weight="600">\(title.escapedForMarkup)</text>
    """
  }
}

extension Chart.Style {
  var name: String {
    switch self {
    case .main: "main"
    case .second: "second"
    case .third: "third"
    case .limit: "limit"
    }
  }
}
