public import Chronology
public import Figures

/// A day that a text names.
public struct DayMention: Sendable {
  /// Where, in bytes.
  public let range: Range<Int>
  public let sentence: Range<Int>
  public let day: TimeExpression.Day
  /// The day itself, if it is one day and not several.
  public let date: CivilDate?
  /// Whether its words make it one of another time, or of what is usual.
  public let isAside: Bool

  init?(_ figure: Figure, _ dateline: CivilDate?) {
    guard case .moment(let moment) = figure.value, moment.day != nil else { return nil }
    let isAhead = figure.modality == .forecast
    guard let expression = moment.expression(dateline: dateline, ahead: isAhead),
      let day = expression.day
    else { return nil }
    (range, sentence, self.day) = (figure.range, figure.sentence, day)
    date = expression.isOneDay ? expression.firstDay(against: dateline, ahead: isAhead) : nil
    isAside = [.otherTime, .usual, .elsewhere, .otherJourney, .denied].contains(figure.tie.reason)
  }
}

extension Figure {
  /// "on the same day", where no day was told before it.
  public var isOfUntoldDay: Bool {
    if case .moment(let moment) = value, case .following? = moment.day { true } else { false }
  }
}
