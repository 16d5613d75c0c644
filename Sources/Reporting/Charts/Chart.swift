/// A chart of lines over one horizontal and one vertical axis.
public struct Chart: Picture {
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
  public enum Style: String, CaseIterable, Sendable { case main, second, third, fourth, limit }

  /// A place on the horizontal axis with its name.
  public struct Mark: Sendable {
    public let x: Double
    public let name: String

    public init(x: Double, name: String) {
      self.x = x
      self.name = name
    }
  }

  /// What somebody says of one of the axes; endless where nothing bounds it.
  public struct Band: Sendable {
    public let name: String
    public let low: Double
    public let high: Double

    public init(name: String, low: Double, high: Double) {
      self.name = name
      self.low = low
      self.high = high
    }
  }

  public let title: String
  public let x: Axis
  public let y: Axis
  public let series: [Series]
  public let marks: [Mark]
  /// Of the vertical axis.
  public let bands: [Band]

  public init(
    title: String, x: Axis, y: Axis, series: [Series], marks: [Mark] = [], bands: [Band] = []
  ) {
    self.title = title
    self.x = x
    self.y = y
    self.series = series
    self.marks = marks
    self.bands = bands
  }

  /// A chart of numbers, the vertical ones from nothing up.
  public init(
    title: String, xTitle: String, yTitle: String, series: [Series], marks: [Mark] = [],
    bands: [Band] = []
  ) {
    let points = series.flatMap(\.points)
    let heights = points.map(\.y) + bands.flatMap { [$0.low, $0.high] }
    self.init(
      title: title, x: .numbers(xTitle, holding: points.map(\.x), fits: true),
      y: .numbers(yTitle, holding: [0] + heights), series: series, marks: marks, bands: bands)
  }

  // MARK: Drawing

  private static let size = (width: 840.0, height: 380.0)
  private var plot: (left: Double, right: Double, top: Double, bottom: Double) {
    let labels = y.ticks.map { Drawing.width(of: $0.label) }.max() ?? 0
    return (max(58, labels + 14), 824, 64, 330)
  }

  public var svg: String {
    let plot = plot
    func across(_ value: Double) -> Double { plot.left + x.share(value) * (plot.right - plot.left) }
    func up(_ value: Double) -> Double { plot.bottom - y.share(value) * (plot.bottom - plot.top) }
    var parts: [String] = []
    for tick in y.ticks {
      parts.append(Drawing.line(plot.left, up(tick.value), plot.right, up(tick.value), "grid"))
      parts.append(Drawing.text(plot.left - 6, up(tick.value) + 4, tick.label, "end"))
    }
    parts += bandParts(up)
    for tick in x.ticks {
      parts.append(
        Drawing.line(across(tick.value), plot.bottom, across(tick.value), plot.bottom + 5, "axis"))
      parts.append(Drawing.text(across(tick.value), plot.bottom + 19, tick.label, "middle"))
    }
    parts.append(Drawing.line(plot.left, plot.bottom, plot.right, plot.bottom, "axis"))
    for mark in marks {
      parts.append(Drawing.line(across(mark.x), plot.top, across(mark.x), plot.bottom, "mark"))
    }
    parts += marksText(across)
    for line in series {
      parts.append(
        Drawing.path(line.points.map { (across($0.x), up($0.y)) }, line.style.rawValue))
    }
    parts += legend
    parts.append(
      Drawing.text((plot.left + plot.right) / 2, Self.size.height - 8, x.title, "middle"))
    parts.append(Drawing.text(8, plot.top - 10, y.title, "start"))
    return Drawing.picture(Self.size.width, Self.size.height, title: title, parts)
  }

  /// Bands with their names, each name below those it would be written over.
  private func bandParts(_ up: (Double) -> Double) -> [String] {
    let plot = plot
    var (boxes, names, taken) = ([String](), [String](), [Double]())
    for band in bands {
      let low = max(band.low, y.range.lowerBound)
      let high = min(band.high, y.range.upperBound)
      guard low <= high else { continue }
      let (top, bottom) = (up(high), up(low))
      boxes.append(
        Drawing.box(
          plot.left, top, plot.right - plot.left, max(1.5, bottom - top), "band",
          title: band.name))
      var place = min(plot.bottom - 4, top + 13)
      while taken.contains(where: { abs($0 - place) < 13 }), place < plot.bottom { place += 13 }
      taken.append(place)
      names.append(Drawing.text(plot.right - 6, place, band.name, "end", style: "claim"))
    }
    return boxes + names
  }

  /// Names of marks, left out where they would run into the one before.
  private func marksText(_ across: (Double) -> Double) -> [String] {
    let plot = plot
    var parts: [String] = []
    var free = -Double.infinity
    for mark in marks.sorted(by: { $0.x < $1.x }) {
      let half = Drawing.width(of: mark.name) / 2
      let place = min(max(across(mark.x), plot.left + half), plot.right - half)
      guard place - half > free else { continue }
      parts.append(Drawing.text(place, plot.top - 10, mark.name, "middle"))
      free = place + half + 8
    }
    return parts
  }

  private var legend: [String] {
    var parts: [String] = []
    var place = plot.left
    for line in series {
      parts.append(Drawing.line(place, 36, place + 26, 36, line.style.rawValue))
      parts.append(Drawing.text(place + 32, 40, line.name, "start"))
      place += 32 + Drawing.width(of: line.name) + 22
    }
    return parts
  }
}
