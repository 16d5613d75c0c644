import Casework
import Gazetteer
import Wording

extension Dossier {
  /// What a language calls the case's places, as far as the gazetteer has names in its script.
  func names(in language: Language) -> [String: String] {
    guard let script = language.script else { return [:] }
    return places.values.reduce(into: [:]) { names, place in
      let own = place.names.first { script.holds($0) }
      names[place.name] = own
      if place.shortName != place.name { names[place.shortName] = own }
    }
  }
}
