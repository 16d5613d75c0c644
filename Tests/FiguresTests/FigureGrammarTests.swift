import Chronology
import Datasets
import Figures
import Foundation
import TestSupport
import Testing

/// The vectors of `Vectors/figures.tsv` through the door of case files; ClaimReadingTests takes them through that of articles.
@Suite struct FigureGrammarTests {
  let grammar: FigureGrammar

  init() throws { grammar = try DataFolder(path: Repository.geo.path).figureGrammar() }

  private func notation(_ vector: FigureVector, language: String?) throws -> String {
    switch vector.field {
    case "time": return try grammar.time(vector.words, language: language).notation
    default:
      let dimension = try #require(ValueUnit.Dimension(rawValue: vector.field))
      return try grammar.value(vector.words, as: dimension, language: language).notation
    }
  }

  @Test(arguments: FigureVector.all)
  func `a field understands its words in their own language`(vector: FigureVector) throws {
    #expect(try notation(vector, language: vector.language) == vector.value)
  }

  @Test(arguments: FigureVector.all.filter { $0.language != "en" && $0.words != "1.180 Kilometer" })
  func `a field finds the language by itself`(vector: FigureVector) throws {
    #expect(try notation(vector, language: nil) == vector.value)
  }

  @Test(arguments: FigureVector.all)
  func `a notation is understood as what it stands for`(vector: FigureVector) throws {
    if vector.field == "time" {
      let read = try grammar.time(vector.words, language: vector.language)
      #expect(try grammar.time(read.notation) == read)
    } else {
      let dimension = try #require(ValueUnit.Dimension(rawValue: vector.field))
      let read = try grammar.value(vector.words, as: dimension, language: vector.language)
      let again = try grammar.value(read.notation, as: dimension)
      #expect(again.hedge == read.hedge && again.unit == read.unit)
      #expect(abs(again.number.value - read.number.value) < 1e-9)
    }
  }

  @Test func `the case's language comes before English`() throws {
    let german = try grammar.value("1.180 km", as: .distance, language: "de")
    let english = try grammar.value("1.180 km", as: .distance)
    #expect(german.number.value == 1_180 && english.number.value == 1.18)
  }

  @Test func `what two other languages understand differently is refused with both readings`()
    throws
  {
    let folder = FileManager.default.temporaryDirectory.appendingPathComponent(
      "wayproof-grammar-\(ProcessInfo.processInfo.processIdentifier)")
    defer { try? FileManager.default.removeItem(at: folder) }
    let lexicons = folder.appendingPathComponent("lexicon")
    try FileManager.default.createDirectory(at: lexicons, withIntermediateDirectories: true)
    for name in [
      "stations.csv", "parts_of_day.csv", "parts_of_week.csv", "zone_abbreviations.csv",
      "lexicon/en.yaml",
    ] {
      try FileManager.default.copyItem(
        at: Repository.geo.appendingPathComponent(name), to: folder.appendingPathComponent(name))
    }
    for (language, unit) in [("aa", "km"), ("bb", "mi")] {
      let text = "wayproof-lexicon: 1\nlanguage: \(language)\nunits:\n  \(unit): [stride]\n"
      try Data(text.utf8).write(to: lexicons.appendingPathComponent("\(language).yaml"))
    }
    let grammar = try DataFolder(path: folder.path).figureGrammar()
    let error = #expect(throws: ValueError.self) { try grammar.value("5 stride", as: .distance) }
    #expect(error?.message.contains("'5 km' in 'aa', '5 mi' in 'bb'") == true)
    #expect(try grammar.value("5 stride", as: .distance, language: "bb").unit.symbol == "mi")
    #expect(try grammar.value("5 miles", as: .distance).unit.symbol == "mi")
  }

  @Test(arguments: [
    ("6 h", "distance", 0, "duration, not a distance"), ("560", "distance", 0, "unit is missing"),
    ("50-40 km", "distance", 3, "upside down"), ("-5 km", "distance", 0, "negative"),
    ("between 50 km", "distance", 11, "second number"),
    ("about 560 km extra", "distance", 13, "not understood"),
    ("150 km (95 hours)", "distance", 7, "same value in another unit"),
    ("6 h 99", "duration", 4, "more than one h"), ("", "distance", 0, "number is missing"),
    ("more than a few km", "distance", 0, "a bound needs a number"),
  ])
  func `a mistake in a value says what is wrong and where`(
    text: String, field: String, offset: Int, words: String
  ) throws {
    let dimension = try #require(ValueUnit.Dimension(rawValue: field))
    let error = #expect(throws: ValueError.self) { try grammar.value(text, as: dimension) }
    #expect(error?.message.contains(words) == true, "\(error?.message ?? "")")
    #expect(error?.offset == offset)
  }

  @Test(arguments: [
    ("25:00", "no clock shows 25:00"), ("2019-02-30", "the calendar has no 2019-02-30"),
    ("31 April 2019", "no such day"), ("13:00 pm", "13 o'clock is no hour p.m."),
    ("Wednesday 25 April 2019", "was a Thursday"), ("24 April", "needs a year"),
    ("yesterday", "depends on the report"), ("6:00 pm in the morning", "not in the morning"),
    ("10:40 11:40", "second clock time"),
  ])
  func `a mistake in a time says what is wrong`(text: String, words: String) {
    let error = #expect(throws: ValueError.self) { try grammar.time(text) }
    #expect(error?.message.contains(words) == true, "\(error?.message ?? "")")
  }

  @Test func `an abbreviation keeps every zone it can mean until a country settles it`() throws {
    let zone = try #require(try grammar.time("10:00 a.m. CST, 2024-01-10").zone)
    #expect(zone.zones().map(\.identifier).sorted() == ["+08:00", "-05:00", "-06:00"])
    #expect(zone.zones(in: [["US"]]).map(\.identifier) == ["-06:00"])
    #expect(zone.zones(in: [["CN"]]).map(\.identifier) == ["+08:00"])
    #expect(zone.zones(in: [["FR"], ["CU", "FR"]]).map(\.identifier) == ["-05:00"])
    #expect(zone.zones(in: [["FR"]]).count == 3)
  }

  @Test func `no text brings the grammar down`() {
    var generator = SeededGenerator(seed: 7)
    let pieces = [
      "1", "23", "2019", "0915", "10:40", "4:56:30", "km", "h", "m", "-", "–", ".", ",", "(", ")",
      "+", "/", "½", "about", "half", "an", "hour", "and", "between", "to", "T", "Z", "CST", "EST",
      "a.m.", "Wednesday", "May", "4", "August", "до", "суток", "오전", "시", "24일", "uhr", "et",
      "demie", "\n", "\u{AD}", "👍🏽", "America", "_", "9999999999999999999999", "UTC", "midnight",
      "2019-02-", "before", "two", "hundred",
    ]
    for _ in 0..<2_000 {
      let text = (0..<Int.random(in: 1...9, using: &generator)).map { _ in
        pieces.randomElement(using: &generator) ?? ""
      }.joined(separator: Bool.random(using: &generator) ? " " : "")
      for dimension in ValueUnit.Dimension.allCases {
        if let value = try? grammar.value(text, as: dimension) {
          #expect(value.unit.dimension == dimension && value.number.value.isFinite)
        }
      }
      if let time = try? grammar.time(text) {
        #expect(time.clock != nil || time.day != nil || time.part != nil)
      }
    }
  }

  @Test func `every language of the folder is known, each by its file`() throws {
    let folder = try DataFolder(path: Repository.geo.path)
    let languages = try folder.lexiconLanguages()
    #expect(languages.contains("en") && languages.allSatisfy { grammar.knows($0) })
    #expect(grammar.knows("ko") && !grammar.knows("xx"))
  }
}
