public import Datasets
public import Figures
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
    let zones = try zoneAbbreviations()
    let trains = try trainNames()
    let cities = try table(
      "article_city_names.csv", columns: ["city", "language", "names", "source"]
    ).rows
    var wanted = languages
    if wanted == nil { wanted = try lexiconLanguages() }
    return (wanted ?? []).map { language in
      let cityNames = cities.filter { $0["language"] == language }.map {
        (city: $0["city"], names: Self.names($0["names"]))
      }
      return ArticleLexicon(
        language, zones: zones, names: .init(places: places, cities: cityNames)
      ) { () throws(DatasetError) in
        var entries = try self.lexiconEntries(language, figuresOnly: false)
        entries.add(trains: trains)
        return entries
      }
    }
  }

  /// What tells the languages of articles apart.
  ///
  /// - Throws: `DatasetError` where a lexicon cannot be read.
  public func languageFinder(
    of lexicons: [ArticleLexicon]
  ) throws(DatasetError) -> LanguageFinder {
    var common: [(language: String, words: [String])] = []
    for lexicon in lexicons {
      common.append((lexicon.language, try commonWords(of: lexicon.language)))
    }
    return LanguageFinder(common)
  }

  /// What trains are called wherever they run: "Nozomi", "Rajdhani Express". Short names are words of some language.
  private func trainNames() throws(DatasetError) -> [String] {
    try table(
      "stock/brands.csv", columns: ["names", "model", "service_kmh", "record_kmh", "source"]
    ).rows.flatMap { $0.list("names") }.filter { name in
      name.count >= 5 && name.first?.isUppercase == true
    }
  }

  private static func names(_ list: String) -> [String] {
    list.split(separator: ";").map { String($0.trimmingPrefix(while: \.isWhitespace)) }
  }
}
