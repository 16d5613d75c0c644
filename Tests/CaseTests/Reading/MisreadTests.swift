import Casework
import Chronology
import ClaimReading
import Claims
import Datasets
import Foundation
import Figures
import Gazetteer
import Plausibility
import Quantities
import TestSupport
import Testing
import Travel

/// What articles were once misread for, kind by kind: words that look like names, days of other years, stops out of order.
@Suite struct MisreadTests {
  private static let shared: Result<World, any Error> = Result {
    try World(folder: try DataFolder(path: Repository.geo.path))
  }

  private let world: World

  init() throws { world = try Self.shared.get() }

  private func read(_ text: String, _ language: String = "en") throws -> ArticleReading {
    try world.articleReader(language: language).read(
      try ArticleText(utf8: Array(text.utf8)), language: language,
      published: CivilDate(iso: "2024-10-02"))
  }

  private func places(_ text: String, _ language: String = "en") throws -> Set<String> {
    Set(
      try read(text, language).figures.compactMap { figure in
        guard case .event(_, let place?) = figure.tie.target else { return nil }
        return place.name
      })
  }

  private func dossier(_ text: String) throws -> Dossier {
    let article = ReadArticle(
      name: "report.txt", text: try ArticleText(utf8: Array(text.utf8)), reading: try read(text))
    let draft = try world.draft(of: [article])
    return try CaseJudging(world: world).dossier(of: Array(draft.utf8), name: "draft")
  }

  @Test(arguments: [
    ("en", "SAT 28 Sept. THE FERRY left Oban at 7:10 a.m. and reached Castlebay at 12:05.", "Oban"),
    ("ru", "Поезд вышел из Омска ровно в 9:00 и прибыл в Тюмень в 16:20.", "Omsk"),
    ("ko", "곰 다섯 마리가 서울에서 오전 6시 10분에 출발했다.", "Seoul"),
  ])
  func `a word that is written like a name elsewhere is no place`(
    language: String, text: String, meant: String
  ) throws {
    let found = try places(text, language)
    #expect(found.contains(meant), "\(found)")
    #expect(found.isDisjoint(with: ["San Antonio", "Teresina", "Rivne", "Riga", "Aubagne"]))
  }

  @Test(arguments: [
    ("The drive from Boston to Newport is 115 km by road.", "US"),
    ("The drive from Christchurch to Queenstown is 480 km.", "NZ"),
    ("The drive from Edmonton to Jasper is 365 km.", "CA"),
    ("The drive from Boston to Portland, Maine is 170 km.", "US"),
    ("The train from Madrid to Santiago de Compostela takes 3 hours.", "ES"),
    ("The train from Inverness to Kyle of Lochalsh takes 2 h 40.", "GB"),
    ("The train from London to Newcastle upon Tyne takes 2 h 50.", "GB"),
  ])
  func `a name of several in a sentence is that of the place near the other`(
    text: String, country: String
  ) throws {
    let found = try read(text).ends(of: 0)
    for place in [found.from, found.to] {
      let id = try #require(place?.ids.first, "\(text)")
      #expect(world.gazetteer[id: Place.ID(id)]?.country == country, "\(id): \(text)")
    }
  }

  @Test func `a place in a state is that of the state`() throws {
    let place = try read("The drive from Boston to Portland, Maine is 170 km.").ends(of: 0).to
    #expect(place?.ids == ["gn-4975802"])
  }

  @Test func `a state is no station that is called after it`() throws {
    let found = try places("The trooper left Las Vegas, Nevada, at 12:05 a.m. on Sunday.")
    #expect(found == ["Las Vegas, Nevada"])
  }

  @Test func `a date whose weekday it is in no year about the report's is of another year`() throws
  {
    let text = """
      He pulled out of Lusaka in the lorry at four in the morning on Monday 10 September and reached Dar es Salaam at eight \
      on Friday morning: four days and three hours for 1,940 kilometres.
      """
    let dossier = try dossier(text)
    #expect(!dossier.claims.contains { [.contradicted, .disputed].contains($0.verdict) })
    let other = try read("He pulled out of Lusaka at four in the morning on Monday 30 September.")
    guard case .moment(let moment)? = other.figures.first?.value else {
      Issue.record("no moment")
      return
    }
    let dateline = CivilDate(iso: "2024-10-02")
    #expect(
      moment.expression(dateline: dateline, ahead: false)?.firstDay(
        against: dateline, ahead: false) == CivilDate(iso: "2024-09-30"))
  }

  @Test func `a weekday told weeks later is that after the day told before`() throws {
    let text = """
      The plane left Paris on Monday 9 September at 6:40 p.m. and landed in Nairobi on Tuesday at 4:50 a.m.
      """
    let days = try read(text).figures.compactMap { figure -> CivilDate? in
      guard case .moment(let moment) = figure.value else { return nil }
      let dateline = CivilDate(iso: "2024-10-02")
      return moment.expression(dateline: dateline, ahead: false)?.firstDay(
        against: dateline, ahead: false)
    }
    #expect(days == [CivilDate(iso: "2024-09-09"), CivilDate(iso: "2024-09-10")])
  }

  @Test func `a stop that is reached before the next lies before it`() throws {
    let text = """
      The train pulled out of Lisbon at 3 p.m. on Tuesday, called at Coimbra at 4:45 p.m. and reached Porto shortly after 6 p.m.
      """
    let dossier = try dossier(text)
    #expect(!dossier.claims.contains { [.contradicted, .disputed].contains($0.verdict) })
    let names = dossier.itineraries.first?.places.map(\.name) ?? []
    #expect(names.first?.hasPrefix("Lisbon") == true && names.last == "Porto", "\(names)")
  }

  @Test func `four digits are clock times in a text that writes them so, and years in others`()
    throws
  {
    let clocks = { (text: String) in
      try self.read(text).figures.compactMap { figure -> String? in
        guard case .moment(let moment) = figure.value else { return nil }
        return moment.clock?.description
      }
    }
    #expect(
      try clocks("The train left Palmerston North at 0518 and came into Napier at 1740.")
        == ["05:18", "17:40"])
    #expect(
      try clocks("| Inverness | 0855 | 1335 |\n| Dingwall | 0925 | 1405 |")
        == ["08:55", "13:35", "09:25", "14:05"])
    #expect(try clocks("The line was opened in 1958, and at 1740 metres it is a high one.").isEmpty)
  }

  @Test(arguments: [
    ("en", "The lorry reached Calais at ten past four on Tuesday.", "04:10"),
    ("en", "The train left Mumbai at five past midnight on Sunday.", "00:05"),
    ("de", "Der Zug kam am Dienstag um zehn nach vier in Calais an.", "04:10"),
    ("es", "El tren salió de Sevilla a las tres y veinte.", "03:20"),
  ])
  func `minutes past an hour are read in words`(language: String, text: String, clock: String)
    throws
  {
    let found = try read(text, language).figures.compactMap { figure -> String? in
      guard case .moment(let moment) = figure.value else { return nil }
      return moment.clock?.description
    }
    #expect(found == [clock])
  }

  @Test(arguments: [
    ("en", "The train ran 393 miles from London King's Cross to Edinburgh.", "London Kings Cross"),
    ("en", "The train took 5 hours from King's Cross to Edinburgh.", "London Kings Cross"),
    (
      "en", "The flight from New York's JFK to Lisbon takes 7 hours.",
      "John F Kennedy International Airport"
    ),
    (
      "en", "Jackson took the train from Bristol to Penzance, a ride of about four hours.",
      "Bristol"
    ),
    ("en", "Lincoln flew from Dublin to Boston in 7 hours.", "Dublin"),
    ("de", "Der Zug fährt von St. Moritz nach Zermatt in rund acht Stunden.", "St. Moritz"),
    (
      "es", "El AVE cubre los 621 kilómetros entre Madrid-Puerta de Atocha y Barcelona.",
      "Madrid Atocha"
    ),
    ("fr", "Le train relie Tanger à Casablanca en 2 h 10.", "Tangier"),
    (
      "ru", "Самолёт из Домодедова во Владивосток летит восемь часов.",
      "Домодедово"
    ),
    ("en", "In 2022 the train ran non-stop from Belgrade to Novi Sad in 36 minutes.", "Belgrade"),
  ])
  func `a journey begins where its words say`(
    language: String, text: String, start: String
  ) throws {
    let article = try ArticleText(utf8: Array(text.utf8))
    let found = try world.articleReader(language: language).read(article, language: language)
    let from = try #require(found.ends(of: 0).from, "\(text)")
    let place = from.ids.first.flatMap { world.gazetteer[id: Place.ID($0)] }
    #expect(place?.name == start, "\(from)")
  }

  @Test func `a part of a city that is in no table is the city`() throws {
    let found = try read("The ride from Boston's North Station to Portland, Maine, takes 2 h 30.")
      .ends(of: 0)
    #expect(found.from?.name == "Boston")
    #expect(found.to?.ids == ["gn-4975802"])
  }

  @Test func `two places of one name in different states stay two`() throws {
    let found = try read("The coach from Portland, Maine, to Portland, Oregon, takes five days.")
      .ends(of: 0)
    #expect(found.from?.ids == ["gn-4975802"])
    #expect(found.to?.ids.first != "gn-4975802")
  }

  @Test(arguments: [
    ("He walked from Cairo to Alexandria in 40 hours.", TravelMode.road),
    ("A Nozomi covers the 515 km from Tokyo to Osaka.", .rail),
    ("The Rajdhani Express takes 16 hours from Mumbai to Delhi.", .rail),
  ])
  func `how somebody travels is told by verbs and by trains' names`(
    text: String, mode: TravelMode
  ) throws {
    #expect(try read(text).figures.contains { $0.tie.mode == mode })
  }

  @Test func `an offset to the west is a zone and no range`() throws {
    let text =
      "The flight left Haneda at 21:00 JST on Friday and landed in Honolulu at 01:30 HST on Friday."
    let judged = try dossier(text)
    #expect(judged.isRefuted)
  }

  @Test(arguments: ["the same evening", "the following evening"])
  func `what is of the same day cannot go before it`(day: String) throws {
    let judged = try dossier(
      "The ferry left Helsinki at 21:30 on 1 October 2024 and arrived in Tallinn at 20:00 \(day).")
    #expect(judged.isRefuted == (day == "the same evening"))
  }
}
