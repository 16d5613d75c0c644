import Figures
import Gazetteer
import Parallelism

/// The words of a language's articles: those by which its texts are known, and, once a text is read, the names of places.
///
/// Of all languages most articles are written in one, and its names of places are most of a lexicon.
public final class ArticleLexicon: Sendable {
  /// The ISO 639-1 code.
  public let language: String
  /// The words without the names of places.
  let plain: Lexicon
  private let all: Lazily<Lexicon>

  /// - Parameters:
  ///   - entries: what the language's file says.
  ///   - zones: what abbreviations of zones mean.
  ///   - places: the gazetteer's places.
  ///   - cityNames: what the language calls cities besides.
  init(
    _ entries: LexiconEntries, zones: ZoneAbbreviations, _ places: [Place],
    cityNames: [(city: String, names: [String])]
  ) {
    plain = Lexicon(entries, zones: zones)
    language = plain.language
    all = Lazily {
      let names = PlaceNames(places, entries, cityNames: cityNames)
      return Lexicon(entries, zones: zones, names: names.byName)
    }
  }

  /// The words with the names of places.
  var whole: Lexicon { all.value }
}
