import Chronology
import Figures

/// The day of a report and where its head prints it, with the place: "PORT SUDAN, May 3, 2023 -", "Quito, 19 de junio de
/// 2024" on a line, "(강릉=중앙통신)". It says nothing of a journey.
struct Dateline {
  private(set) var date: CivilDate?
  /// Where place and day are printed.
  private(set) var ranges: [Range<Int>] = []

  /// How far from the top a day is looked for, in tokens.
  private static let head = 160
  /// Longer lines are text.
  private static let longestLine = 18
  private static let longestPlace = 20

  init(_ reader: TokenReader, _ parts: CalendarParts) {
    var start = 0
    while start < min(reader.tokens.count, Self.head) {
      var end = start
      while end < reader.tokens.count, reader.tokens[end].kind != .lineEnd { end += 1 }
      if let range = Self.placeAndDash(start..<end, reader) ?? Self.bracket(start..<end, reader) {
        add(range, reader, parts)
      } else if end - start <= Self.longestLine, !Self.isSentence(start..<end, reader),
        Self.isStill(start..<end, reader),
        (start..<end).contains(where: { reader.date(at: $0, parts) != nil })
      {
        add(start..<end, reader, parts)
      }
      start = end + 1
    }
  }

  private mutating func add(_ range: Range<Int>, _ reader: TokenReader, _ parts: CalendarParts) {
    ranges.append(range)
    if date == nil { date = range.lazy.compactMap { reader.date(at: $0, parts)?.date }.first }
  }

  /// "SYDNEY, February 14, 2024 -": names, days and brackets up to a dash, and text behind it.
  private static func placeAndDash(_ line: Range<Int>, _ reader: TokenReader) -> Range<Int>? {
    guard
      let dash = line.prefix(longestPlace).first(where: { index in
        reader.isLongDash(index) || reader.isDash(index) && reader.isDash(index + 1)
      }), dash > line.lowerBound, line.upperBound - dash > 6,
      isStill(line.lowerBound..<dash, reader)
    else { return nil }
    var depth = 0
    for index in line.lowerBound..<dash {
      if reader.isSign(index, "([") { depth += 1 }
      if reader.isSign(index, ")]") { depth -= 1 }
      let token = reader.tokens[index]
      guard token.kind == .word, depth == 0, !token.traits.contains(.capital) else { continue }
      guard token.range.count <= 3 || reader.phrase(at: index, \.month) != nil else { return nil }
    }
    let behind = reader.isDash(dash + 1) ? dash + 2 : dash + 1
    // "Moscow – Vladivostok in six days" is a way.
    let isWay =
      reader.phrase(at: behind) { role -> Bool? in if case .place = role { true } else { nil } }
      != nil
    return isWay ? nil : line.lowerBound..<behind
  }

  /// "(강릉=중앙통신)", "(Seoul = Agency)"
  private static func bracket(_ line: Range<Int>, _ reader: TokenReader) -> Range<Int>? {
    guard reader.isSign(line.lowerBound, "(["),
      let end = line.prefix(longestPlace).first(where: { reader.isSign($0, ")]") }),
      (line.lowerBound..<end).contains(where: { reader.isSign($0, "=/") })
    else { return nil }
    return line.lowerBound..<(end + 1)
  }

  /// Whether a line ends as sentences do: no place and day on a line of their own end so.
  private static func isSentence(_ line: Range<Int>, _ reader: TokenReader) -> Bool {
    line.upperBound - line.lowerBound > 6 && reader.isSign(line.upperBound - 1, ".!?")
  }

  /// Whether nobody travels in a line.
  private static func isStill(_ line: Range<Int>, _ reader: TokenReader) -> Bool {
    !line.contains { index in
      reader.phrase(at: index) { role -> Bool? in
        if case .event(let event) = role, event.isTravel { true } else { nil }
      } != nil
    }
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
