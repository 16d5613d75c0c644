public import Datasets

/// Finds the grammar of sentences: which word hangs on which, and how.
///
/// It is greedy and takes time in proportion to the length of a sentence; one parser serves any
/// number of threads. The weights are mapped from `geo/syntax`.
public struct Parser: Sendable {
  /// The code of the language, such as "en".
  public let language: String
  private let model: Model
  private let signs: Signs
  private let splitter: WordSplitter

  /// Longer sentences are parsed in pieces of so many words, each joined to the first.
  public static let longest = 200

  /// The parser of a language.
  ///
  /// - Throws: `DatasetError.unreadable` where the folder has no model of the language, or a
  ///   damaged one.
  public init(language: String, from folder: DataFolder) throws(DatasetError) {
    self.init(
      language: language, try Model(file: folder.parserModel(language)),
      try SplittingRules(language: language, from: folder))
  }

  package init(language: String, _ model: Model, _ rules: SplittingRules) {
    self.language = language
    self.model = model
    signs = Signs(model.tags)
    splitter = WordSplitter(rules)
  }

  /// Where the words of a stretch of text are, as the language's treebanks part them.
  public func words(of text: [UInt8], in range: Range<Int>) -> [Range<Int>] {
    text.withUnsafeBufferPointer { splitter.words(of: $0, in: range.clamped(to: 0..<text.count)) }
  }

  /// The parse of one sentence of a text in UTF-8, whose words it finds itself.
  public func parse(_ text: [UInt8], in range: Range<Int>) -> Parse {
    parse(text, words: words(of: text, in: range))
  }

  /// The parse of one sentence.
  public func parse(_ sentence: String) -> Parse {
    let bytes = Array(sentence.utf8)
    return parse(bytes, in: 0..<bytes.count)
  }

  /// The parse of given words of a text in UTF-8, in their order.
  ///
  /// - Parameter words: where the words are; what lies outside the text counts as empty.
  public func parse(_ text: [UInt8], words: [Range<Int>]) -> Parse {
    let atoms = text.withUnsafeBufferPointer { bytes in
      words.map { WordAtoms(bytes[$0.clamped(to: 0..<bytes.count)]) }
    }
    var parsed: [Parse.Word] = []
    parsed.reserveCapacity(words.count)
    model.withWeights { weights in
      let engine = Engine(weights, tags: model.tags)
      var start = 0
      while start < words.count {
        let end = min(words.count, start + Self.longest)
        let piece = Atoms.padded(Array(atoms[start..<end]))
        let result = piece.withUnsafeBufferPointer { engine.run($0, signs) }
        append(result, words[start..<end], from: start, to: &parsed)
        start = end
      }
    }
    let negations = atoms.indices.filter { splitter.rules.negations.contains(atoms[$0].form) }
    return Parse(parsed, negations: Set(negations))
  }

  /// Adds a piece; the roots of later pieces hang on that of the first.
  private func append(
    _ result: Engine.Result, _ words: ArraySlice<Range<Int>>, from start: Int,
    to parsed: inout [Parse.Word]
  ) {
    let root = parsed.firstIndex { $0.head == nil }
    for (index, range) in words.enumerated() {
      let isRoot = result.heads[index] == words.count
      parsed.append(
        Parse.Word(
          range: range, tag: model.tags[Int(result.fineTags[index])],
          head: isRoot ? root : start + result.heads[index],
          relation: isRoot ? (root == nil ? .root : .parataxis) : result.relations[index]))
    }
  }
}
