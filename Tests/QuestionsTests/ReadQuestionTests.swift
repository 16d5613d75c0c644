import Casework
import Chronology
import ClaimReading
import Claims
import Plausibility
import Quantities
import Questions
import Reporting
import Testing
import Travel

@Suite struct ReadQuestionTests {
  private func read(
    _ text: String, _ change: (inout ReadQuestion) -> Void = { _ in }
  ) throws -> ReadArticle {
    var question = ReadQuestion(Array(text.utf8), name: "a.txt")
    change(&question)
    return try question.answer(by: ReadQuestion.reader(of: question.language, in: Asked.world))
  }

  @Test(arguments: [
    ("The bus from Nairobi to Mombasa covered about 485 km in some nine hours.", "en", 2),
    ("El tren tardó unas 20 horas de Lima a La Paz.", "es", 1),
    ("Der Zug brauchte etwa 20 Stunden von Berlin nach Rom.", "de", 1),
  ])
  func `an article's figures are found in its language`(
    text: String, language: String, count: Int
  ) throws {
    let article = try read(text)
    #expect(article.reading.language == language)
    #expect(article.reading.figures.count == count)
  }

  @Test func `what is given goes before what the head says`() throws {
    let article = try read("NAIROBI, 2 May 2024 - It took nine hours from Nairobi to Mombasa.") {
      $0.outlet = "The Standard"
      $0.published = "2024-05-03"
    }
    #expect(article.outlet == "The Standard")
    #expect(article.reading.dateline.map { "\($0)" } == "2024-05-03")
  }

  private func judged(_ text: String) throws -> (ArticlesQuestion, ArticlesQuestion.Answer) {
    var articles = ArticlesQuestion([ReadQuestion(Array(text.utf8), name: "a.txt")])
    articles.confidence = 0.5
    let answer = try articles.answer(
      by: ReadQuestion.reader(of: nil, in: Asked.world), in: Asked.world)
    return (articles, answer)
  }

  @Test func `clock times of no day are held against one another`() throws {
    let (_, answer) = try judged("The train left Paris at 10:00 and arrived in Lyon at 12:00.")
    #expect(answer.claims == 2)
    #expect(answer.judged.dossier.claims.allSatisfy { $0.verdict == .consistent })
  }

  @Test func `where nobody says by what, it is judged by each means`() throws {
    let (articles, answer) = try judged("He left Paris at 10:00 and arrived in Lyon at 10:40.")
    #expect(answer.claims == 0)
    let answers = try articles.answers(
      byEachMode: ReadQuestion.reader(of: nil, in: Asked.world), in: Asked.world)
    #expect(answers.map(\.mode.rawValue).contains("rail"))
    let rail = answers.first { $0.mode.rawValue == "rail" }?.answer.judged.dossier
    // By rail it fits only if it came on another day.
    #expect(rail?.claims.contains { $0.unlikelyReading != nil } == true)
  }

  @Test func `a language without a lexicon and a day that no calendar has are refused`() throws {
    #expect(Asked.refusal { try read("Ten km.") { $0.language = "tlh" } } == "language")
    #expect(Asked.refusal { try read("Ten km.") { $0.published = "2019-02-30" } } == "published")
    #expect(Asked.refusal { try read("") } == nil)
    let question = ReadQuestion([0xFF, 0xFE, 0x00, 0xD8], name: "a.bin")
    #expect(
      Asked.refusal { try question.answer(by: ReadQuestion.reader(of: nil, in: Asked.world)) }
        == nil)
  }
}
