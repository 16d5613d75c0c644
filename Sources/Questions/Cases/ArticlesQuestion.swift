import Casework
public import ClaimReading
import Datasets
import Gazetteer
public import Quantities
public import Reporting
public import Travel

/// Whether what articles say of journeys can all be true: they are read, made a case of, and judged.
public struct ArticlesQuestion: Sendable {
  /// What several articles say of one journey is held against each other.
  public var articles: [ReadQuestion]
  /// From which confidence on a tie counts, 0 to 1; nil for those alone that are sure.
  public var confidence: Double?
  /// By what journeys are taken to be made of which nobody says it; nil to check nothing of them.
  public var mode: TravelMode?

  public init(_ articles: [ReadQuestion]) { self.articles = articles }

  /// What was read, and the judged case that was made of it.
  public struct Answer: Sendable {
    public let read: [ReadArticle]
    public let judged: JudgedCases.Case

    /// How many travel figures the articles have.
    public var figures: Int { read.reduce(0) { $0 + $1.reading.figures.count } }
    /// How many of them became claims.
    public var claims: Int { judged.dossier.claims.count }
    /// How many of those were held against anything.
    public var tested: Int { judged.dossier.testedClaims }
    /// Whether a claim cannot be true, or hardly, by itself or beside others.
    var isDoubted: Bool { judged.dossier.isDoubted }
  }

  /// What the articles say, judged. Where a name has several bearers and of the likeliest it could not be true, it is held
  /// against the next.
  ///
  /// - Throws: `QuestionError` for what is no text, and for words that make no case.
  public func answer(
    by reader: ArticleReader, in world: World
  ) throws(QuestionError) -> Answer {
    let first = try plainAnswer(by: reader, in: world)
    guard first.isDoubted else { return first }
    let places = first.judged.dossier.journeyPlaces
    for place in places.prefix(Self.mostPlaces) {
      var other = reader
      other.passedOver = [place]
      let next = try plainAnswer(by: other, in: world)
      guard !next.isDoubted, next.claims >= first.claims,
        let taken = next.judged.dossier.journeyPlaces.first(where: { !places.contains($0) })
      else { continue }
      return Answer(
        read: next.read,
        judged: JudgedCases.Case(
          next.judged.dossier.noting(taken, not: place), file: next.judged.file))
    }
    return first
  }

  /// Of longer journeys it is not asked what else their names may mean.
  private static let mostPlaces = 4

  private func plainAnswer(
    by reader: ArticleReader, in world: World
  ) throws(QuestionError) -> Answer {
    let read = try articles.map { article throws(QuestionError) in try article.answer(by: reader) }
    let draft: String
    do { draft = try world.draft(of: read, confidence: confidence, mode: mode) } catch {
      throw QuestionError("\(error)")
    }
    let question = try CheckQuestion(Array(draft.utf8), name: "the draft of what was read")
    return Answer(read: read, judged: try question.answer(in: world))
  }

  /// What the same articles come to by each means that their journeys may have been made by; none of those by which nothing
  /// can be checked either.
  ///
  /// - Throws: as `answer(by:in:)` does.
  public func answers(
    byEachMode reader: ArticleReader, in world: World
  ) throws(QuestionError) -> [(mode: TravelMode, answer: Answer)] {
    var answers: [(mode: TravelMode, answer: Answer)] = []
    for mode in TravelMode.allCases {
      var question = self
      question.mode = mode
      let answer = try question.answer(by: reader, in: world)
      if answer.claims > 0 { answers.append((mode, answer)) }
    }
    return answers
  }

  /// Whether a file is an article and no case: by the ending of its name, else by whether it begins as a list of fields.
  public static func isArticle(_ bytes: [UInt8], name: String) -> Bool {
    let ending = name.split(separator: ".").last.map { $0.lowercased() } ?? ""
    switch ending {
    case "yaml", "yml", "json": return false
    case "html", "htm", "xhtml": return EmbeddedCase.bytes(in: bytes) == nil
    case "txt", "text", "md", "markdown": return true
    default: return EmbeddedCase.bytes(in: bytes) == nil && !beginsWithField(bytes)
    }
  }

  /// Whether the first line that is no comment is a key, such as `wayproof: 2`, or opens a JSON object.
  private static func beginsWithField(_ bytes: [UInt8]) -> Bool {
    let head = String(decoding: bytes.prefix(4_096), as: UTF8.self)
    let lines = head.split(whereSeparator: \.isNewline)
    let first = lines.first { line in
      guard let sign = line.first(where: { !$0.isWhitespace }) else { return false }
      return sign != "#" && !line.hasPrefix("---")
    }
    // Nothing at all is left to the reader of cases, which says what a case needs.
    guard let first else { return true }
    return first.hasPrefix("{") || first.firstMatch(of: /^[A-Za-z_][A-Za-z_0-9-]*:(\s|$)/) != nil
  }
}
