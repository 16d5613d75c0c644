import Figures

/// The clauses of a sentence: which words belong to one verb.
///
/// Found by signs and conjunctions: a stretch between two of them is a clause of its own if a verb or noun of travel is in
/// it, and belongs to the one before it, or behind it, if none is. A parse may take its place.
struct Clauses {
  /// In their order, without gaps.
  let ranges: [Range<Int>]
  /// The stretches between signs and conjunctions that clauses are made of.
  let segments: [Range<Int>]

  init(_ sentence: Range<Int>, _ mentions: [Mention], _ reader: TokenReader) {
    let verbs = mentions.filter { $0.isVerb }
    segments = Self.segments(sentence, mentions, verbs, reader)
    var ranges: [Range<Int>] = []
    var hasVerb = false
    for segment in segments {
      let own = verbs.contains { segment.contains($0.tokens.lowerBound) }
      if let last = ranges.last, !(own && hasVerb) {
        ranges[ranges.count - 1] = last.lowerBound..<segment.upperBound
        hasVerb = hasVerb || own
      } else {
        ranges.append(segment)
        hasVerb = own
      }
    }
    self.ranges = ranges
  }

  private static func segments(
    _ sentence: Range<Int>, _ mentions: [Mention], _ verbs: [Mention], _ reader: TokenReader
  ) -> [Range<Int>] {
    var cuts: Set<Int> = []
    for token in sentence where reader.isSign(token, ",;:()|") || reader.isLongDash(token) {
      cuts.insert(token)
    }
    for mention in mentions {
      switch mention.what {
      case .clause, .and: cuts.insert(mention.tokens.lowerBound)
      default: break
      }
    }
    if reader.lexicon.isVerbFinal {
      for verb in verbs { cuts.insert(verb.tokens.upperBound) }
    }
    var segments: [Range<Int>] = []
    var start = sentence.lowerBound
    for cut in cuts.sorted() where cut > start && cut < sentence.upperBound {
      segments.append(start..<cut)
      start = cut
    }
    if start < sentence.upperBound { segments.append(start..<sentence.upperBound) }
    return segments
  }

  /// The clause that a token stands in.
  func clause(of token: Int) -> Range<Int> { Self.range(of: token, in: ranges) }

  /// The stretch between two signs or conjunctions that a token stands in.
  func segment(of token: Int) -> Range<Int> { Self.range(of: token, in: segments) }

  private static func range(of token: Int, in ranges: [Range<Int>]) -> Range<Int> {
    var (low, high) = (0, max(0, ranges.count - 1))
    while low < high {
      let middle = (low + high) / 2
      if ranges[middle].upperBound <= token { low = middle + 1 } else { high = middle }
    }
    return ranges.indices.contains(low) ? ranges[low] : token..<token
  }
}

extension Mention {
  /// Whether it can be what a clause is about: what happened, or how long it took.
  fileprivate var isVerb: Bool {
    switch what {
    case .event(let event): event != .speech
    case .takes, .cue(.stop): true
    default: false
    }
  }
}

extension TokenReader {
  /// A dash between two parts of a sentence, with a blank before it.
  func isLongDash(_ index: Int) -> Bool {
    index < tokens.count && isDash(index) && tokens[index].traits.contains(.spaced)
      && index + 1 < tokens.count && tokens[index + 1].traits.contains(.spaced)
  }
}
