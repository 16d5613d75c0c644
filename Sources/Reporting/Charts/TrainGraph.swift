public import Wording

/// A journey in time and distance, the railway's train graph: time runs to the right, the way upwards; what is said of
/// each place is a box on its line, what is possible a band, runs are lines.
public struct TrainGraph: Picture {
  /// A place on the way.
  public struct Station: Sendable {
    public let name: String
    /// Kilometres from the start.
    public let position: Double
  }

  /// What somebody says of when something was at a place.
  public struct Box: Sendable {
    public let name: String
    /// Of its station.
    public let position: Double
    /// Seconds since 1970; endless where nothing bounds it.
    public let from: Double
    public let to: Double
    public let kind: Kind
    /// What is written beside it; its name if there is room for that.
    public var caption: String?
  }

  public enum Kind: String, Sendable { case said, disputed }

  /// When each place can have been reached, in the order of the way.
  public struct Window: Sendable {
    public let position: Double
    public let from: Double
    public let to: Double
  }

  /// A run, from place to place.
  public struct Run: Sendable {
    public let name: String
    public let points: [(time: Double, position: Double)]
    public let style: Chart.Style

    /// Its points as far as a moment, the last where it is then.
    func points(until end: Double) -> [(time: Double, position: Double)] {
      var kept: [(time: Double, position: Double)] = []
      for point in points {
        guard point.time > end else {
          kept.append(point)
          continue
        }
        if let last = kept.last, point.time > last.time {
          let share = (end - last.time) / (point.time - last.time)
          kept.append((end, last.position + share * (point.position - last.position)))
        }
        break
      }
      return kept
    }
  }

  public let title: String
  /// The clocks below, and those above where the journey ends in another zone.
  public let axis: Axis
  public let upper: Axis?
  public let stations: [Station]
  public let boxes: [Box]
  public let windows: [Window]
  public let runs: [Run]
  /// How many of its boxes are disputed.
  public var disputed: Int { boxes.count { $0.kind == .disputed } }
  /// What its own words are in.
  public var language = Language.english

  /// Whether it is drawn for a column or a phone.
  public var isSmall = false

  /// Whether there are more places than a small picture has room for two lines of words for.
  private var isCrowded: Bool { isSmall && stations.count > 5 }

  private var width: Double { isSmall ? 430 : 840 }

  /// Where things lie in the picture.
  private struct Plan {
    let left: Double
    let right: Double
    let top: Double
    let bottom: Double
    /// Room below the first place's line.
    let foot: Double
    let length: Double
    let axis: Axis
    let isCrowded: Bool

    init(_ graph: TrainGraph) {
      isCrowded = graph.isCrowded
      let names = graph.stations.map { Drawing.width(of: $0.name) }.max() ?? 60
      left = min(graph.isSmall ? 120 : 240, 24 + names)
      right = graph.width - 16
      foot = graph.isSmall ? 22 : 12
      top = 56 + 18 * Double(graph.legend.count)
      let count = Double(graph.stations.count)
      bottom =
        top
        + (graph.isSmall
          ? max(140, min(260, (isCrowded ? 22 : 36) * count + 60))
          : max(220, min(520, 70 * count + 80)))
      length = max(graph.stations.map(\.position).max() ?? 1, 1e-9)
      axis = graph.axis
    }

    func across(_ time: Double) -> Double {
      left + min(1, max(0, axis.share(time))) * (right - left)
    }

    func up(_ position: Double) -> Double {
      bottom - position / length * (bottom - top - 12 - foot) - foot
    }

    /// Where the names of stations go, from the first up: beside their lines, or as far above as the one before asks.
    func labels(of stations: [Station]) -> [Double] {
      var places: [Double] = []
      for station in stations {
        let room = (places.last ?? .infinity) - (isCrowded ? 14 : 27)
        places.append(min(up(station.position), room))
      }
      return places
    }
  }

  public var svg: String {
    let plan = Plan(self)
    let parts =
      frame(plan) + region(plan) + boxParts(plan)
      + runs.map { run in
        Drawing.path(
          run.points(until: axis.range.upperBound).map {
            (plan.across($0.time), plan.up($0.position))
          }, run.style.rawValue)
      } + names(plan)
      + legend.enumerated().flatMap { row, parts in
        parts.map { $0(36 + 18 * Double(row)) }
      }
    return Drawing.picture(width, plan.bottom + 44, title: title, parts)
  }

  private func frame(_ plan: Plan) -> [String] {
    var parts: [String] = []
    for tick in axis.ticks {
      let x = plan.across(tick.value)
      parts.append(Drawing.line(x, plan.top, x, plan.bottom, "grid"))
    }
    parts += Drawing.labels(axis, at: plan.bottom + 17, from: plan.left, to: plan.right)
    parts.append(Drawing.text(plan.right, plan.bottom + 36, axis.title, "end"))
    for tick in upper?.ticks ?? [] {
      let x = plan.across(tick.value)
      parts.append(Drawing.line(x, plan.top - 5, x, plan.top, "axis"))
    }
    if let upper {
      let title = 14 + Drawing.width(of: upper.title)
      parts += upper.ticks.compactMap { tick in
        let half = Drawing.width(of: tick.label) / 2
        let place = min(plan.across(tick.value), plan.right + 12 - half)
        guard place - half > title else { return nil }
        return Drawing.text(place, plan.top - 9, tick.label, "middle")
      }
      parts.append(Drawing.text(8, plan.top - 9, upper.title, "start"))
    }
    for (station, y) in zip(stations, plan.labels(of: stations)) {
      let line = plan.up(station.position)
      parts.append(Drawing.line(plan.left, line, plan.right, line, "axis"))
      if abs(y - line) > 1 {
        parts.append(Drawing.line(plan.left - 7, y - 3, plan.left, line, "mark"))
      }
      let room = isSmall ? 16 : 34
      let name = Line(station.name).cut(to: room).text
      parts.append(Drawing.text(plan.left - 8, y + 1, name, "end"))
      guard !isCrowded else { continue }
      parts.append(
        Drawing.text(
          plan.left - 8, y + 14, language.text("km \(station.position, decimals: 0)"), "end",
          style: "degree"))
    }
    return parts
  }

  /// What is left for each place, joined along the way.
  private func region(_ plan: Plan) -> [String] {
    guard windows.count > 1 else { return [] }
    let edge =
      windows.map { (plan.across($0.from), plan.up($0.position)) }
      + windows.reversed().map { (plan.across($0.to), plan.up($0.position)) }
    return [Drawing.area(edge, "region", title: language.text("what undisputed statements leave"))]
  }

  private func boxParts(_ plan: Plan) -> [String] {
    boxes.map { box in
      let (from, to) = (plan.across(box.from), plan.across(box.to))
      return Drawing.box(
        from, plan.up(box.position) - 6, max(3, to - from), 12, box.kind.rawValue, title: box.name)
    }
  }

  /// The names of boxes, below their lines or above; a name for which there is no room is left to the box's own title.
  private func names(_ plan: Plan) -> [String] {
    var taken: [(left: Double, right: Double, y: Double)] = []
    return boxes.compactMap { box in
      let name = box.caption ?? box.name
      let width = Drawing.width(of: name)
      // Of many only those that something speaks against.
      guard !name.isEmpty, !isSmall || boxes.count <= 6 || box.kind == .disputed,
        width < plan.right - plan.left
      else { return nil }
      let middle = (plan.across(box.from) + plan.across(box.to)) / 2
      let left = min(max(plan.left + 2, middle - width / 2), plan.right - width)
      let line = plan.up(box.position)
      let below = (0..<8).map { line + 18 + 13 * Double($0) }
      let above = (0..<8).map { line - 10 - 13 * Double($0) }
      // At the lower edge there is room above the line only.
      let spots = line > plan.bottom - 40 ? above : below + above
      let free = spots.first { y in
        y > plan.top + 10 && y < plan.bottom - 2
          && !taken.contains {
            abs($0.y - y) < 12 && left < $0.right + 6 && $0.left < left + width + 6
          }
      }
      guard let free else { return nil }
      taken.append((left, left + width, free))
      return Drawing.text(left, free, name, "start", style: "claim label")
    }
  }

  /// What the signs mean, a list of drawings for each row; each is drawn at the height of its row.
  private var legend: [[(Double) -> String]] {
    var rows: [[(Double) -> String]] = [[]]
    var place = 8.0
    func add(_ words: String, _ sign: @escaping (_ x: Double, _ y: Double) -> String) {
      let size = 54 + Drawing.width(of: words)
      if place + size > width, place > 8 {
        rows.append([])
        place = 8
      }
      let x = place
      rows[rows.count - 1] += [
        { sign(x, $0) }, { Drawing.text(x + 32, $0 + 4, words, "start") },
      ]
      place += size
    }
    for run in runs {
      add(run.name) { Drawing.line($0, $1, $0 + 26, $1, run.style.rawValue) }
    }
    let kinds: [(String, Phrase)] = [
      ("said", "reported"), ("disputed", "reported, disputed"), ("region", "possible"),
    ]
    let known = Set(boxes.map(\.kind.rawValue) + (windows.count > 1 ? ["region"] : []))
    for (style, phrase) in kinds where known.contains(style) {
      add(language.text(phrase)) { Drawing.box($0 + 4, $1 - 7, 18, 12, style) }
    }
    return rows
  }
}
