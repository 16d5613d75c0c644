import Foundation
import Casework
import ClaimReading
import Claims
import Chronology
import Datasets
import Foundation
import Plausibility
import TestSupport
import Testing
import Travel

/// What the figures of sentences belong to, kind by kind, in several languages.
@Suite struct TieTests {
  struct Example: CustomTestStringConvertible {
    let language: String
    let text: String
    /// What each figure is tied to, in the text's order; a dash for none.
    let ties: [String]

    var testDescription: String { "\(language): \(text)" }

    init(_ language: String, _ text: String, _ ties: String...) {
      (self.language, self.text, self.ties) = (language, text, ties)
    }
  }

  private static let reading: Result<World, any Error> = Result {
    try World(folder: try DataFolder(path: Repository.geo.path))
  }

  private func ties(_ example: Example) throws -> [String] {
    let reader = try Self.reading.get().articleReader(language: example.language)
    let text = try ArticleText(utf8: Array(example.text.utf8))
    let reading = try reader.read(
      text, language: example.language, published: CivilDate(iso: "2024-05-14"))
    return reading.figures.map { figure in Self.words(figure) }
  }

  private static func words(_ figure: Figure) -> String {
    func name(_ place: MentionedPlace?) -> String { place?.name ?? "?" }
    switch figure.tie.target {
    case .leg(let from, let to): return "\(name(from))–\(name(to))"
    case .event(let event, let place): return "\(event.rawValue) \(name(place))"
    case .between(let one, let from, let other, let to):
      return "\(one.rawValue) \(name(from))–\(other.rawValue) \(name(to))"
    case .journey: return figure.tie.strand == 0 ? "journey" : "journey \(figure.tie.strand)"
    case .daily: return "daily"
    case .moving: return "moving"
    case .vehicle: return figure.speedKind == .maximum ? "at most" : "speed"
    case .gaugeChange: return "gauge"
    case .nothing: return "-"
    }
  }

  private static let moments = [
    Example(
      "en", "The train left Kyiv at 22:30 and reached Warsaw at 6:10.", "departure Kyiv",
      "arrival Warsaw"),
    Example("en", "From Bern the coach set off at 9:15 on Monday.", "departure Bern"),
    Example("fr", "Le camion est parti d'Abidjan à 5 heures.", "departure Abidjan"),
    Example(
      "de",
      "Das Schiff hatte Rostock um 22.45 Uhr verlassen und legte um 6.10 Uhr in Trelleborg an.",
      "departure Rostock", "arrival Trelleborg"),
    Example("de", "Der Zug fuhr um 8 Uhr in Hamburg ab.", "departure Hamburg"),
    Example("fr", "L'avion a décollé de Nice à 16 h 52 à destination de Lille.", "take-off Nice"),
    Example(
      "es", "El buque zarpó de Valencia a las 9:30 y atracó en Palma a las 17:10.",
      "departure Valencia", "arrival Palma"),
    Example(
      "ru", "Поезд вышел из Омска в 9:00 и прибыл в Тюмень в 16:20.", "departure Omsk",
      "arrival Tyumen"),
    Example("ko", "버스는 서울에서 오후 6시 10분에 출발했다.", "departure Seoul"),
  ]

  @Test(arguments: moments)
  func `a clock time belongs to the verb of its clause and to that verb's place`(
    example: Example
  ) throws {
    #expect(try ties(example) == example.ties)
  }

  /// What is not tied so any longer since ties are weighed with all signs.
  private static let lost = [
    Example("en", "Every Monday the ferry sails from Manila at 7 p.m.", "departure Manila"),
    Example(
      "de", "Um 7.12 Uhr verließ der Zug Leipzig, um 10.40 Uhr war er in Stuttgart.",
      "departure Leipzig", "arrival Stuttgart"),
  ]

  @Test(arguments: lost)
  func `some clock times are tied otherwise still`(example: Example) throws {
    let ties = try ties(example)
    withKnownIssue(isIntermittent: true) { #expect(ties == example.ties) }
  }

  @Test func `what another vehicle reached makes a departure no less sure`() throws {
    let reader = try Self.reading.get().articleReader(language: "en")
    let text = "The train left Kyiv on Monday at 22:30. A bus reached Warsaw."
    let reading = try reader.read(
      try ArticleText(utf8: Array(text.utf8)), language: "en",
      published: CivilDate(iso: "2024-05-14"))
    let tie = try #require(reading.figures.first?.tie)
    withKnownIssue("the other end is not the train's") { #expect(tie.confidence < 0.9) }
  }

  private static let stops = [
    Example(
      "en", "The plane left Berlin, stopped in Doha for two hours and landed in Sydney.",
      "stay Doha"),
    Example(
      "de", "Der Zug verließ Wien, hielt in Linz zwölf Minuten und erreichte Salzburg.", "stay Linz"
    ),
    Example("ru", "Поезд вышел из Омска, стоял в Тюмени 20 минут и прибыл в Пермь.", "stay Tyumen"),
  ]

  private static let stopsToCome = [
    Example(
      "fr", "Le car a quitté Lyon, s'est arrêté à Valence pendant vingt minutes et a atteint Nice.",
      "stay Valence")
  ]

  @Test(arguments: stopsToCome)
  func `the time of a stop belongs to the stop in other languages, too`(example: Example) throws {
    withKnownIssue {
      let found = try ties(example)
      #expect(found == example.ties)
    }
  }

  @Test(arguments: stops)
  func `the time of a stop belongs to the stop`(example: Example) throws {
    #expect(try ties(example) == example.ties)
  }

  /// What a tie rests on besides its rule: the grammar of the sentence, one vehicle in the article, and the map.
  @Test(arguments: [
    ("The train left Kyiv on Monday at 22:30 and reached Warsaw on Tuesday at 6:10.", true),
    ("The driver left the depot on Monday at 7:00 and slept near Warsaw.", false),
    ("The train went from Oslo to Bergen. It was a journey of 490 km.", true),
    ("The train went from Oslo to Bergen. It was a journey of 49 km.", false),
  ])
  func `a tie is sure where grammar, story and map bear it out`(text: String, isSure: Bool) throws {
    let reader = try Self.reading.get().articleReader(language: "en")
    let reading = try reader.read(
      try ArticleText(utf8: Array(text.utf8)), language: "en",
      published: CivilDate(iso: "2024-05-14"))
    let tie = try #require(reading.figures.first?.tie)
    #expect(isSure ? tie.isClaim : tie.confidence < 0.9)
  }

  @Test func `who drives in German drives no ferry`() throws {
    let reader = try Self.reading.get().articleReader(language: "de")
    let text = "Am Montag um 8 Uhr wollen wir von Passau nach Wien fahren."
    let reading = try reader.read(try ArticleText(utf8: Array(text.utf8)), language: "de")
    #expect(reading.figures.allSatisfy { $0.tie.mode == nil })
  }

  private static let bounds = [
    Example(
      "en", "The convoy of lorries drove from Turin to Genoa and never went above 80 km/h.",
      "at most"),
    Example("de", "Der Bus fuhr von Wien nach Graz und war nie schneller als 90 km/h.", "at most"),
    Example("es", "El camión fue de Lima a Cusco; el camión no pasó de 70 km/h.", "at most"),
    Example("ru", "Грузовик ехал из Омска в Тюмень, грузовик быстрее 70 км/ч не ехал.", "at most"),
  ]

  @Test(arguments: bounds)
  func `what was never exceeded is the most`(example: Example) throws {
    #expect(try ties(example) == example.ties)
  }

  private static let others = [
    Example(
      "en", "The ferry from Oslo to Kiel takes 20 hours. In 1961 it took 26 hours.", "Oslo–Kiel",
      "-"),
    Example(
      "en", "The train from Oslo to Bergen took 7 hours. Winds of 90 km/h were measured.",
      "Oslo–Bergen", "-"),
    Example("en", "PORT SUDAN, May 3, 2024 - Nothing left the harbour on Tuesday."),
  ]

  @Test(arguments: others)
  func `what is of another time, of the wind or of the report is no journey's`(
    example: Example
  ) throws {
    #expect(try ties(example) == example.ties)
  }

  /// True reports, each with something that a reader in a hurry holds against it.
  @Test(arguments: [
    "KYIV, March 11, 2024 (Reuters) - The minister left Kyiv by train at 10:30 p.m. on Sunday and arrived in Warsaw at about 6 a.m. on Monday.",
    "The train left Kyiv at 8 a.m. on 12 February 2024, waited at the border for three hours and arrived in Warsaw at 11 p.m. on 12 February 2024.",
    "LIMA, 3 de mayo de 2024 - El camión salió de Lima el lunes a las 6:00 y llegó a Arequipa el martes a las 5:00.",
    "MOSKAU (dpa) - Das Flugzeug verließ Moskau am Montag um 9 Uhr und landete am Dienstag um 1 Uhr in Wladiwostok.",
    "He left Rome on Monday at 9:00 and reached Oslo on Monday at 12:30.",
  ])
  func `true reports accuse nobody`(text: String) throws {
    let world = try Self.reading.get()
    let article = try ArticleText(utf8: Array(text.utf8))
    let read = ReadArticle(
      name: "a.txt", text: article,
      reading: try world.articleReader().read(article, published: CivilDate(iso: "2024-03-11")))
    let draft = try world.draft(of: [read])
    guard draft.contains("\n- id:") else { return }
    let dossier = try CaseJudging(world: world).dossier(of: Array(draft.utf8), name: "draft")
    #expect(dossier.conflicts.isEmpty)
  }

  /// False reports, in which the figures of one journey cannot hold together.
  @Test(arguments: [
    "PORT SUDAN, May 3, 2024 - A convoy of 20 buses left Khartoum on Saturday at 6 a.m. and reached Port Sudan, some 850 km away by road, at about 3 p.m. the same day, the embassy said. Drivers said they never exceeded 80 km/h."
  ])
  func `false reports are found out`(text: String) throws {
    #expect(try !conflicts(text).isEmpty)
  }

  @Test(arguments: [
    "The Eurostar left London at 10:24 and reached Paris at 10:40 after a 492 km run, the operator said.",
    "A lorry left London on Friday morning and arrived in Istanbul on Sunday at noon. The driver covered 2,400 km by road in 48 hours, he said.",
  ])
  func `some false reports are not found out yet`(text: String) throws {
    withKnownIssue(isIntermittent: true) {
      let found = try conflicts(text)
      #expect(!found.isEmpty)
    }
  }

  /// Its stop is not drafted, but known to be.
  @Test func `a flight with a stop is not unlikely`() throws {
    let text =
      "The chancellor's plane left Berlin at 8 a.m. on 12 February 2024, stopped in Doha for two hours and landed in "
      + "Sydney at about 6 a.m. on 14 February 2024."
    let found = try conflicts(text)
    #expect(found.isEmpty)
  }

  private func conflicts(_ text: String) throws -> [Conflict] {
    let world = try Self.reading.get()
    let article = try ArticleText(utf8: Array(text.utf8))
    let read = ReadArticle(
      name: "a.txt", text: article,
      reading: try world.articleReader().read(article, published: CivilDate(iso: "2024-05-06")))
    let draft = try world.draft(of: [read])
    let dossier = try CaseJudging(world: world).dossier(of: Array(draft.utf8), name: "draft")
    return dossier.conflicts
  }
}
