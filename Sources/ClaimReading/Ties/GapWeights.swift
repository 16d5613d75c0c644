import Figures

/// What the words between two places of a sentence weigh, as running sums: asking takes no longer in a long sentence.
struct GapWeights {
  private let start: Int
  /// With "and" as it counts before a figure, and behind one.
  private var before = [0]
  private var behind = [0]

  init(_ sentence: Range<Int>, _ mentions: [Mention], _ reader: TokenReader) {
    start = sentence.lowerBound
    var clauses: [Int: Int] = [:]
    var ands: [Int: Int] = [:]
    for mention in mentions {
      switch mention.what {
      case .clause: clauses[mention.tokens.lowerBound, default: 0] += 12
      case .and: ands[mention.tokens.lowerBound, default: 0] += 1
      default: break
      }
    }
    for token in sentence {
      let own = (clauses[token] ?? 0) + (reader.isSign(token, ",;:") ? 2 : 0)
      before.append(before[before.count - 1] + own + (ands[token] ?? 0))
      behind.append(behind[behind.count - 1] + own + 6 * (ands[token] ?? 0))
    }
  }

  func between(_ gap: Range<Int>, isBefore: Bool) -> Int {
    let sums = isBefore ? before : behind
    let low = max(0, min(gap.lowerBound - start, sums.count - 1))
    let high = max(low, min(gap.upperBound - start, sums.count - 1))
    return sums[high] - sums[low]
  }
}
