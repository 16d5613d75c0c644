public import Chronology
public import Datasets

/// Understands values and times as sources word them, in every language that has a lexicon.
///
/// A text is one figure from its first word to its last. It knows what is asked for, which settles what an article leaves
/// open: "4:56" is a duration where a duration is wanted. English is tried first, then the other languages; those are read
/// from the data folder only where English does not understand a text.
public struct FigureGrammar: Sendable {
  let parts: CalendarParts
  private let lexicons: Lexicons

  /// - Parameters:
  ///   - folder: the data folder, with its lexicons and abbreviations of zones.
  ///   - parts: the parts of the day and of the week.
  public init(_ folder: DataFolder, parts: CalendarParts) {
    self.parts = parts
    lexicons = Lexicons(folder)
  }

  /// The value that words such as "about 560 km", "environ 3 heures" or "22 h 44 min" give.
  ///
  /// - Parameters:
  ///   - text: the words, at most 500 characters.
  ///   - dimension: what it must measure.
  ///   - language: the code of the language that is tried first; nil for English.
  /// - Throws: `ValueError` with the place of what could not be understood.
  public func value(
    _ text: String, as dimension: ValueUnit.Dimension, language: String? = nil
  ) throws(ValueError) -> HedgedValue {
    try reading(text, language, notation: \.notation) { lexicon throws(ValueError) in
      try ValueField(text, lexicon, dimension).value()
    }
  }

  /// The moment that words such as "about 10:40 a.m. on Wednesday", "early hours of Wednesday" or
  /// "2019-04-24 18:01 +10:00" give.
  ///
  /// - Parameters:
  ///   - text: the words, at most 500 characters.
  ///   - language: the code of the language that is tried first; nil for English.
  /// - Throws: `ValueError` with the place of what could not be understood.
  public func time(_ text: String, language: String? = nil) throws(ValueError) -> TimeExpression {
    try reading(text, language, notation: \.notation) { lexicon throws(ValueError) in
      try TimeField(text, lexicon, parts).time()
    }
  }

  /// Whether a language has a lexicon.
  public func knows(_ language: String) -> Bool {
    (try? lexicons.languages())?.contains(language) ?? false
  }

  // MARK: Languages

  /// What the first language understands, or else what the others agree on.
  private func reading<Reading: Hashable>(
    _ text: String, _ language: String?, notation: (Reading) -> String,
    _ read: (Lexicon) throws(ValueError) -> Reading
  ) throws(ValueError) -> Reading {
    guard text.count <= 500 else {
      throw ValueError(message: "a value of more than 500 characters", offset: 500)
    }
    let languages = try ordered(from: language)
    var failure: ValueError?
    var found: [(language: String, reading: Reading)] = []
    for (place, code) in languages.enumerated() {
      do throws(ValueError) {
        let reading = try read(lexicon(code))
        // The case's own language and English settle it; of the others all are heard.
        if code == language || code == "en" { return reading }
        found.append((code, reading))
      } catch {
        if place == 0 { failure = error }
      }
    }
    guard let first = found.first else {
      throw failure ?? ValueError(message: "there is no lexicon of any language", offset: 0)
    }
    guard found.allSatisfy({ $0.reading == first.reading }) else {
      let readings = found.map { "'\(notation($0.reading))' in '\($0.language)'" }
      throw ValueError(
        message: "'\(text)' means \(readings.joined(separator: ", ")); write one of these, or name "
          + "the case's language such as 'language: \(first.language)'", offset: 0)
    }
    return first.reading
  }

  private func ordered(from language: String?) throws(ValueError) -> [String] {
    let all: [String]
    do { all = try lexicons.languages() } catch { throw ValueError(error) }
    guard let language, all.contains(language) else { return all }
    return [language] + all.filter { $0 != language }
  }

  private func lexicon(_ language: String) throws(ValueError) -> Lexicon {
    do { return try lexicons.lexicon(language) } catch { throw ValueError(error) }
  }
}

extension FigureGrammar: Hashable {
  /// Two grammars are the same if they stand on the same lexicons.
  public static func == (left: FigureGrammar, right: FigureGrammar) -> Bool {
    left.lexicons === right.lexicons
  }

  public func hash(into hasher: inout Hasher) { hasher.combine(ObjectIdentifier(lexicons)) }
}

extension DataFolder {
  /// The grammar of values and times over the lexicons of the folder.
  ///
  /// - Throws: `DatasetError` with the place of a mistake in the parts of the day or the week.
  public func figureGrammar() throws(DatasetError) -> FigureGrammar {
    FigureGrammar(self, parts: try calendarParts())
  }
}

extension ValueError {
  /// A mistake in the data folder, found while a value was read.
  fileprivate init(_ error: DatasetError) { self.init(message: "\(error)", offset: 0) }
}
