import Datasets
import Synchronization

/// The lexicons of a data folder for values and times, each read when it is first asked for.
final class Lexicons: Sendable {
  private struct Known {
    var languages: [String]?
    var zones: ZoneAbbreviations?
    var lexicons: [String: Lexicon] = [:]
  }

  private let folder: DataFolder
  private let known = Mutex(Known())

  init(_ folder: DataFolder) { self.folder = folder }

  /// The codes of all languages, English first, then in alphabetical order.
  func languages() throws(DatasetError) -> [String] {
    let folder = folder
    return try known.withLock { known throws(DatasetError) -> [String] in
      if let languages = known.languages { return languages }
      let all = try folder.lexiconLanguages()
      let ordered = all.filter { $0 == "en" } + all.filter { $0 != "en" }
      known.languages = ordered
      return ordered
    }
  }

  func lexicon(_ language: String) throws(DatasetError) -> Lexicon {
    let folder = folder
    return try known.withLock { known throws(DatasetError) -> Lexicon in
      if let lexicon = known.lexicons[language] { return lexicon }
      let zones: ZoneAbbreviations
      if let read = known.zones { zones = read } else { zones = try folder.zoneAbbreviations() }
      known.zones = zones
      let lexicon = Lexicon(
        try folder.lexiconEntries(language, figuresOnly: true), zones: zones)
      known.lexicons[language] = lexicon
      return lexicon
    }
  }
}
