import Quantities
import Chronology
import ClaimReading
import Claims
import Gazetteer

/// What one article tells of one journey, as far as its figures go.
struct DraftAccount {
  let article: Int
  /// Its number among the journeys of the article.
  let strand: Int
  let mode: TravelMode
  /// Whether it is an earlier journey that the article looks back on.
  let isPrevious: Bool
  /// Whether its words say nothing of what it was made by.
  var isModeAssumed = false
  /// Where the article says that it began and ended.
  var ends: (from: String?, to: String?) = (nil, nil)
  /// The article's word for the vehicle.
  var means: Means?
  /// Indices into the article's figures.
  var figures: Set<Int> = []
  /// The days that its travel figures name.
  var days: Set<CivilDate> = []
  /// Places with what happened there, in the text's order, each at most twice.
  private(set) var events: [(event: ReportedEvent, place: String?)] = []
  /// Places of which one was before the other.
  private(set) var order: [(String, String)] = []
  private var told: [[String]: Int] = [:]

  init(article: Int, strand: Int, mode: TravelMode, isPrevious: Bool) {
    self.article = article
    self.strand = strand
    self.mode = mode
    self.isPrevious = isPrevious
  }

  mutating func tell(_ event: ReportedEvent, _ place: String?) {
    if isNews([event.rawValue, place ?? ""]) { events.append((event, place)) }
  }

  mutating func tell(_ place: String, before other: String) {
    if isNews(["", place, other]) { order.append((place, other)) }
  }

  /// What is told a third time says nothing new.
  private mutating func isNews(_ words: [String]) -> Bool {
    told[words, default: 0] += 1
    return told[words, default: 0] <= 2
  }
}

/// Journeys put together from what several articles tell.
struct DraftJourney {
  var accounts: [DraftAccount]
  let mode: TravelMode
  var id = ""
  /// Identifiers of places in travel order.
  var stops: [String] = []
  /// Whether only figures that belong together are known of it, and not its ends.
  var isWay = false
  /// The figures of its article that are of parts of it, in the order of its stops.
  var parts: [Int] = []
  /// When it began and ended by the clock, where nothing else is known of it, and how that is judged.
  var clocks: ToldWay.Clocks?
  var clockedEnds: JourneyDrafter.ClockedEnds?
  /// Whether it stopped on the way at places that are not drafted.
  var hasUnknownStops = false
  /// The stop that was taken for granted, with why.
  var assumedStart: (place: String, why: String)?

  /// Where the articles say that it began and ended, as far as they agree.
  var ends: (from: String?, to: String?) {
    (only(accounts.compactMap(\.ends.from)), only(accounts.compactMap(\.ends.to)))
  }

  private func only(_ places: [String]) -> String? {
    Set(places).count == 1 ? places.first : nil
  }

  /// The articles' word for the vehicle.
  var means: Means? { accounts.lazy.compactMap(\.means).first }

  var isModeAssumed: Bool { accounts.allSatisfy(\.isModeAssumed) }

  var days: [CivilDate] { accounts.flatMap(\.days).sorted() }

  var date: CivilDate? { days.first }
}
