import Quantities
public import ClaimReading
import Claims

extension Story {
  /// Articles as they stand, each figure marked and followed by its reading: green where it is tied, yellow where not.
  public init(reading articles: [ReadArticle]) {
    self.init()
    for article in articles {
      blocks.append(.heading(level: 1, Line(article.name, .strong)))
      let date = article.reading.dateline.map { "of \($0)" } ?? "without a date"
      blocks.append(
        .paragraph(
          Line(
            "\(article.reading.language), \(date), \(article.reading.figures.count) figures", .dim))
      )
      blocks += article.paragraphs.map { .paragraph($0) }
    }
  }
}

extension ReadArticle {
  fileprivate var paragraphs: [Line] {
    var lines: [Line] = []
    var start = 0
    let bytes = text.bytes
    var figures = reading.figures[...]
    while start < bytes.count {
      let end = bytes[start...].firstIndex(of: 0x0A) ?? bytes.count
      var spans: [Line.Span] = []
      var place = start
      while let figure = figures.first, figure.range.lowerBound < end {
        figures = figures.dropFirst()
        let range = max(place, figure.range.lowerBound)..<max(place, figure.range.upperBound)
        spans.append(Line.Span(text: text.text(place..<range.lowerBound), style: .plain))
        spans.append(
          Line.Span(text: text.text(range), style: figure.tie.isSure ? .good : .warning))
        spans.append(Line.Span(text: " [\(words(of: figure))]", style: .dim))
        place = range.upperBound
      }
      if place < end { spans.append(Line.Span(text: text.text(place..<end), style: .plain)) }
      let line = Line(spans: spans.filter { !$0.text.isEmpty })
      if line.text.contains(where: { !$0.isWhitespace }) { lines.append(line) }
      start = max(end, place) + 1
    }
    return lines
  }

  private func words(of figure: Figure) -> String {
    var words: [String]
    switch figure.value {
    case .quantity(let value): words = [value.notation]
    case .moment(let moment):
      let expression = moment.expression(
        dateline: reading.dateline, ahead: figure.modality == .forecast)
      words = [expression?.notation ?? "a day of an unknown year"]
    }
    words += figure.kinds.map(\.rawValue)
    if figure.modality != .stated { words.append(figure.modality.rawValue) }
    if let attribution = figure.attribution { words.append("“\(text.text(attribution))”") }
    let tie = figure.tie
    words.append(
      tie.confidence > 0 ? "\(tie.target.words), \(Numbers.fixed(tie.confidence, 2))" : "not tied")
    return words.joined(separator: "; ")
  }
}

extension FigureTie.Target {
  /// What a figure is tied to, for readers.
  var words: String {
    func name(_ place: MentionedPlace?) -> String { place?.name ?? "?" }
    switch self {
    case .leg(let from, let to): return "\(name(from)) → \(name(to))"
    case .event(let event, let place):
      return place.map { "\(event.rawValue) at \($0.name)" } ?? event.rawValue
    case .between(let one, let from, let other, let to):
      return "\(one.rawValue) \(name(from)) → \(other.rawValue) \(name(to))"
    case .journey(let to, let isPrevious):
      return (isPrevious ? "an earlier journey" : "the journey")
        + (to.map { " to \($0.name)" } ?? "")
    case .daily: return "a day of the journey"
    case .moving: return "under way on the journey"
    case .vehicle: return "the vehicle"
    case .gaugeChange: return "the change of gauge"
    case .nothing: return "not tied"
    }
  }
}
