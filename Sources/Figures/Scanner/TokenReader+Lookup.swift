package import Chronology

extension TokenReader {
  /// Whether a number begins at a token.
  package func isNumber(at index: Int) -> Bool { number(at: index) != nil }

  /// The whole date that begins at a token, and the token behind it; nil for other days.
  package func date(at index: Int, _ parts: CalendarParts) -> (date: CivilDate, end: Int)? {
    guard let found = day(at: index, parts, nil), case .date(let date) = found.day else {
      return nil
    }
    return (date, found.end)
  }

  /// How long before or after a clock time begins at a token: 1 for after, -1 for before.
  package func isClockSide(_ index: Int) -> Bool { phrase(at: index, \.clockSide) != nil }
}
