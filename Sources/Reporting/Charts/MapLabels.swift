/// Finds room for the words on a map: they cover no other word and no symbol, and as little as can be of the ways.
struct MapLabels {
  private struct Box {
    let x: Double
    let y: Double
    let width: Double
    let height: Double

    func meets(_ other: Box) -> Bool {
      x < other.x + other.width && other.x < x + width && y < other.y + other.height
        && other.y < y + height
    }

    func holds(_ point: (x: Double, y: Double)) -> Bool {
      point.x > x && point.x < x + width && point.y > y && point.y < y + height
    }
  }

  private let size: (width: Double, height: Double)
  private let ways: [(x: Double, y: Double)]
  private var taken: [Box]

  /// - Parameter ways: points on the lines that had better stay uncovered.
  init(
    size: (width: Double, height: Double), symbols: [(x: Double, y: Double)],
    ways: [(x: Double, y: Double)]
  ) {
    self.size = size
    self.ways = ways
    taken = symbols.map { Box(x: $0.x - 7, y: $0.y - 7, width: 14, height: 14) }
  }

  /// A name beside its symbol; nil where there is no room for it.
  mutating func label(_ name: String, at: (x: Double, y: Double)) -> String? {
    let width = Drawing.width(of: name)
    let spots = [
      (at.x + 10, at.y - 7), (at.x - 10 - width, at.y - 7), (at.x - width / 2, at.y - 24),
      (at.x - width / 2, at.y + 9), (at.x + 8, at.y - 22), (at.x + 8, at.y + 8),
      (at.x - 8 - width, at.y - 22), (at.x - 8 - width, at.y + 8),
    ].map { Box(x: $0, y: $1, width: width, height: 15) }
    guard let best = best(of: spots) else { return nil }
    taken.append(best)
    return Drawing.text(best.x, best.y + 11, name, "start", style: "label")
  }

  /// A degree somewhere along its line, the first spot that is free.
  mutating func degree(_ text: String, near spots: [(x: Double, y: Double)]) -> String? {
    let width = Drawing.width(of: text)
    let boxes = spots.map { Box(x: $0.x + 3, y: $0.y - 14, width: width, height: 13) }
    let free = boxes.first { box in
      isFree(box) && !ways.contains { box.holds($0) }
    }
    guard let free else { return nil }
    taken.append(free)
    return Drawing.text(free.x, free.y + 11, text, "start", style: "degree")
  }

  private func isFree(_ box: Box) -> Bool {
    box.x > 2 && box.x + box.width < size.width - 2 && box.y > 48 && box.y < size.height - 40
      && !taken.contains { $0.meets(box) }
  }

  private func best(of spots: [Box]) -> Box? {
    spots.filter(isFree).enumerated().min { one, other in
      let covered = [one, other].map { spot in
        ways.reduce(0) { $0 + (spot.element.holds($1) ? 1 : 0) }
      }
      return (covered[0], one.offset) < (covered[1], other.offset)
    }?.element
  }
}
