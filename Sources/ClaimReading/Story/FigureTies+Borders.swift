import Figures

extension FigureTies {
  /// Whether a weekday or a clock time stands in a stretch of tokens.
  func hasDay(in range: Range<Int>) -> Bool {
    range.contains { index in
      reader.phrase(at: index) { role -> Bool? in
        switch role {
        case .weekday, .month, .relativeDay: true
        default: nil
        }
      } != nil
    }
  }

  /// The border point of a country's border, or of the border between the countries that are spoken of.
  func border(_ code: String, _ mentions: [Mention]) -> MentionedPlace? {
    var named: [String] = code == "border" ? [] : [code]
    for mention in mentions.reversed() {
      if case .country(let other, _) = mention.what, other != "border" { named.append(other) }
    }
    named += countries
    for (index, one) in named.enumerated() {
      for other in named.prefix(index) where one != other {
        if let place = borders[[one, other]], code == "border" || one == code || other == code {
          return place
        }
      }
    }
    return nil
  }
}
