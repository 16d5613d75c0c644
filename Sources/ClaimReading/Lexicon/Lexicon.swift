import Claims
import Gazetteer

/// The words of one language, ready to be found in a text.
///
/// Languages are data: the files of `geo/lexicon/`. The names of the gazetteer's places are among the words.
public struct Lexicon: Sendable {
  /// A run of words with what it can do.
  struct Phrase: Sendable {
    let words: [Int32]
    var roles: [LexicalRole]
    /// Names are written with a capital letter.
    let isName: Bool
  }

  /// The ISO 639-1 code.
  public let language: String
  public let name: String
  /// What stands between the whole and its decimals.
  let decimal: UInt8
  let grouping: Set<UInt8>
  let clockSigns: Set<UInt8>
  let isDayFirst: Bool
  /// Whether 9:40 can only be in the morning.
  let isTwentyFourHours: Bool
  /// The commonest words, by which the language is known.
  let common: Set<Int32>
  private(set) var vocabulary: Vocabulary
  private(set) var phrases: [Phrase] = []
  /// For each word the phrases that begin with it, the longest first.
  private(set) var byFirst: [[Int32]] = []
  /// For each word whether a figure can begin at a phrase that begins with it.
  private(set) var beginsFigure: [Bool] = []
  /// For each word how much it speaks for the language: common words and those that mean something, names apart.
  private(set) var weight: [UInt8] = []
  /// Likewise whether it tells where, when and of what a figure is.
  private(set) var isCue: [Bool] = []

  /// The hyphen, which phrases pass over.
  let hyphen: Int32

  init(_ entries: LexiconEntries, _ places: [Place]) {
    language = entries.language
    name = entries.name
    decimal = entries.decimal
    grouping = entries.grouping
    clockSigns = entries.clockSigns
    isDayFirst = entries.isDayFirst
    isTwentyFourHours = entries.isTwentyFourHours
    vocabulary = Vocabulary()
    hyphen = vocabulary.add(Array("-".utf8))
    var builder = PhraseBuilder()
    for entry in entries.phrases {
      builder.add(entry.text, entry.role, isName: entry.isName, &vocabulary)
    }
    for (name, indices) in PlaceNames(places, entries).byName {
      builder.add(name, .place(indices), isName: true, &vocabulary)
    }
    var common: Set<Int32> = []
    for word in entries.common {
      for token in PhraseBuilder.words(of: word, &vocabulary) { common.insert(token) }
    }
    self.common = common
    phrases = builder.phrases
    byFirst = Array(repeating: [], count: vocabulary.count)
    for (index, phrase) in phrases.enumerated() {
      byFirst[Int(phrase.words[0])].append(Int32(index))
    }
    for word in byFirst.indices {
      byFirst[word].sort { phrases[Int($0)].words.count > phrases[Int($1)].words.count }
    }
    beginsFigure = byFirst.map { $0.contains { phrases[Int($0)].roles.contains(where: \.beginsFigure) } }
    isCue = byFirst.map { !$0.isEmpty }
    weight = Array(repeating: 0, count: vocabulary.count)
    for phrase in phrases where !phrase.isName {
      for word in phrase.words where word != hyphen { weight[Int(word)] = 1 }
    }
    for word in common { weight[Int(word)] = 2 }
  }
}

/// Puts phrases together from their words.
private struct PhraseBuilder {
  private(set) var phrases: [Lexicon.Phrase] = []
  private var index: [[Int32]: Int] = [:]

  mutating func add(
    _ text: String, _ role: LexicalRole, isName: Bool, _ vocabulary: inout Vocabulary
  ) {
    let words = Self.words(of: text, &vocabulary)
    guard !words.isEmpty, words.count <= 12 else { return }
    if let known = index[words] {
      phrases[known].roles.append(role)
    } else {
      index[words] = phrases.count
      phrases.append(Lexicon.Phrase(words: words, roles: [role], isName: isName))
    }
  }

  /// The numbers of a phrase's words; hyphens are left out, since phrases pass over them.
  static func words(of text: String, _ vocabulary: inout Vocabulary) -> [Int32] {
    var words: [Int32] = []
    for word in LexiconWords.folded(text) where word != [0x2D] || text == "-" {
      words.append(vocabulary.add(word))
    }
    return words
  }
}

extension LexicalRole {
  fileprivate var beginsFigure: Bool {
    switch self {
    case .number, .half, .quarter, .one, .count, .plural, .fixedClock, .month, .weekday, .partOfDay, .relativeDay, .which,
      .prefixUnit, .week, .weekend: true
    default: false
    }
  }
}
