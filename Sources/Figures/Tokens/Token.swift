/// A word, a number or a sign of a text.
@usableFromInline
package struct Token: Hashable, Sendable {
  @usableFromInline package enum Kind: UInt8, Sendable {
    case word, number, sign
    /// The end of a paragraph or of a line that stands alone.
    case lineEnd
  }

  @usableFromInline package struct Traits: OptionSet, Hashable, Sendable {
    @usableFromInline package let rawValue: UInt8

    @usableFromInline package init(rawValue: UInt8) { self.rawValue = rawValue }

    /// A blank stands before it.
    package static let spaced = Traits(rawValue: 1)
    /// It begins with a capital letter.
    package static let capital = Traits(rawValue: 2)
    /// A letter stands directly before it, or a hyphen behind a letter: "Su-35", "JS621".
    package static let glued = Traits(rawValue: 4)
    /// It begins in the middle of a word that is written without blanks.
    package static let inner = Traits(rawValue: 8)
  }

  /// Offsets in bytes, the end excluded.
  @usableFromInline package let start: Int32
  @usableFromInline package let end: Int32
  /// Its number in the vocabulary; -1 where it is not in it.
  @usableFromInline package let word: Int32
  @usableFromInline package let kind: Kind
  @usableFromInline package let traits: Traits

  package var range: Range<Int> { Int(start)..<Int(end) }
}
