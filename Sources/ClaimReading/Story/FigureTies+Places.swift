import Figures

extension FigureTies {
  /// The mentions, with "Madrid-Puerta de Atocha" as one place: a part of a city that is written with it by a hyphen.
  func whole(_ mentions: [Mention]) -> [Mention] {
    var result: [Mention] = []
    for mention in mentions {
      if let (index, whole) = part(mention, of: result) {
        result.removeSubrange(index...)
        result.append(whole)
      } else {
        result.append(mention)
      }
    }
    return result
  }

  /// A mention of a part of a city with the city before it, and where that stands among others.
  private func part(_ mention: Mention, of others: [Mention]) -> (index: Int, whole: Mention)? {
    guard case .place(let part, _) = mention.what,
      let index = others.lastIndex(where: { if case .place = $0.what { true } else { false } }),
      case .place(let city, let preposition) = others[index].what
    else { return nil }
    let end = others[index].tokens.upperBound
    guard reader.isHyphen(end), mention.tokens.lowerBound >= end,
      mention.tokens.lowerBound - end <= 3, let apart = corroboration.kilometers(city, part),
      apart < Self.withinCity
    else { return nil }
    let tokens = others[index].tokens.lowerBound..<mention.tokens.upperBound
    return (index, Mention(what: .place(part, preposition), tokens: tokens))
  }

  /// In kilometres; estimated.
  private static let withinCity = 15.0
}
