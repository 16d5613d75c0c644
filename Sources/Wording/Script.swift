/// A script other than the Latin one, by its letters (Unicode blocks).
public enum Script: String, CaseIterable, Sendable {
  case cyrillic, hangul

  /// Whether all letters of a text are of this script, and there is one.
  public func holds(_ text: String) -> Bool {
    let letters = text.unicodeScalars.filter(\.properties.isAlphabetic)
    return !letters.isEmpty && letters.allSatisfy { block.contains($0.value) }
  }

  private var block: ClosedRange<UInt32> {
    switch self {
    case .cyrillic: 0x0400...0x04FF
    case .hangul: 0xAC00...0xD7A3
    }
  }
}
