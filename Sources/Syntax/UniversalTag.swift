/// The universal part of speech of a word (Universal Dependencies, version 2).
public enum UniversalTag: UInt8, CaseIterable, Sendable {
  case adjective, adposition, adverb, auxiliary, coordinator, determiner, interjection, noun
  case number, particle, pronoun, properNoun, punctuation, subordinator, symbol, verb, other

  /// The tag as treebanks write it, such as `ADJ`.
  public var name: String { Self.names[Int(rawValue)] }

  /// The tag of a treebank's name; nil for one that Universal Dependencies does not know.
  public init?(name: some StringProtocol) {
    guard let index = Self.names.firstIndex(where: { $0 == name }) else { return nil }
    self.init(rawValue: UInt8(index))
  }

  private static let names = [
    "ADJ", "ADP", "ADV", "AUX", "CCONJ", "DET", "INTJ", "NOUN", "NUM", "PART", "PRON", "PROPN",
    "PUNCT", "SCONJ", "SYM", "VERB", "X",
  ]

  /// Whether words of this kind carry content, so that others hang on them.
  public var isContent: Bool {
    switch self {
    case .adjective, .adverb, .noun, .number, .pronoun, .properNoun, .verb: true
    default: false
    }
  }

  /// Whether such words name things: nouns, names, pronouns and numbers.
  public var isNominal: Bool {
    switch self {
    case .noun, .properNoun, .pronoun, .number: true
    default: false
    }
  }
}
