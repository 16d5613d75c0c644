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

  private static let width = 840.0

  /// Where things lie in the picture.
  private struct Plan {
    let left: Double
    let right = TrainGraph.width - 16
    let top = 74.0
    let bottom: Double
    let length: Double
    let axis: Axis

    init(_ graph: TrainGraph) {
      left = min(240, 24 + (graph.stations.map { Drawing.width(of: $0.name) }.max() ?? 60))
      bottom = top + max(220, min(520, 70 * Double(graph.stations.count) + 80))
      length = max(graph.stations.map(\.position).max() ?? 1, 1e-9)
      axis = graph.axis
    }

    func across(_ time: Double) -> Double {
      left + min(1, max(0, axis.share(time))) * (right - left)
    }

    func up(_ position: Double) -> Double { bottom - position / length * (bottom - top - 24) - 12 }

    /// Where the names of stations go, from the first up: beside their lines, or as far above as the one before asks.
    func labels(of stations: [Station]) -> [Double] {
      var places: [Double] = []
      for station in stations {
        let room = (places.last ?? .infinity) - 27
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
      } + names(plan) + legend(plan)
    return Drawing.picture(Self.width, plan.bottom + 44, title: title, parts)
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
      parts += upper.ticks.map { tick in
        let half = Drawing.width(of: tick.label) / 2
        return Drawing.text(
          min(plan.across(tick.value), plan.right + 12 - half), plan.top - 9, tick.label, "middle")
      }
      parts.append(Drawing.text(8, plan.top - 9, upper.title, "start"))
    }
    for (station, y) in zip(stations, plan.labels(of: stations)) {
      let line = plan.up(station.position)
      parts.append(Drawing.line(plan.left, line, plan.right, line, "axis"))
      if abs(y - line) > 1 {
        parts.append(Drawing.line(plan.left - 7, y - 3, plan.left, line, "mark"))
      }
      parts.append(Drawing.text(plan.left - 8, y + 1, station.name, "end"))
      parts.append(
        Drawing.text(
          plan.left - 8, y + 14, language.text("km \(station.position, decimals: 0)"), "end",
          style: "claim"))
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
      let width = Drawing.width(of: box.name)
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
      return Drawing.text(left, free, box.name, "start", style: "claim label")
    }
  }

  private func legend(_ plan: Plan) -> [String] {
    var parts: [String] = []
    var place = 8.0
    for run in runs {
      parts.append(Drawing.line(place, 36, place + 26, 36, run.style.rawValue))
      parts.append(Drawing.text(place + 32, 40, run.name, "start"))
      place += 54 + Drawing.width(of: run.name)
    }
    let kinds: [(String, Phrase)] = [
      ("said", "said"), ("disputed", "said, and disputed"),
      ("region", "left by what nobody disputes"),
    ]
    let known = Set(boxes.map(\.kind.rawValue) + (windows.count > 1 ? ["region"] : []))
    for (style, phrase) in kinds where known.contains(style) {
      let words = language.text(phrase)
      parts.append(Drawing.box(place, 29, 18, 12, style))
      parts.append(Drawing.text(place + 24, 40, words, "start"))
      place += 46 + Drawing.width(of: words)
    }
    return parts
  }
}
