/// A word, a number or a sign of a text.
struct Token: Hashable, Sendable {
  enum Kind: UInt8, Sendable {
    case word, number, sign
    /// The end of a paragraph or of a line that stands alone.
    case lineEnd
  }

  struct Traits: OptionSet, Hashable, Sendable {
    let rawValue: UInt8

    /// A blank stands before it.
    static let spaced = Traits(rawValue: 1)
    /// It begins with a capital letter.
    static let capital = Traits(rawValue: 2)
    /// A letter stands directly before it, or a hyphen behind a letter: "Su-35", "JS621".
    static let glued = Traits(rawValue: 4)
    /// It begins in the middle of a word that is written without blanks.
    static let inner = Traits(rawValue: 8)
  }

  /// Offsets in bytes, the end excluded.
  let start: Int32
  let end: Int32
  /// Its number in the vocabulary; -1 where it is not in it.
  let word: Int32
  let kind: Kind
  let traits: Traits

  var range: Range<Int> { Int(start)..<Int(end) }
}
