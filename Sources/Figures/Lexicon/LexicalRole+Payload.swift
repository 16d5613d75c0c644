package import Chronology

/// What a role carries, and of those that carry nothing whether it is one.
extension LexicalRole {
  package var number: Double? { if case .number(let value) = self { value } else { nil } }
  package var multiplier: Double? { if case .multiplier(let value) = self { value } else { nil } }
  package var hedge: Hedge? { if case .hedge(let hedge) = self { hedge } else { nil } }
  package var hedgeBehind: Hedge? { if case .hedgeBehind(let hedge) = self { hedge } else { nil } }
  package var bound: Hedge? { if case .bound(let hedge) = self { hedge } else { nil } }
  package var fixedClock: Int? { if case .fixedClock(let minutes) = self { minutes } else { nil } }
  package var openClock: Int? { if case .openClock(let minutes) = self { minutes } else { nil } }
  package var clockLead: Int? { if case .clockLead(let minutes) = self { minutes } else { nil } }
  package var clockTail: Int? { if case .clockTail(let minutes) = self { minutes } else { nil } }
  package var clockSide: Int? { if case .clockSide(let side) = self { side } else { nil } }
  package var span: Double? { if case .span(let minutes) = self { minutes } else { nil } }
  package var count: Hedge? { if case .count(let hedge) = self { hedge } else { nil } }
  package var isAnd: Bool { if case .and = self { true } else { false } }
  package var isHalf: Bool { if case .half = self { true } else { false } }
  package var isAndHalf: Bool { if case .andHalf = self { true } else { false } }
  package var andPart: Double? { if case .andPart(let part) = self { part } else { nil } }
  package var isQuarter: Bool { if case .quarter = self { true } else { false } }
  package var isOne: Bool { if case .one = self { true } else { false } }
  package var isPlural: Bool { if case .plural = self { true } else { false } }
  package var isTakes: Bool { if case .takes = self { true } else { false } }
  package var isPerHour: Bool { if case .perHour = self { true } else { false } }
  package var isPrefixUnit: Bool { if case .prefixUnit = self { true } else { false } }
  package var isBetween: Bool { if case .between = self { true } else { false } }
  package var isFrom: Bool { if case .from = self { true } else { false } }
  package var isTo: Bool { if case .to = self { true } else { false } }
  package var isAverage: Bool { if case .average = self { true } else { false } }
  package var isExcludedBehind: Bool { if case .excludedBehind = self { true } else { false } }
  package var zone: String? { if case .zone(let name) = self { name } else { nil } }
  package var month: Int? { if case .month(let month) = self { month } else { nil } }
  package var weekday: Weekday? { if case .weekday(let weekday) = self { weekday } else { nil } }
  package var which: TimeExpression.Which? {
    if case .which(let which) = self { which } else { nil }
  }
  package var relativeDay: Int? { if case .relativeDay(let days) = self { days } else { nil } }
  package var followingDay: Int? { if case .followingDay(let days) = self { days } else { nil } }
  package var partOfDay: String? { if case .partOfDay(let name) = self { name } else { nil } }
  package var country: String? { if case .country(let code) = self { code } else { nil } }
  package var clockBound: Hedge? { if case .clockBound(let hedge) = self { hedge } else { nil } }
  package var isClockHourBefore: Bool { if case .clockHourBefore = self { true } else { false } }
  package var isWholeTrip: Bool { if case .wholeTrip = self { true } else { false } }
  package var isAside: Bool { if case .aside = self { true } else { false } }
  package var isClockBefore: Bool { if case .clockBefore = self { true } else { false } }
  package var isClockHour: Bool { if case .clockHour = self { true } else { false } }
  package var isClockMinute: Bool { if case .clockMinute = self { true } else { false } }
  package var isOclock: Bool { if case .oclock = self { true } else { false } }
  package var isLocal: Bool { if case .local = self { true } else { false } }
  package var isInside: Bool { if case .inside = self { true } else { false } }
  package var isVia: Bool { if case .via = self { true } else { false } }
  package var isJourney: Bool { if case .journey = self { true } else { false } }
  package var isAgo: Bool { if case .ago = self { true } else { false } }
  package var isPace: Bool { if case .pace = self { true } else { false } }
  package var isDayWord: Bool { if case .dayWord = self { true } else { false } }
  package var isMonthWord: Bool { if case .monthWord = self { true } else { false } }
  package var isYearWord: Bool { if case .yearWord = self { true } else { false } }
  package var isFirstName: Bool { if case .firstName = self { true } else { false } }
  package var isGenitive: Bool { if case .genitive = self { true } else { false } }
  package var isArticle: Bool { if case .article = self { true } else { false } }
  package var isStation: Bool { if case .station = self { true } else { false } }
  package var particle: ReportedEvent? {
    if case .particle(let event) = self { event } else { nil }
  }
  package var cue: Cue? { if case .cue(let cue) = self { cue } else { nil } }
  package var means: Means? { if case .means(let means) = self { means } else { nil } }
  package var isNear: Bool { if case .near = self { true } else { false } }
  package var isFiller: Bool { if case .filler = self { true } else { false } }
  package var unit: ValueUnit? { if case .unit(let unit, _) = self { unit } else { nil } }
  package var isAnyNumber: Bool {
    switch self {
    case .number, .multiplier: true
    default: false
    }
  }
  /// The half of the day: true behind noon.
  package var isPM: Bool? {
    switch self {
    case .am: false
    case .pm: true
    default: nil
    }
  }
}
