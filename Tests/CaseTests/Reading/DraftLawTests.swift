import Casework
import ClaimReading
import Claims
import Datasets
import Foundation
import TestSupport
import Testing
import Travel

/// Whatever a text says, the draft that is made of it is a case that can be judged.
@Suite struct DraftLawTests {
  private static let forms = [
    "The train from A to B took V.", "He left A at V on V and arrived in B V later.",
    "The flight from A to B covered V, V above the ground.", "It is V from A to B.",
    "Its maximum speed is V.", "A, Monday (Reuters) - The plane took off from B at V.",
    "On V it passed A, V behind B, having stopped for V.", "Поезд из A в B шёл V.",
    "A에서 B까지 V 걸렸다.", "El tren tardó V de A a B.", "Der Zug von A nach B brauchte V.",
    "From A to B it is V times as far as from B to A, \"V: & V\".",
  ]
  private static let places = [
    "Hanoi", "Moscow", "Paris", "Pyongyang", "평양", "Владивосток", "Khasan", "Lima", "Nowhere",
    "the border", "the border between Poland and Belarus", "St. Petersburg", "Asia/Vladivostok",
  ]
  private static let numbers = [
    "1", "0", "99", "9999", "802", "85 042", "1474.677", "half a", "some", "about 40", "44-178",
    "1,5", "three and a half", "1e9", "0.00000000001", "999999999999999999", "between 2 and 3",
    "-5",
    "exactly 100", "96 and 6", "around 11.04am on", "4-5",
  ]
  private static let units = [
    "hours", "km", "li", "miles", "year", "years", "knots", "km/h", "half-hours", "s", "minutes",
    "days", "p.m.", "on January 9999", "on 1900-00-32", "May", "December 2019", "часов", "시간",
    "versts",
    "times", "%", "o'clock", "at 17:58 to 6:56", "24:00", "0000", "before dawn",
  ]

  @Test func `every draft is a case`() throws {
    let world = try World(folder: try DataFolder(path: Repository.geo.path))
    let reader = try world.articleReader()
    let judging = CaseJudging(world: world)
    var generator = SeededGenerator(seed: 12)
    func any(_ words: [String]) -> String { words.randomElement(using: &generator) ?? "" }
    func filled(_ form: String) -> String {
      form.map { letter in
        switch letter {
        case "A", "B": any(Self.places)
        case "V": any(Self.numbers) + " " + any(Self.units)
        default: String(letter)
        }
      }.joined()
    }
    var claims = 0
    for number in 0..<300 {
      let text =
        (0..<Int.random(in: 1...7, using: &generator)).map { _ in filled(any(Self.forms)) }
        .joined(separator: number.isMultiple(of: 3) ? "\n\n" : " ")
      let article = try ArticleText(utf8: Array(text.utf8))
      let read = ReadArticle(
        name: "\(number).txt", text: article, reading: try reader.read(article))
      // Also what an article is not held sure of.
      let draft = try world.draft(of: [read], confidence: number.isMultiple(of: 2) ? 0 : nil)
      do {
        claims += try judging.caseFile(of: Array(draft.utf8), name: "draft").claims.count
      } catch {
        Issue.record("\(text)\n\(error)")
      }
    }
    #expect(claims > 50)
  }
}
