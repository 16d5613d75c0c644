import Figures

extension FigureTies {
  /// The mentions, with "Madrid-Puerta de Atocha" as one place: a part of a city that is written with it by a hyphen.
  func whole(_ mentions: [Mention]) -> [Mention] {
    var result: [Mention] = []
    for mention in mentions {
      if case .place(let part, _) = mention.what, let last = result.last,
        case .place(let city, let preposition) = last.what,
        reader.isHyphen(last.tokens.upperBound),
        mention.tokens.lowerBound - last.tokens.upperBound <= 3,
        let apart = corroboration.kilometers(city, part), apart < Self.withinCity
      {
        result[result.count - 1] = Mention(
          what: .place(part, preposition),
          tokens: last.tokens.lowerBound..<mention.tokens.upperBound)
      } else {
        result.append(mention)
      }
    }
    return result
  }

  /// In kilometres.
  private static let withinCity = 15.0
}
