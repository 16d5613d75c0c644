/// The words of one language, ready to be found in a text.
///
/// Languages are data: the files of `geo/lexicon/`. For articles the names of places are among the words.
public final class Lexicon: Sendable {
  /// A run of words with what it can do, as pieces of the lexicon's lists.
  @usableFromInline package struct Phrase: Sendable {
    @usableFromInline package let words: Range<Int32>
    @usableFromInline package let roles: Range<Int32>
    /// Names are written with a capital letter.
    package let isName: Bool
  }

  /// What can begin at a word.
  struct Beginnings: OptionSet, Sendable {
    let rawValue: UInt8

    static let quantity = Beginnings(rawValue: 1)
    static let moment = Beginnings(rawValue: 2)
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
  /// Whether verbs stand behind what belongs to them.
  package let isVerbFinal: Bool
  /// Whether all nouns are written with a capital letter.
  package let hasCapitalNouns: Bool
  /// The commonest words, by which the language is known.
  package let common: Set<Int32>
  package let wordTable: WordTable
  /// Grouped by their first word, the longest of each first.
  @usableFromInline package let phrases: [Phrase]
  let words: [Int32]
  @usableFromInline package let roles: [LexicalRole]
  /// For each word the phrases that begin with it.
  @usableFromInline package let byFirst: [Range<Int32>]
  /// For each word which figures can begin at a phrase that begins with it.
  let begins: [Beginnings]
  /// For each word how much it speaks for the language: common words and those that mean something, names apart.
  package let weight: [UInt8]
  /// The hyphen, which phrases pass over.
  let hyphen: Int32
  /// What abbreviations of zones mean.
  let zones: ZoneAbbreviations
  /// What the ends of places' names become in other cases.
  package let placeEndings: [LexiconEntries.PlaceEnding]
  /// What the language calls places, with the names by which tables of the world know them.
  package let names: [String: String]

  /// - Parameters:
  ///   - entries: what the file says.
  ///   - zones: what abbreviations of zones mean.
  ///   - names: names besides, each with the numbers of the places that it stands for.
  package init(
    _ entries: LexiconEntries, zones: ZoneAbbreviations, names: [String: [Int]] = [:]
  ) {
    self.zones = zones
    placeEndings = entries.placeEndings
    self.names = entries.names
    language = entries.language
    name = entries.name
    decimal = entries.decimal
    grouping = entries.grouping
    clockSigns = entries.clockSigns
    isDayFirst = entries.isDayFirst
    isTwentyFourHours = entries.isTwentyFourHours
    isVerbFinal = entries.isVerbFinal
    hasCapitalNouns = entries.hasCapitalNouns
    var wordTable = WordTable()
    hyphen = wordTable.add(Array("-".utf8))
    var builder = PhraseBuilder()
    for entry in entries.phrases {
      builder.add(entry.text, entry.role, isName: entry.isName, &wordTable)
    }
    for (name, indices) in names.sorted(by: { $0.key < $1.key }) {
      builder.add(name, .place(indices), isName: true, &wordTable)
    }
    for name in entries.names.keys { _ = PhraseBuilder.words(of: name, &wordTable) }
    common = Set(entries.common.flatMap { PhraseBuilder.words(of: $0, &wordTable) })
    self.wordTable = wordTable
    var lists = PhraseLists(words: wordTable.count)
    lists.add(builder.phrases)
    (phrases, words, roles, byFirst) = (lists.phrases, lists.words, lists.roles, lists.byFirst)
    var begins: [Beginnings] = Array(repeating: [], count: wordTable.count)
    var weight = Array(repeating: UInt8(0), count: wordTable.count)
    for phrase in builder.phrases {
      begins[Int(phrase.words[0])].formUnion(phrase.roles.reduce([]) { $0.union($1.begins) })
      for word in phrase.words where !phrase.isName && word != hyphen { weight[Int(word)] = 1 }
    }
    for word in common { weight[Int(word)] = 2 }
    self.begins = begins
    self.weight = weight
  }
}

/// Phrases laid out one behind the other, so that looking one up copies nothing.
private struct PhraseLists {
  var phrases: [Lexicon.Phrase] = []
  var words: [Int32] = []
  var roles: [LexicalRole] = []
  var byFirst: [Range<Int32>]

  init(words count: Int) { byFirst = Array(repeating: 0..<0, count: count) }

  mutating func add(_ built: [PhraseBuilder.Built]) {
    let sorted = built.sorted { ($0.words[0], -$0.words.count) < ($1.words[0], -$1.words.count) }
    for phrase in sorted {
      let first = Int(phrase.words[0])
      let index = Int32(phrases.count)
      byFirst[first] =
        byFirst[first].isEmpty ? index..<(index + 1) : byFirst[first].lowerBound..<(index + 1)
      let (wordStart, roleStart) = (Int32(words.count), Int32(roles.count))
      words += phrase.words
      roles += phrase.roles
      phrases.append(
        Lexicon.Phrase(
          words: wordStart..<Int32(words.count), roles: roleStart..<Int32(roles.count),
          isName: phrase.isName))
    }
  }
}

/// Puts phrases together from their words.
private struct PhraseBuilder {
  struct Built {
    let words: [Int32]
    var roles: [LexicalRole]
    let isName: Bool
  }

  private(set) var phrases: [Built] = []
  private var index: [[Int32]: Int] = [:]

  mutating func add(
    _ text: String, _ role: LexicalRole, isName: Bool, _ wordTable: inout WordTable
  ) {
    let words =
      isName || !text.contains("'")
      ? Self.words(of: text, &wordTable) : Self.wordsWithSuffixes(of: text, &wordTable)
    guard !words.isEmpty, words.count <= 12 else { return }
    if let known = index[words] {
      phrases[known].roles.append(role)
    } else {
      index[words] = phrases.count
      phrases.append(Built(words: words, roles: [role], isName: isName))
    }
  }

  /// Likewise where words hang on others behind an apostrophe: "'dan önce".
  private static func wordsWithSuffixes(
    of text: String, _ wordTable: inout WordTable
  ) -> [Int32] {
    text.split(separator: " ").flatMap { word -> [Int32] in
      if let suffix = LexiconWords.suffix(String(word)) { return [wordTable.add(suffix)] }
      return words(of: String(word), &wordTable)
    }
  }

  /// The numbers of a phrase's words; hyphens are left out, since phrases pass over them.
  static func words(of text: String, _ wordTable: inout WordTable) -> [Int32] {
    var words: [Int32] = []
    for word in LexiconWords.folded(text) where word != [0x2D] || text == "-" {
      words.append(wordTable.add(word))
    }
    return words
  }
}

extension LexicalRole {
  fileprivate var begins: Lexicon.Beginnings {
    switch self {
    case .number: [.quantity, .moment]
    case .multiplier, .span, .half, .quarter, .one, .count, .plural, .prefixUnit: .quantity
    case .fixedClock, .openClock, .clockLead, .month, .weekday, .partOfDay, .relativeDay,
      .followingDay, .which, .week, .weekend, .zone, .local:
      .moment
    default: []
    }
  }
}
