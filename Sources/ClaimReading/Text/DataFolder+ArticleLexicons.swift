public import Datasets
import Figures
public import Gazetteer

extension DataFolder {
  /// The lexicons of `lexicon/` with the names of places among their words.
  ///
  /// - Parameters:
  ///   - languages: the codes of those that are wanted; all where nil.
  ///   - places: the gazetteer's places.
  /// - Throws: `DatasetError` with the place of every mistake, or where a file cannot be read.
  public func lexicons(
    of languages: [String]? = nil, places: [Place]
  ) throws(DatasetError) -> [ArticleLexicon] {
    let cities = try table(
      "article_city_names.csv", columns: ["city", "language", "names", "source"]
    ).rows
    let zones = try zoneAbbreviations()
    var lexicons: [ArticleLexicon] = []
    var wanted = languages
    if wanted == nil { wanted = try lexiconLanguages() }
    for language in wanted ?? [] {
      let entries = try lexiconEntries(language, figuresOnly: false)
      let cityNames = cities.filter { $0["language"] == language }.map {
        (city: $0["city"], names: Self.names($0["names"]))
      }
      lexicons.append(ArticleLexicon(entries, zones: zones, places, cityNames: cityNames))
    }
    return lexicons
  }

  private static func names(_ list: String) -> [String] {
    list.split(separator: ";").map { String($0.trimmingPrefix(while: \.isWhitespace)) }
  }
}
