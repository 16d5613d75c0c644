import Casework
import Chronology
import ClaimReading
import Datasets
import Figures
import Foundation
import Plausibility
import Quantities
import TestSupport
import Testing
import Travel

/// Figures that the words give of one way together, wherever it goes.
@Suite struct ToldWayTests {
  private let trial: ArticleTrial

  init() throws { trial = try ArticleTrial() }

  @Test(arguments: [
    ("en", "The coach takes about five hours for the 1,050 km."),
    ("en", "A train covered the 640 km to the coast in 55 minutes."),
    ("en", "The express averages 226 km/h. The train's top speed is 170 km/h."),
    ("en", "The ferry needs nine minutes for the 42 km."),
    ("de", "Der Bus braucht drei Stunden für die 900 Kilometer."),
    ("fr", "Le bus a mis trois heures pour les 900 kilomètres."),
    ("es", "El autobús tarda tres horas en los 900 kilómetros."),
    ("ru", "Автобус прошёл 900 километров за три часа."),
  ])
  func `a length and a time that no vehicle of the kind could keep are found`(
    language: String, text: String
  ) throws {
    #expect(try trial.isDoubted(text, language), "\(text)")
  }

  @Test(arguments: [
    ("en", "The coach takes about fourteen hours for the 1,050 km."),
    ("en", "The express averages 226 km/h. The train's top speed is 320 km/h."),
    ("en", "The coach takes 20 minutes longer for the 1,050 km."),
    ("en", "It is only 20 minutes by air but entails a drive of 130 km."),
    ("en", "The bus stopped for ten minutes after 400 km."),
    (
      "en", "The record for the 628 nautical miles was set in 2017; the yacht left two hours later."
    ),
    ("en", "They rowed the 3,000 miles in two-hour shifts, and the boat held."),
    ("en", "The cyclist rides 230 km a day."),
    ("de", "Der Bus braucht vierzehn Stunden für die 900 Kilometer."),
    ("fr", "Le bus a mis quatorze heures pour les 900 kilomètres."),
    ("es", "El autobús tarda catorce horas en los 900 kilómetros."),
    ("ru", "Автобус прошёл 900 километров за четырнадцать часов."),
  ])
  func `what fits, and what is put together by no words, is left alone`(
    language: String, text: String
  ) throws {
    #expect(try !trial.isDoubted(text, language), "\(text)")
  }

  @Test(arguments: [
    "The coach covered 460 km. The trip took three hours. Its top speed is 90 km/h.",
    "The tunnel line is 30 km long, of which 50 km are in tunnels.",
    "The tramline will be 14 km long. Nineteen kilometres of it will run in tunnels.",
    "Die Strecke ist 30 km lang, davon 50 km in Tunneln.",
    "La ligne fait 30 km, dont 50 km en tunnel.",
  ])
  func `parts longer than the whole are found, and times beside lengths told before`(
    text: String
  ) throws {
    #expect(try trial.isDoubted(text, Self.language(text)), "\(text)")
  }

  @Test(arguments: [
    "The coach covered 460 km. The trip took six hours. Its top speed is 90 km/h.",
    "The Finse Tunnel is 10.3 km long. The line from Oslo to Bergen measures 496 km, including 73 km of tunnels.",
    "The children run 3 km. Other races, including 10 km and 21 km, start at noon.",
    "The Eurostar covers 492 km from London to Paris. The crossing of the Channel takes 20 minutes.",
    "The president flew 7,200 km. The ride to the palace took 20 minutes.",
    "Freight trains average 21 km/h in India. The Rajdhani covers 1,384 km from Mumbai to Delhi in 15 hours 32 minutes.",
    "The Indian Pacific leaves Sydney on Wednesday at 15:00 and arrives in Perth on Saturday at 15:00.",
    "The cyclist rode the 320 km from Porto to Lisbon in four days. His average speed was 18 km/h.",
    "The lorry covered the 450 km from Ankara to Istanbul in nine hours. Not counting the stops its average was 70 km/h.",
    "The train left Taipei at 4:10 p.m. and arrived in Hualien at 6:20 after 2 hours 10 minutes.",
    "The bus left Munich at 11 p.m. and arrived in Hamburg at six o'clock after seven hours.",
    "Die Strecke ist 30 km lang, davon 14 km in Tunneln.",
    "La ligne fait 30 km, dont 14 km en tunnel.",
  ])
  func `what is of something else in the next words is left alone`(text: String) throws {
    #expect(try !trial.isDoubted(text, Self.language(text)), "\(text)")
  }

  private static func language(_ text: String) -> String {
    text.hasPrefix("Die ") ? "de" : text.hasPrefix("La ") ? "fr" : "en"
  }

  @Test func `a way has the figures that stand together, and its vehicle`() throws {
    let ways = try trial.article(
      "The coach takes five hours for the 410 km, an average of 82 km/h. Its driver is 62.", "en"
    ).reading.ways
    #expect(ways.count == 1)
    #expect(ways.first?.figures == [0, 1, 2] && ways.first?.means == .bus)
  }

  @Test func `where nobody tells the ends they are places of unknown position`() throws {
    let draft = try trial.world.draft(
      of: [try trial.article("The coach takes five hours for the 410 km.", "en")])
    #expect(draft.contains("position: unknown") && draft.contains("wayproof: 2"))
  }

  @Test(arguments: [
    ("the 6 o'clock train", "leaves the next evening at half past seven"),
    ("the ferry", "arrived at 7:30 the next morning"),
  ])
  func `the next evening is a day later`(subject: String, words: String) throws {
    let text = "On 3 May 2024 at noon \(subject) left Delhi and \(words)."
    let figures = try trial.article(text, "en").reading.figures
    let day = try #require(CivilDate(iso: "2024-05-04"))
    let isLater = figures.contains { figure in
      if case .moment(let moment) = figure.value, moment.clock != nil {
        return moment.day == .date(day)
      }
      return false
    }
    #expect(isLater)
  }
}
