import Claims
import FoundationEssentials

/// A figure of an earlier reading, as its JSON line tells it.
public struct EarlierFigure: Hashable, Sendable, Decodable {
  struct Selector: Hashable, Sendable, Decodable {
    let exact: String
    let prefix: String
    let suffix: String
    let start: Int
  }

  let selector: Selector
  let dimension: String
  let value: String?
  let sentence: String

  /// The figures of a file of JSON Lines.
  ///
  /// - Throws: `RereadError.line` with the number of the first line that is none.
  public static func figures(ofLines bytes: [UInt8]) throws(RereadError) -> [EarlierFigure] {
    var figures: [EarlierFigure] = []
    for (number, line) in bytes.split(separator: 0x0A, omittingEmptySubsequences: false)
      .enumerated()
    {
      guard line.contains(where: { $0 > 0x20 }) else { continue }
      guard let figure = try? JSONDecoder().decode(EarlierFigure.self, from: Data(line)) else {
        throw .line(number + 1)
      }
      figures.append(figure)
    }
    return figures
  }
}

public enum RereadError: Error, Hashable, Sendable, CustomStringConvertible {
  case line(Int)

  public var description: String {
    switch self {
    case .line(let number):
      "line \(number) is no figure of an earlier reading; write one with: wayproof read --format jsonl"
    }
  }
}

/// What became of a figure in a later version of an article.
public struct FigureChange: Hashable, Sendable {
  public enum Kind: String, CaseIterable, Sendable {
    case unchanged, moved, changed, vanished, new
  }

  public let kind: Kind
  /// Its words before; blank for a new one.
  public let before: String
  /// Its words now; blank where it vanished.
  public let after: String
}

extension ReadArticle {
  /// What became of the figures of an earlier reading, and which are new.
  ///
  /// A figure is the same where its words and what stands around them are; it has changed where its surroundings are the
  /// same and its words are not (W3C Web Annotation Data Model, 4.2.4).
  public func changes(since earlier: [EarlierFigure]) -> [FigureChange] {
    let now = reading.figures.map { selector(of: $0) }
    var free = Set(now.indices)
    var changes: [FigureChange] = []
    var open: [EarlierFigure] = []
    for figure in earlier {
      let own = figure.selector
      let same = free.filter { now[$0].exact == own.exact }
      let best = same.max { rank(now[$0], own) < rank(now[$1], own) }
      guard let best, rank(now[best], own).agreement > 0 || same.count == 1 else {
        open.append(figure)
        continue
      }
      free.remove(best)
      changes.append(
        FigureChange(
          kind: now[best].range.lowerBound == own.start ? .unchanged : .moved, before: own.exact,
          after: now[best].exact))
    }
    for figure in open {
      let own = figure.selector
      let best = free.filter { rank(now[$0], own).agreement >= 12 }
        .max { rank(now[$0], own) < rank(now[$1], own) }
      if let best {
        free.remove(best)
        changes.append(FigureChange(kind: .changed, before: own.exact, after: now[best].exact))
      } else {
        changes.append(FigureChange(kind: .vanished, before: own.exact, after: ""))
      }
    }
    return changes
      + free.sorted().map { FigureChange(kind: .new, before: "", after: now[$0].exact) }
  }

  private struct Rank: Comparable {
    /// How many characters before and behind agree.
    let agreement: Int
    let nearness: Int

    static func < (left: Rank, right: Rank) -> Bool {
      (left.agreement, left.nearness) < (right.agreement, right.nearness)
    }
  }

  private func rank(_ selector: TextQuoteSelector, _ earlier: EarlierFigure.Selector) -> Rank {
    let before = zip(selector.prefix.reversed(), earlier.prefix.reversed()).prefix { $0 == $1 }
      .count
    let behind = zip(selector.suffix, earlier.suffix).prefix { $0 == $1 }.count
    return Rank(
      agreement: before + behind, nearness: -abs(selector.range.lowerBound - earlier.start))
  }
}
