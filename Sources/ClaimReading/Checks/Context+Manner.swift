import Claims
import Figures
import Quantities

/// How the words around a figure mean it.
extension FigureTies.Context {
  /// "his first summit", in this sentence.
  var isOfFirst: Bool {
    mentions.contains { mention in
      guard case .first = mention.what else { return false }
      return mentions.contains {
        if case .event(.meeting) = $0.what {
          (0...4).contains($0.tokens.lowerBound - mention.tokens.upperBound)
        } else {
          false
        }
      }
    }
  }

  var kinds: [DistanceKind] {
    let near = mentions.filter {
      if case .kind = $0.what { distance(to: $0) <= 8 } else { false }
    }
    guard let first = near.min(by: { distance(to: $0) < distance(to: $1) }),
      case .kind(let kind) = first.what
    else { return [] }
    return [kind]
  }

  var modality: Modality {
    var best: (cost: Int, modality: Modality)?
    for mention in mentions {
      guard case .modality(let modality) = mention.what else { continue }
      let cost = distance(to: mention)
      // What is said behind a figure is said of something else, unless it is near.
      guard mention.tokens.upperBound <= figure.lowerBound ? cost <= 16 : cost <= 6,
        !isOver(mention)
      else { continue }
      if cost < best?.cost ?? .max { best = (cost, modality) }
    }
    return best?.modality ?? .stated
  }

  /// The words that say that the figure is somebody's assumption: "it is believed", "reportedly".
  var attribution: Range<Int>? {
    let said = nearest { mention in
      guard case .modality(.assumed) = mention.what else { return false }
      return mention.tokens.upperBound <= figure.lowerBound
        ? distance(to: mention) <= 24 : distance(to: mention) <= 10
    }
    return said?.tokens
  }

  /// "expected to take 12 hours, took 14": a verb of the past ends what was expected before it.
  private func isOver(_ modality: Mention) -> Bool {
    mentions.contains { mention in
      guard case .past = mention.what else { return false }
      return mention.tokens.lowerBound >= modality.tokens.upperBound
        && mention.tokens.upperBound <= figure.lowerBound
    }
  }
}
