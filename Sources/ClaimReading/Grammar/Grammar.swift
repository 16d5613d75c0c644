import Figures
import Syntax

/// The grammar of an article's sentences: which verb a word hangs on, and who does what.
///
/// Each sentence is parsed when it is first asked for. Those too long for a parse to be trusted have none, so that reading
/// stays linear.
final class Grammar {
  private let parser: Parser?
  private let reader: TokenReader
  private let sentences: Sentences
  private var parses: [Int: Parse?] = [:]

  /// Longer sentences are not parsed, in tokens.
  private static let longest = 100
  /// A text of more sentences is no article, but a heap of them; none of it is parsed.
  private static let mostSentences = 2_000
  /// So many parses are kept at most.
  private static let kept = 512

  init(_ parser: Parser?, _ reader: TokenReader, _ sentences: Sentences) {
    let isArticle = sentences.ranges.count <= Self.mostSentences
    (self.parser, self.reader, self.sentences) = (isArticle ? parser : nil, reader, sentences)
  }

  /// Whether the language has a parser.
  var isThere: Bool { parser != nil }

  private func parse(_ sentence: Int) -> Parse? {
    guard let parser, sentences.ranges.indices.contains(sentence) else { return nil }
    if let known = parses[sentence] { return known }
    let range = sentences.ranges[sentence]
    let found =
      range.count <= Self.longest ? parser.parse(reader.bytes, in: reader.bytes(of: range)) : nil
    if parses.count >= Self.kept { parses.removeAll(keepingCapacity: true) }
    parses[sentence] = .some(found)
    return found
  }

  /// What a stretch of tokens hangs on.
  enum Governor: Equatable {
    /// The nearest above it of some stretches, by their number.
    case wanted(Int)
    /// A verb that is none of them.
    case other
    /// Neither, or the sentence has no parse.
    case unknown
  }

  /// What a stretch of tokens hangs on: the first of some stretches, or another verb before them.
  func governor(of tokens: Range<Int>, in sentence: Int, among wanted: [Range<Int>]) -> Governor {
    guard let parse = parse(sentence), let head = parse.head(of: reader.bytes(of: tokens)) else {
      return .unknown
    }
    let own = reader.bytes(of: tokens)
    for word in parse.ancestors(of: head) {
      let range = parse.words[word].range
      guard !range.overlaps(own) else { continue }
      if let found = wanted.firstIndex(where: { reader.bytes(of: $0).overlaps(range) }) {
        return .wanted(found)
      }
      if parse.words[word].tag == .verb, parse.isPredicate(word) { return .other }
    }
    return .unknown
  }

  /// Whether two stretches are of one clause; nil where there is no parse.
  func isOneClause(_ one: Range<Int>, _ other: Range<Int>, in sentence: Int) -> Bool? {
    guard let parse = parse(sentence), let first = parse.head(of: reader.bytes(of: one)),
      let second = parse.head(of: reader.bytes(of: other))
    else { return nil }
    return parse.clause(of: first) == parse.clause(of: second)
  }

  /// Whether a stretch is a verb; nil where there is no parse.
  func isVerb(_ tokens: Range<Int>, in sentence: Int) -> Bool? {
    guard let parse = parse(sentence), let head = parse.head(of: reader.bytes(of: tokens)) else {
      return nil
    }
    return parse.words[head].tag == .verb
  }

  /// Whether a stretch only joins or leads up to others, as French "car" does.
  func isFunctionWord(_ tokens: Range<Int>, in sentence: Int) -> Bool {
    guard let parse = parse(sentence), let head = parse.head(of: reader.bytes(of: tokens)) else {
      return false
    }
    return [.coordinator, .subordinator, .adposition, .determiner].contains(parse.words[head].tag)
  }

  /// Who or what does what a verb says.
  enum Subject: Equatable {
    /// A pronoun, a name or nobody who is told.
    case open
    /// A noun, and where it stands, in bytes.
    case noun(Range<Int>)
  }

  /// The subject of the clause that a stretch of tokens stands in; nil where there is no parse.
  func subject(of tokens: Range<Int>, in sentence: Int) -> Subject? {
    guard let parse = parse(sentence), let head = parse.head(of: reader.bytes(of: tokens)) else {
      return nil
    }
    guard let subject = parse.subject(of: parse.clause(of: head)) else { return .open }
    let word = parse.words[subject]
    return word.tag == .noun ? .noun(word.range) : .open
  }

  /// Whether a noun does, or is what something is done with, what a verb says: its subject, or what hangs on it.
  func acts(_ noun: Range<Int>, with verb: Range<Int>, in sentence: Int) -> Bool? {
    guard let parse = parse(sentence), let one = parse.head(of: reader.bytes(of: noun)),
      let other = parse.head(of: reader.bytes(of: verb))
    else { return nil }
    let predicate = parse.isPredicate(other) ? other : parse.clause(of: other)
    if let subject = parse.subject(of: predicate),
      subject == one || parse.words[one].head == subject
    {
      return true
    }
    return parse.words[one].head == other
  }
}
