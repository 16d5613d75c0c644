import Figures

/// Where the figures of a text stand, by what they measure.
struct FigureRanks {
  enum Kind: Hashable { case length, time, moment, speed }

  struct Entry {
    let tokens: Range<Int>
    let kind: Kind
  }

  struct Rank {
    let isFirst: Bool
    let isLast: Bool
  }

  /// In the text's order.
  private let entries: [Entry]
  private let first: [Kind: Int]
  private let last: [Kind: Int]

  init(_ found: [FoundFigure]) {
    entries = found.map { Entry(tokens: $0.tokens, kind: Self.kind(of: $0.value)) }
      .sorted { $0.tokens.lowerBound < $1.tokens.lowerBound }
    var (first, last): ([Kind: Int], [Kind: Int]) = ([:], [:])
    for entry in entries {
      if first[entry.kind] == nil { first[entry.kind] = entry.tokens.lowerBound }
      last[entry.kind] = entry.tokens.lowerBound
    }
    (self.first, self.last) = (first, last)
  }

  static func kind(of value: FigureValue) -> Kind {
    switch value {
    case .moment: .moment
    case .quantity(let value):
      switch value.unit.dimension {
      case .distance: .length
      case .duration: .time
      case .speed: .speed
      }
    }
  }

  func rank(of tokens: Range<Int>) -> Rank? {
    let index = start(tokens.lowerBound)
    guard entries.indices.contains(index), entries[index].tokens == tokens else { return nil }
    let kind = entries[index].kind
    return Rank(isFirst: first[kind] == tokens.lowerBound, isLast: last[kind] == tokens.lowerBound)
  }

  /// The figures in a stretch of tokens, but one.
  func figures(in range: Range<Int>, besides own: Range<Int>) -> [Entry] {
    var found: [Entry] = []
    var index = start(range.lowerBound)
    while index < entries.count, entries[index].tokens.lowerBound < range.upperBound,
      found.count < 16
    {
      if !entries[index].tokens.overlaps(own) { found.append(entries[index]) }
      index += 1
    }
    return found
  }

  /// The first entry at a token or behind it.
  private func start(_ token: Int) -> Int {
    var (low, high) = (0, entries.count)
    while low < high {
      let middle = (low + high) / 2
      if entries[middle].tokens.lowerBound < token { low = middle + 1 } else { high = middle }
    }
    return low
  }
}
