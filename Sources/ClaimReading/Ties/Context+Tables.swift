import Claims
import Figures

extension FigureTies.Context {
  /// What a moment in a table belongs to: the row's place, and what its column's heading says that happened there.
  func cell() -> FigureTie? {
    guard sentence.contains(where: isBar), let place = rowPlace() else { return nil }
    let isFirst = !isBehindRow
    let event = rowEvent ?? headed() ?? (isFirst ? .departure : .arrival)
    return tie(.event(event, at: place), .listed, mode: mode)
  }

  private func isBar(_ token: Int) -> Bool { ties.reader.isSign(token, "|") }

  /// The first place of the row.
  private func rowPlace() -> MentionedPlace? {
    mentions.first { $0.tokens.lowerBound < figure.lowerBound && preposition(of: $0) != nil }
      .flatMap { self.place(of: $0) }
  }

  /// "Chicago, leave | 2:00 pm": what the row itself says that happened.
  private var rowEvent: ReportedEvent? {
    mentions.lazy.compactMap { mention in
      if case .event(let event) = mention.what, event.isTravel { event } else { nil }
    }.first
  }

  /// Whether another row with a clock time stands above.
  private var isBehindRow: Bool {
    let index = ties.sentences.index(of: figure.lowerBound)
    guard index > 0 else { return false }
    let above = ties.sentences.ranges[index - 1]
    return above.contains(where: isBar) && above.contains { ties.reader.tokens[$0].kind == .number }
  }

  /// The event that the heading of the figure's column names.
  private func headed() -> ReportedEvent? {
    let column = (sentence.lowerBound..<figure.lowerBound).count(where: isBar)
    var index = ties.sentences.index(of: figure.lowerBound)
    var head: Int?
    while index > 0, ties.sentences.ranges[index - 1].contains(where: isBar) {
      index -= 1
      head = index
    }
    guard let head else { return nil }
    let heading = ties.sentences.ranges[head]
    let named = ties.mentions(head).first { mention in
      guard case .event = mention.what else { return false }
      return (heading.lowerBound..<mention.tokens.lowerBound).count(where: isBar) == column
    }
    if case .event(let event)? = named?.what { return event }
    return nil
  }
}
