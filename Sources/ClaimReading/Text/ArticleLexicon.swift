import Datasets
import Figures
import Gazetteer
import Synchronization

/// The words of a language's articles, read when a text that may be in that language is first met.
///
/// Of all languages most articles are written in one, and its names of places are most of a lexicon.
public final class ArticleLexicon: Sendable {
  /// What the names of places are made of.
  struct Names: Sendable {
    let places: [Place]
    /// What the language calls cities besides.
    let cities: [(city: String, names: [String])]
  }

  private struct Known {
    var entries: LexiconEntries?
    var plain: Lexicon?
    var whole: Lexicon?
  }

  /// The ISO 639-1 code.
  public let language: String
  private let zones: ZoneAbbreviations
  private let names: Names
  private let load: @Sendable () throws(DatasetError) -> LexiconEntries
  private let known = Mutex(Known())

  /// - Parameters:
  ///   - language: the code.
  ///   - zones: what abbreviations of zones mean.
  ///   - names: what the names of places are made of.
  ///   - load: reads the language's file.
  init(
    _ language: String, zones: ZoneAbbreviations, names: Names,
    load: @escaping @Sendable () throws(DatasetError) -> LexiconEntries
  ) {
    (self.language, self.zones, self.names, self.load) = (language, zones, names, load)
  }

  /// The words without the names of places.
  ///
  /// - Throws: `DatasetError` with the place of every mistake in the language's file.
  func plain() throws(DatasetError) -> Lexicon {
    try known.withLock { known throws(DatasetError) -> Lexicon in
      if let plain = known.whole ?? known.plain { return plain }
      let plain = Lexicon(try entries(&known), zones: zones)
      known.plain = plain
      return plain
    }
  }

  /// The words with the names of places; others who ask while they are put together wait for them.
  ///
  /// - Throws: `DatasetError` with the place of every mistake in the language's file.
  func whole() throws(DatasetError) -> Lexicon {
    try known.withLock { known throws(DatasetError) -> Lexicon in
      if let whole = known.whole { return whole }
      let entries = try entries(&known)
      let byName = PlaceNames(names.places, entries, cityNames: names.cities).byName
      let whole = Lexicon(entries, zones: zones, names: byName)
      (known.whole, known.plain, known.entries) = (whole, nil, nil)
      return whole
    }
  }

  private func entries(_ known: inout Known) throws(DatasetError) -> LexiconEntries {
    if let entries = known.entries { return entries }
    let entries = try load()
    known.entries = entries
    return entries
  }
}
