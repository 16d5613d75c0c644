import Chronology
import ClaimReading
import Claims

/// The days of articles: printed, given, or inferred from what another article says of the same event.
struct DatelineInference {
  private(set) var dates: [CivilDate?]
  /// What was inferred, in words.
  private(set) var notes: [String] = []

  init(_ articles: [ReadArticle]) {
    dates = articles.map(\.reading.dateline)
    for index in dates.indices where dates[index] == nil {
      guard let found = Self.firstMeeting(articles, index) else { continue }
      dates[index] = found.date
      notes.append(found.note)
    }
  }

  /// A first meeting on a weekday here is the first meeting of a month there.
  private static func firstMeeting(
    _ articles: [ReadArticle], _ index: Int
  ) -> (date: CivilDate, note: String)? {
    var meeting: (weekday: Weekday, isAhead: Bool)?
    guard articles[index].reading.figures.contains(where: \.isOfFirst) else { return nil }
    for figure in articles[index].reading.figures {
      guard case .event(.meeting, _) = figure.tie.target, case .moment(let moment) = figure.value,
        case .weekday(let weekday, _)? = moment.day
      else { continue }
      meeting = (weekday, figure.modality == .forecast)
      break
    }
    guard let meeting else { return nil }
    for (other, article) in articles.enumerated() where other != index {
      for figure in article.reading.figures where figure.isOfFirst {
        guard case .event(.meeting, _) = figure.tie.target, case .moment(let moment) = figure.value,
          case .month(let month, let year?)? = moment.day,
          let last = lastDay(of: meeting.weekday, year, month)
        else { continue }
        return (
          meeting.isAhead ? last.advanced(byDays: -1) : last,
          "\(articles[index].name) prints no date. Its first meeting, on a \(meeting.weekday.name), is taken for "
            + "that of \(TimeExpression(month: month, year: year).notation) in \(article.name), on the last "
            + "\(meeting.weekday.name) of the month."
        )
      }
    }
    return nil
  }

  private static func lastDay(of weekday: Weekday, _ year: Int, _ month: Int) -> CivilDate? {
    let last = (28...31).compactMap { CivilDate(year: year, month: month, day: $0) }.last
    return last.map { weekday.resolved(against: $0, ahead: false) }
  }
}

extension TimeExpression {
  fileprivate init(month: Int, year: Int) {
    self.init(
      hedge: .bare, day: .month(year: year, month: month), clock: nil, hasMinutes: true,
      isHalfDayOpen: false, part: nil, zone: nil)
  }
}
