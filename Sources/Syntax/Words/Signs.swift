/// Which fine tags words without a letter or a digit have: marks of punctuation and signs such as % and $.
package struct Signs: Sendable {
  private let punctuation: UInt8
  private let symbol: UInt8

  /// - Parameter tags: the universal tag of each fine one; the first of a kind is taken.
  package init(_ tags: [UniversalTag]) {
    let punctuation = tags.firstIndex(of: .punctuation) ?? 0
    self.punctuation = UInt8(truncatingIfNeeded: punctuation)
    symbol = UInt8(truncatingIfNeeded: tags.firstIndex(of: .symbol) ?? punctuation)
  }

  package func tag(of atoms: WordAtoms) -> UInt8 {
    Self.symbols.contains(atoms.form) ? symbol : punctuation
  }

  private static let symbols = Set(
    [
      "%", "$", "€", "£", "¥", "₽", "₩", "₹", "°", "+", "=", "<", ">", "~", "^", "§", "&", "№", "©",
      "×", "≈", "±", "‰", "→", "℃", "°C", "℉", "@", "#",
    ].map { (text: String) in Array(text.utf8).withUnsafeBufferPointer { WordAtoms($0[...]).form } }
  )
}
