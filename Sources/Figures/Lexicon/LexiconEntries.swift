import Chronology

/// What a lexicon file says, before its words are numbered.
package struct LexiconEntries {
  struct Entry {
    let text: String
    let role: LexicalRole
    var isName = false
  }

  /// What the end of a place's name becomes in other cases.
  package struct PlaceEnding: Sendable {
    package let ending: String
    package let forms: [String]
  }

  package var language = ""
  var name = ""
  var decimal = UInt8(ascii: ".")
  var grouping: Set<UInt8> = []
  var clockSigns: Set<UInt8> = []
  var isDayFirst = true
  var isTwentyFourHours = false
  var isVerbFinal = false
  var hasCapitalNouns = false
  var common: [String] = []
  var phrases: [Entry] = []
  package var placeEndings: [PlaceEnding] = []
  /// What the language calls places, with the names by which tables of the world know them.
  var names: [String: String] = [:]
  package var placeAliases: [(id: String, names: [String])] = []

  /// Adds what vehicles and journeys are called as owners: "the ferry's top speed".
  mutating func addPossessives(_ ending: String) {
    phrases += phrases.compactMap { entry in
      switch entry.role {
      case .means, .vehicle, .journey:
        Entry(text: entry.text + ending, role: entry.role, isName: entry.isName)
      default: nil
      }
    }
  }

  /// Adds what trains are called, but for names that are words of the language already: Россия is a country first.
  package mutating func add(trains: [String]) {
    let own = Set(phrases.map { $0.text.lowercased() })
    phrases += trains.filter { !own.contains($0.lowercased()) }.map {
      Entry(text: $0, role: .means(.rail), isName: true)
    }
  }
}
