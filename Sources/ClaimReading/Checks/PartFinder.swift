import Figures

/// Finds lengths and times that the words call a part of one told before: "The line will be 14 km long. Nineteen kilometres of
/// it run in tunnels."
struct PartFinder {
  private let ties: FigureTies
  private let figures: [Figure]

  /// So many words stand at most between a figure and what makes it a part.
  private static let reach = 1

  init(_ ties: FigureTies, _ figures: [Figure]) {
    (self.ties, self.figures) = (ties, figures)
  }

  /// A way for each whole of which parts are told.
  func ways() -> [ToldWay] {
    var parts: [Int: [Int]] = [:]
    for index in figures.indices where isPart(index) {
      if let whole = whole(of: index) { parts[whole, default: []].append(index) }
    }
    return parts.sorted { $0.key < $1.key }.map { whole, parts in
      ToldWay(figures: [whole] + parts, parts: parts, means: nil)
    }
  }

  private func measure(_ index: Int) -> ValueUnit.Dimension? {
    guard case .quantity(let value) = figures[index].value, value.unit.dimension != .speed,
      value.hedge != .plural
    else { return nil }
    return value.unit.dimension
  }

  /// Whether the words beside a figure call it a part of another one.
  func isPart(_ index: Int) -> Bool {
    guard measure(index) != nil else { return false }
    let figure = figures[index].tokens
    return ties.mentions(sentence(of: index)).contains { mention in
      guard mention.what == .cue(.part) else { return false }
      let gap =
        mention.tokens.lowerBound >= figure.upperBound
        ? mention.tokens.lowerBound - figure.upperBound
        : figure.lowerBound - mention.tokens.upperBound
      return (0...Self.reach).contains(gap)
    }
  }

  /// The figure of its kind before a part, in its sentence or the one before, unless that is no length or time of a way.
  private func whole(of part: Int) -> Int? {
    let whole = figures.indices.last { index in
      index < part && measure(index) == measure(part)
        && sentence(of: part) - sentence(of: index) <= 1 && !isPart(index)
    }
    guard let whole else { return nil }
    switch figures[whole].tie.reason {
    case .denied, .difference, .change, .natural, .beyondEarth, .limit, .otherTime, .usual:
      return nil
    default: return whole
    }
  }

  private func sentence(of index: Int) -> Int {
    ties.sentences.index(of: figures[index].tokens.lowerBound)
  }
}
