import Chronology
import ClaimReading
import Claims
import Gazetteer

/// What one article tells of one journey, as far as its figures go.
struct DraftAccount {
  let article: Int
  let mode: TravelMode
  /// Whether it is an earlier journey that the article looks back on.
  let isPrevious: Bool
  /// Indices into the article's figures.
  var figures: [Int] = []
  /// The days that its travel figures name.
  var days: [CivilDate] = []
  /// Places with what happened there, in the text's order.
  var events: [(event: ReportedEvent, place: String?)] = []
  /// Places of which one was before the other.
  var order: [(String, String)] = []
}

/// Journeys put together from what several articles tell.
struct DraftJourney {
  var accounts: [DraftAccount]
  let mode: TravelMode
  var id = ""
  /// Identifiers of places in travel order.
  var stops: [String] = []
  /// The stop that was taken for granted, with why.
  var assumedStart: (place: String, why: String)?

  var days: [CivilDate] { accounts.flatMap(\.days).sorted { $0.dayNumber < $1.dayNumber } }

  var date: CivilDate? { days.first }
}

extension CivilDate {
  /// Days since a fixed day, for differences.
  var dayNumber: Int {
    let years = year - 1
    let leap = year.isMultiple(of: 4) && (!year.isMultiple(of: 100) || year.isMultiple(of: 400))
    let before = [0, 31, 59, 90, 120, 151, 181, 212, 243, 273, 304, 334]
    return years * 365 + years / 4 - years / 100 + years / 400 + before[max(1, min(12, month)) - 1]
      + (leap && month > 2 ? 1 : 0) + day
  }
}
