import Syntax

extension GoldSentence {
  /// The sentence in other letters, as headlines are: The Train Leaves, THE TRAIN LEAVES, the train leaves.
  func withWords(_ change: (String) -> String) -> GoldSentence {
    var copy = self
    copy.words = words.map(change)
    copy.atoms = Treebank.atoms(copy.words)
    return copy
  }

  /// Some of the sentences once more in other letters: one in twelve with great first letters, one in forty each
  /// in great and in small letters alone.
  static func caseVariants(_ sentences: [GoldSentence]) -> [GoldSentence] {
    sentences.enumerated().flatMap { index, sentence -> [GoldSentence] in
      var result: [GoldSentence] = []
      if index % 12 == 5 {
        result.append(sentence.withWords { $0.prefix(1).uppercased() + $0.dropFirst() })
      }
      if index % 40 == 7 { result.append(sentence.withWords { $0.uppercased() }) }
      if index % 40 == 9 { result.append(sentence.withWords { $0.lowercased() }) }
      return result
    }
  }
}
