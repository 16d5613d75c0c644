import Casework
import Questions
import Reporting
import Testing

@Suite struct CheckQuestionTests {
  /// Nairobi to Mombasa by road, at most 600 km, left at six.
  private func file(arriving arrival: String) -> [UInt8] {
    Array(
      """
      wayproof: 1
      id: coast
      title: Nairobi to Mombasa
      sources: [{id: one, outlet: One, published: 2024-05-02}]
      journeys: [{id: j, mode: road, stops: [{id: a, place: Nairobi}, {id: b, place: Mombasa}]}]
      claims:
        - {id: left, source: one, quote: q, event: departure a, time: "2024-05-01 06:00"}
        - {id: came, source: one, quote: q, event: arrival b, time: "2024-05-01 \(arrival)"}
      """.utf8)
  }

  private func conflicts(_ bytes: [UInt8]) throws -> Int {
    let question = try CheckQuestion(bytes, name: "coast")
    return try question.answer(in: Asked.world).dossier.conflicts.count
  }

  @Test func `nine hours fit a way by road, forty minutes do not`() throws {
    #expect(try conflicts(file(arriving: "15:00")) == 0)
    #expect(try conflicts(file(arriving: "06:40")) > 0)
  }

  @Test func `a report is judged again by the case that it carries`() throws {
    let question = try CheckQuestion(file(arriving: "06:40"), name: "coast")
    let judged = try question.answer(in: Asked.world)
    let page = try JudgedCases.formats.named("html").text(of: JudgedCases([judged], isList: false))
    #expect(try CheckQuestion(Array(page.utf8), name: "page").file == judged.file)
    #expect(try conflicts(Array(page.utf8)) == judged.dossier.conflicts.count)
  }

  @Test func `what is no case is refused, and more claims than are allowed`() throws {
    #expect(
      Asked.refusal { try CheckQuestion(Array("wayproof-scenarios: 1".utf8), name: "s") } == nil)
    #expect(Asked.refusal { try conflicts(Array("- one\n".utf8)) } == nil)
    #expect(Asked.refusal { try conflicts([]) } == nil)
    var question = try CheckQuestion(file(arriving: "15:00"), name: "coast")
    question.claimLimit = 1
    let limited = question
    let error = #expect(throws: QuestionError.self) { try limited.answer(in: Asked.world) }
    #expect(error?.condition == .tooManyClaims)
  }
}
