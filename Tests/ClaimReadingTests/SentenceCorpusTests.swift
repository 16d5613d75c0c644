import Chronology
import ClaimReading
import Claims
import Datasets
import Figures
import Foundation
import Gazetteer
import TestSupport
import Testing

/// The marked sentences of `Corpus/sentences.tsv`: every hedge, unit and form of time in every language, and what is no
/// travel figure.
@Suite struct SentenceCorpusTests {
  static let reading: Result<(reader: ArticleReader, grammar: FigureGrammar), any Error> = Result {
    let folder = try DataFolder(path: Repository.geo.path)
    let places = try folder.gazetteer().places
    let parts = try folder.calendarParts()
    let lexicons = try folder.lexicons(places: places)
    return (
      ArticleReader(
        lexicons: lexicons, languageFinder: try folder.languageFinder(of: lexicons), places: places,
        parts: parts,
        confidences: try folder.tieConfidences()),
      try folder.figureGrammar()
    )
  }

  struct Sentence: CustomTestStringConvertible {
    let language: String
    let text: String
    let figures: [String]

    var testDescription: String { "\(language): \(text)" }
  }

  static let sentences: [Sentence] = {
    let file = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
      .appendingPathComponent("Corpus/sentences.tsv")
    let text = (try? String(contentsOf: file, encoding: .utf8)) ?? ""
    return text.split(separator: "\n").dropFirst().map { line in
      let fields = line.split(separator: "\t", omittingEmptySubsequences: false).map(String.init)
      return Sentence(
        language: fields[0], text: fields[1],
        figures: fields.count > 2 ? fields[2].split(separator: ";").map(String.init) : [])
    }
  }()

  private static let dateline = CivilDate(iso: "2019-04-24")

  private static func languages() throws -> [String] {
    try DataFolder(path: Repository.geo.path).lexiconLanguages()
  }

  @Test func `there are 150 sentences or more, some in every language`() throws {
    #expect(Self.sentences.count >= 150)
    #expect(Set(Self.sentences.map(\.language)) == Set(try Self.languages()))
  }

  @Test(arguments: sentences)
  func `a sentence has its figures and no others`(sentence: Sentence) throws {
    let (reader, grammar) = try Self.reading.get()
    let text = try ArticleText(utf8: Array(sentence.text.utf8))
    let reading = try reader.read(text, language: sentence.language, published: Self.dateline)
    #expect(reading.figures.map(Self.notation) == sentence.figures)
    // The language is known without being told, but for words of too few letters.
    for figure in reading.figures {
      switch figure.value {
      case .quantity(let value):
        let again = try grammar.value(value.notation, as: value.unit.dimension)
        #expect(again.hedge == value.hedge && again.unit == value.unit)
        #expect(abs(again.number.value - value.number.value) < 1e-9)
        #expect(again.upperNumber?.value == value.upperNumber?.value)
        #expect(again.conversion?.number.value == value.conversion?.number.value)
      case .moment(let moment):
        let expression = try #require(moment.expression(dateline: Self.dateline, ahead: false))
        let again = try grammar.time(expression.notation)
        #expect(again == expression)
      }
    }
  }

  @Test(arguments: FigureVector.all.filter { !$0.sentence.isEmpty })
  func `an article understands the words that a field does, and alike`(vector: FigureVector) throws
  {
    let (reader, _) = try Self.reading.get()
    let sentence = vector.sentence.replacing("{}", with: vector.words)
    let reading = try reader.read(
      try ArticleText(utf8: Array(sentence.utf8)), language: vector.language,
      published: Self.dateline)
    #expect(reading.figures.map(Self.notation) == [vector.value], "\(sentence)")
  }

  private static func notation(_ figure: Figure) -> String {
    switch figure.value {
    case .quantity(let value): value.notation
    case .moment(let moment):
      moment.expression(dateline: dateline, ahead: figure.modality == .forecast)?.notation ?? ""
    }
  }

  @Test func `a document of many sentences has the figures of each, whatever stands around them`()
    throws
  {
    let (reader, _) = try Self.reading.get()
    for language in try Self.languages() {
      let own = Self.sentences.filter { $0.language == language }
      let text = own.map(\.text).joined(separator: "\n\n")
      let reading = try reader.read(
        try ArticleText(utf8: Array(text.utf8)), published: Self.dateline)
      #expect(reading.language == language)
      #expect(reading.figures.count >= own.reduce(0) { $0 + $1.figures.count } * 95 / 100)
    }
  }

  @Test func `a figure's selector finds its words`() throws {
    let (reader, _) = try Self.reading.get()
    let source = "«Поезд» прибыл около 17:50 👍 после 1 180 км пути.\n"
    let text = try ArticleText(utf8: Array(source.utf8))
    let article = ReadArticle(
      name: "a", text: text, reading: try reader.read(text, published: Self.dateline))
    let scalars = Array(source.unicodeScalars)
    #expect(article.reading.figures.count == 2)
    for figure in article.reading.figures {
      let selector = article.selector(of: figure)
      var view = String.UnicodeScalarView()
      view.append(contentsOf: scalars[selector.range])
      #expect(String(view) == selector.exact)
      #expect(source.contains(selector.prefix + selector.exact + selector.suffix))
    }
  }

  @Test(
    arguments: [
      ([], ArticleText.Refusal.empty), ([0x20, 0x0A], .empty), ([0x61, 0, 0x62], .binary),
      ([0x61, 0xFF, 0x62], .notUTF8(offset: 1)),
    ] as [([UInt8], ArticleText.Refusal)])
  func `what is no text is refused`(bytes: [UInt8], refusal: ArticleText.Refusal) {
    #expect(throws: refusal) { try ArticleText(utf8: bytes) }
  }

  @Test func `no text brings the reader down`() throws {
    let (reader, _) = try Self.reading.get()
    var generator = SeededGenerator(seed: 5)
    let pieces = [
      "1", "23", "10:40", "km", " ", "-", "–", ".", ",", "(", ")", "about", "half", "an", "hour",
      "Wednesday", "May",
      "\u{200F}", "שלום", "👍🏽", "до", "суток", "오전", "시", "\n", "\u{AD}", "e\u{301}", "1.2.3",
      "a.m.", "’", "9999999999999999999999",
      "/", "+", "UTC", "days", "and", "between", "to",
    ]
    for _ in 0..<300 {
      let text = (0..<60).map { _ in pieces.randomElement(using: &generator) ?? "" }.joined(
        separator: Bool.random(using: &generator) ? " " : "")
      guard let article = try? ArticleText(utf8: Array(text.utf8)) else { continue }
      for figure in try reader.read(article, published: Self.dateline).figures {
        #expect(figure.range.lowerBound < figure.range.upperBound)
        #expect(article.bytes.indices.contains(figure.range.lowerBound))
        #expect(figure.range.upperBound <= article.bytes.count)
      }
    }
  }
}
