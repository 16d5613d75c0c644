import Chronology
import Claims

/// What a lexicon file says, before its words are numbered.
struct LexiconEntries {
  struct Entry {
    let text: String
    let role: LexicalRole
    var isName = false
  }

  /// What the end of a place's name becomes in other cases.
  struct PlaceEnding {
    let ending: String
    let forms: [String]
  }

  var language = ""
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
  var placeEndings: [PlaceEnding] = []
  var placeAliases: [(id: String, names: [String])] = []
  /// What the language calls cities of the gazetteer.
  var cityNames: [(city: String, names: [String])] = []
}
