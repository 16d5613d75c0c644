/// How much of a first screen is shown. What matters least goes first: what was assumed, the last reports, the names in
/// the explanation, at last the words of each part.
struct SummaryLength {
  /// How many reports have a place of their own.
  var points: Int
  /// How many reports of one sort the simplest explanation names.
  var names = Int.max
  /// How many paragraphs stand at the foot: the explanation, which places names are taken to mean, and what was assumed.
  var foot = 1
  /// Characters of each paragraph.
  var text = Int.max
  /// Characters of the title.
  var title = 200

  /// All of it.
  static func whole(points: Int) -> SummaryLength { SummaryLength(points: points, foot: 3) }

  /// What is tried one after another, each shorter than the one before in what matters least.
  static func steps(points: Int) -> [SummaryLength] {
    func counts(from first: Int, to last: Int) -> [Int] {
      Array(stride(from: first, through: min(first, last), by: -1))
    }
    return counts(from: points, to: 4).map { SummaryLength(points: $0) }
      + counts(from: points, to: 1).map { SummaryLength(points: $0, names: 2) }
      + [320, 160, 80].flatMap { text in
        counts(from: min(points, 3), to: 1).map {
          SummaryLength(points: $0, names: 1, text: text, title: text)
        }
      } + [SummaryLength(points: min(points, 1), foot: 0, text: 60, title: 60)]
  }
}

extension Line {
  /// The line, or its first words that fit in a number of characters, with an ellipsis.
  func cut(to limit: Int) -> Line {
    guard text.count > limit else { return self }
    var left = max(1, limit - 2)
    var kept: [Span] = []
    for span in spans {
      guard span.text.count > left else {
        kept.append(span)
        left -= span.text.count
        continue
      }
      let head = span.text.prefix(left)
      // A word is cut only if it is all there is.
      let end =
        head.lastIndex(where: \.isWhitespace) ?? (kept.isEmpty ? head.endIndex : head.startIndex)
      kept.append(Span(text: head[..<end] + " …", style: span.style))
      break
    }
    return Line(spans: kept)
  }
}

extension Story.Point {
  /// The point with each of its paragraphs cut.
  func cut(to limit: Int) -> Story.Point {
    Story.Point(
      mark: mark, line: line.cut(to: limit),
      below: below.map { block in
        guard case .paragraph(let line) = block else { return block }
        return .paragraph(line.cut(to: limit))
      })
  }
}
