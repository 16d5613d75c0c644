import Casework
public import ClaimReading
public import Quantities
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
    let answer = try article.answer(by: reader, in: world)
    guard answer.claims > 0 else { throw QuestionError(Self.advice(answer)) }
    return answer
  }

  /// What a sentence that does not say by what a journey was made comes to by each means; none where nothing can be checked.
  ///
  /// - Throws: `QuestionError` for what is no text or no day.
  public func answers(
    byEachMode reader: ArticleReader, in world: World
  ) throws(QuestionError) -> [(mode: TravelMode, answer: ArticlesQuestion.Answer)] {
    try article.answers(byEachMode: reader, in: world)
  }

  /// The sentence as an article.
  private var article: ArticlesQuestion {
    var question = ReadQuestion(bytes, name: "the sentence")
    question.input = .plain
    question.published = date
    var articles = ArticlesQuestion([question])
    // Whoever writes the sentence sees what was made of it.
    articles.confidence = 0.5
    return articles
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
