/// Finds the language of a text by the words that are common in each.
public struct LanguageFinder: Sendable {
  /// The codes of the languages.
  private let codes: [String]
  private var words = WordTable()
  /// By the number of a word, the languages that have it.
  private var speakers: [[Int]] = []

  package init(_ common: [(language: String, words: [String])]) {
    codes = common.map(\.language)
    for (index, language) in common.enumerated() {
      for word in language.words.flatMap(LexiconWords.folded) {
        let number = Int(words.add(word))
        if number == speakers.count { speakers.append([]) }
        if speakers[number].last != index { speakers[number].append(index) }
      }
    }
  }

  /// The languages that a text may be in: one where its common words say so, several where they leave it open.
  package func candidates(for sample: [UInt8]) -> [String] {
    var counts = Array(repeating: 0, count: codes.count)
    for token in Tokenizer.tokens(of: sample, words) where token.word >= 0 {
      for speaker in speakers[Int(token.word)] { counts[speaker] += 1 }
    }
    let most = counts.max() ?? 0
    // A single word may be of any language.
    guard most > 1 else { return codes }
    return codes.indices.filter { 2 * counts[$0] >= most }.map { codes[$0] }
  }
}
