public import Travel
import Casework
public import ClaimReading
import Chronology
import Datasets
import Figures

/// What an article says of journeys.
public struct ReadQuestion: Sendable {
  public var bytes: [UInt8]
  /// What it is called, such as its file's name.
  public var name: String
  /// How it is written; nil to find that from the name and the text.
  public var input: ArticleFormat?
  /// Its language, such as `en`; nil to find that from its words.
  public var language: String?
  /// The day of the report, `2019-04-24`; nil to find it in the article's head.
  public var published: String?
  public var outlet: String?
  public var url: String?

  public init(_ bytes: [UInt8], name: String) {
    self.bytes = bytes
    self.name = name
  }

  /// A reader of the only language that is wanted, or of all that there are lexicons for.
  ///
  /// - Throws: `QuestionError`.
  public static func reader(
    of language: String?, in world: World
  ) throws(QuestionError) -> ArticleReader {
    if let language {
      let known: [String]
      do { known = try world.folder.lexiconLanguages() } catch { throw QuestionError(error) }
      try check(language, among: known)
    }
    do { return try world.articleReader(language: language) } catch { throw QuestionError(error) }
  }

  private static func check(
    _ language: String, among known: [String]
  ) throws(QuestionError) {
    guard known.contains(language) else {
      throw QuestionError(
        .language, language, "no lexicon; there are \(known.joined(separator: ", "))")
    }
  }

  /// - Throws: `QuestionError` for what is no text, for languages without a lexicon, and for days that no calendar has.
  public func answer(by reader: ArticleReader) throws(QuestionError) -> ReadArticle {
    if let language { try Self.check(language, among: reader.lexicons.map(\.language)) }
    var date: CivilDate?
    if let published { date = try CivilTexts.day(published, .published) }
    do {
      let (text, head) = try ArticleText.reading(
        bytes, as: input ?? ArticleFormat(name: name, bytes: bytes))
      return ReadArticle(
        name: name, sha256: sha256(bytes), outlet: outlet ?? head.outlet, url: url ?? head.url,
        text: text,
        reading: try reader.read(text, language: language, published: date ?? head.published))
    } catch {
      throw QuestionError("\(name): \(error)")
    }
  }
}
