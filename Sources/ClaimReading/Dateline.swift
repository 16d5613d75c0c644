import Chronology
import Figures

/// The day of a report, as its head prints it.
struct Dateline {
  let date: CivilDate?
  /// Where it is printed.
  let tokens: Range<Int>

  /// How far from the top a dateline is looked for, in tokens.
  private static let head = 160

  init(_ reader: TokenReader, _ parts: CalendarParts) {
    var found: CivilDate?
    var range = 0..<0
    for index in reader.tokens.indices.prefix(Self.head) {
      guard let day = reader.date(at: index, parts) else { continue }
      // A date in the middle of a sentence is what the report tells of; one near a line's end is its own.
      var ends = false
      for place in day.end..<min(reader.tokens.count, day.end + 12) {
        if reader.tokens[place].kind == .lineEnd { ends = true }
      }
      if ends || day.end >= reader.tokens.count {
        found = day.date
        range = index..<day.end
        break
      }
    }
    date = found
    tokens = range
  }
}

extension Dateline {
  /// "Seoul/Vladivostok, September 12 -" at the beginning of a paragraph.
  static func isPlaceLine(_ tokens: Range<Int>, _ sentences: Sentences, _ reader: TokenReader)
    -> Bool
  {
    let sentence = sentences.ranges[sentences.index(of: tokens.lowerBound)]
    return tokens.lowerBound - sentence.lowerBound <= 6 && reader.isDash(tokens.upperBound)
      && tokens.upperBound < reader.tokens.count
      && reader.tokens[tokens.upperBound].traits.contains(.spaced)
  }
}
