import Datasets
import Figures

extension ArticleReader {
  /// The lexicon of a text's language, and the text's tokens by it.
  func lexicon(
    for text: ArticleText, _ language: String?
  ) throws(DatasetError) -> (Lexicon, [Token]) {
    var candidates = lexicons.filter { $0.language == language }
    let sample = Array(text.bytes.prefix(4_000))
    if candidates.isEmpty {
      let languages = languageFinder.candidates(for: sample)
      candidates = lexicons.filter { languages.contains($0.language) }
    }
    var best: (lexicon: ArticleLexicon, fit: Double)?
    for candidate in candidates {
      let fit = candidates.count > 1 ? Self.fit(of: try candidate.plain(), to: sample) : 1
      let isBetter = best.map { fit > $0.fit } ?? true
      // What is known of no language is taken for English.
      if isBetter || fit == best?.fit && candidate.language == "en" { best = (candidate, fit) }
    }
    guard let chosen = try best?.lexicon.whole() else {
      throw .unreadable("lexicon", reason: "there is no lexicon of any language")
    }
    return (chosen, Tokenizer.tokens(of: text.bytes, chosen.wordTable))
  }

  /// How well a language's words fit a text: what they weigh, by the share of its letters that are theirs.
  private static func fit(of lexicon: Lexicon, to sample: [UInt8]) -> Double {
    var (weight, known, all) = (0, 0, 0)
    for token in Tokenizer.tokens(of: sample, lexicon.wordTable) where token.kind == .word {
      all += token.range.count
      guard token.word >= 0, lexicon.weight[Int(token.word)] > 0 else { continue }
      weight += Int(lexicon.weight[Int(token.word)])
      known += token.range.count
    }
    return Double(weight) * Double(known) / Double(max(1, all))
  }
}
