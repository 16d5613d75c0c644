/// The dependency tree of one sentence: for every word its part of speech, its head and its relation.
///
/// It is always a tree: exactly one word, the root, has no head, and going from head to head ends
/// there. A sentence without words has an empty parse.
public struct Parse: Sendable {
  /// A word of the sentence.
  public struct Word: Hashable, Sendable {
    /// Where it stands, in bytes of the text that was parsed.
    public let range: Range<Int>
    public let tag: UniversalTag
    /// The index of the word it hangs on; nil for the root.
    public let head: Int?
    public let relation: UniversalRelation
  }

  /// The words in the order of the text.
  public let words: [Word]
  /// The children of all words, one after another, and where those of each word begin.
  let childList: [Int32]
  let childStarts: [Int32]

  /// The words that deny.
  let negations: Set<Int>

  /// A parse of given words, some of which deny.
  ///
  /// - Precondition: heads are indices of words or nil; the caller makes a tree of them.
  package init(_ words: [Word], negations: Set<Int> = []) {
    self.words = words
    self.negations = negations
    var counts = [Int32](repeating: 0, count: words.count + 1)
    for word in words {
      if let head = word.head { counts[head + 1] += 1 }
    }
    for index in words.indices { counts[index + 1] += counts[index] }
    childStarts = counts
    var list = [Int32](repeating: 0, count: Int(counts.last ?? 0))
    for (index, word) in words.enumerated() {
      guard let head = word.head else { continue }
      list[Int(counts[head])] = Int32(truncatingIfNeeded: index)
      counts[head] += 1
    }
    childList = list
  }

  /// The index of the root; nil for an empty parse.
  public var root: Int? { words.firstIndex { $0.head == nil } }

  /// The words that hang on a word, in the order of the text.
  public func children(of word: Int) -> [Int] {
    childList[Int(childStarts[word])..<Int(childStarts[word + 1])].map { Int($0) }
  }

  /// The children of a word by a relation.
  public func children(of word: Int, _ relation: UniversalRelation) -> [Int] {
    children(of: word).filter { words[$0].relation == relation }
  }
}
