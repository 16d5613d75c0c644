import Casework
import Claims
import Gazetteer
import Plausibility
import Wording

extension Dossier {
  /// What a language calls the case's places, as far as the gazetteer has names in its script.
  func names(in language: Language) -> [String: String] {
    Array(places.values).names(in: language)
  }

  /// A claim by the words around its figure, as sentences name it; any other statement by what it says.
  func shortName(of member: Member.ID) -> Phrase {
    guard let id = members[member]?.claim, let claim = account(of: id)?.claim else {
      return titles.words(of: member)
    }
    return shortName(of: claim)
  }

  func shortName(of claim: Claim) -> Phrase {
    let quote = ShortQuote.text(
      claim.quote, limit: 30, figure: claim.selector?.exact, isFigureLast: claim.value == nil)
    return "“\(quote)”"
  }
}

extension [Place] {
  /// What a language calls them, as far as the gazetteer has names in its script.
  func names(in language: Language) -> [String: String] {
    guard let script = language.script else { return [:] }
    return reduce(into: [:]) { names, place in
      let all = place.names.filter(script.holds)
      // 하산역 is the station of 하산.
      let own = all.first { name in !all.contains { name == $0 + "역" } }
      names[place.name] = own
      if place.shortName != place.name {
        names[place.shortName] = own ?? cityAndCode(place.shortName, language)
      }
    }
  }

  /// Such as `베를린(BER)` for `Berlin (BER)`; nil where the language has no name of the city.
  private func cityAndCode(_ name: String, _ language: Language) -> String? {
    guard let match = name.wholeMatch(of: /(.+) \(([A-Z0-9]+)\)/) else { return nil }
    let own = language.text(Phrase(term: String(match.1)))
    return own == match.1 ? nil : language.text("\(own) (\(match.2))")
  }
}
