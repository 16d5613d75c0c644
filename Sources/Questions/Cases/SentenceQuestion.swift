import Casework
public import ClaimReading
public import Travel

/// Whether a sentence, or a few, can be true.
public struct SentenceQuestion: Sendable {
  /// What was said, as UTF-8.
  public var bytes: [UInt8]
  /// The day it was said, `2019-04-24`, from which its weekdays are counted.
  public var date: String?

  public init(_ bytes: [UInt8]) { self.bytes = bytes }

  /// - Throws: `QuestionError` for what is no text or no day, and if nothing of it can be checked: with what is missing.
  public func answer(
    by reader: ArticleReader, in world: World
  ) throws(QuestionError) -> ArticlesQuestion.Answer {
    var question = ReadQuestion(bytes, name: "the sentence")
    question.input = .plain
    question.published = date
    var articles = ArticlesQuestion([question])
    // Whoever writes the sentence sees what was made of it.
    articles.confidence = 0.5
    let answer = try articles.answer(by: reader, in: world)
    guard answer.claims > 0 else { throw QuestionError(Self.advice(answer)) }
    return answer
  }

  /// What is missing in a sentence of which nothing can be checked.
  private static func advice(_ answer: ArticlesQuestion.Answer) -> String {
    answer.figures == 0
      ? "the sentence has no distance, time or speed: write for example \"450 km\", \"4 h 20\" or \"160 km/h\""
      : """
      its figures cannot be tied to a journey for sure: name both ends and the means of transport, such as "by rail from London \
      to Edinburgh"
      """
  }
}
