import Claims
import Figures

extension FigureTies.Context {
  func has(_ what: Mention.What) -> Bool { mentions.contains { $0.what == what } }

  func has(_ what: (Mention.What) -> Bool) -> Bool { mentions.contains { what($0.what) } }

  /// The whole of the journey spoken of.
  func journey(_ reason: TieReason) -> FigureTie {
    let isPrevious = has(.previous)
    let to =
      isPrevious ? nearest { preposition(of: $0) == .to || preposition(of: $0) == .inside } : nil
    return tie(
      .journey(to: to.flatMap { place(of: $0) }, isPrevious: isPrevious),
      isPrevious ? .earlierJourney : reason, mode: mode)
  }

  /// "… where he arrived some six hours later": from the event before to this one.
  func later() -> FigureTie? {
    let events = travelEvents
    guard
      let last = events.last(where: { $0.token < figure.lowerBound })
        ?? events.first(where: { $0.token >= figure.upperBound })
    else { return nil }
    let earlier = events.last { $0.token < last.token }
    let place = last.place ?? lastPlace(before: last.token, besides: nil)
    let start =
      earlier?.place ?? (earlier == nil || earlier?.event == .departure ? ends?.from : nil)
    return tie(
      .between(earlier?.event ?? .departure, start, last.event, place),
      earlier == nil ? .later : .laterThanEvent, mode: mode)
  }

  /// "arrived on Wednesday, a day ahead of the summit": from the event before to the one behind.
  func ahead() -> FigureTie? {
    let follows = mentions.contains {
      if case .ahead = $0.what { $0.tokens.lowerBound == figure.upperBound } else { false }
    }
    func event(_ mention: Mention) -> ReportedEvent? {
      if case .event(let event) = mention.what, event != .speech { event } else { nil }
    }
    guard follows,
      let one = mentions.last(where: {
        event($0) != nil && $0.tokens.upperBound <= figure.lowerBound
      }),
      let other = mentions.first(where: {
        event($0) != nil && $0.tokens.lowerBound >= figure.upperBound
      }),
      let from = event(one), let to = event(other)
    else { return nil }
    return tie(.between(from, eventPlace(one), to, eventPlace(other)), .aheadOfEvent, mode: nil)
  }
}
