public import Quantities
public import Chronology

/// What a phrase can do in a sentence.
@usableFromInline
package enum LexicalRole: Sendable {
  case number(Double)
  case multiplier(Double)
  case half, andHalf, quarter, one, and
  /// Behind a number: "and a quarter".
  case andPart(Double)
  case count(Hedge)
  case unit(ValueUnit, onlyAfterDigits: Bool)
  /// Of a unit that stands before its number: Mach 0.8.
  case prefixUnit
  /// A plural that may stand without a number: "hours".
  case plural
  case takes
  case perHour
  /// A word before the number that makes a distance a speed: "시속 60㎞".
  case pace
  /// Words behind the numbers of a date: "4월 24일".
  case dayWord, monthWord, yearWord
  case hedge(Hedge)
  case hedgeBehind(Hedge)
  /// A noun or verb that makes the number after it a bound.
  case bound(Hedge)
  case average
  case between, from, to, inside, via, away, apart, there
  case am, pm, oclock
  /// A word for the hour behind its number: "10시", "21 Uhr", "16 часов".
  case clockHour
  /// Likewise for the minute.
  case clockMinute
  case clockBefore
  /// A word for the hour before its number: "saat 8", "الساعة 8".
  case clockHourBefore
  /// Of moments: "before 6 p.m.", "after noon".
  case clockBound(Hedge)
  case fixedClock(minutes: Int)
  /// A clock time in a word that either half of the day may have: "полседьмого".
  case openClock(minutes: Int)
  /// Minutes that words before or behind an hour add: "quarter to", "et demie".
  case clockLead(minutes: Int)
  case clockTail(minutes: Int)
  /// What makes a span before it a clock time: 1 for after, -1 for before.
  case clockSide(Int)
  /// "near", where a distance is asked for and no number given.
  case near
  case local
  case zone(String)
  case month(Int)
  case weekday(Weekday)
  case partOfDay(String)
  case week, weekend, midweek
  case which(TimeExpression.Which)
  case relativeDay(Int)
  /// Days from the one told before: "the following day".
  case followingDay(Int)
  case later
  /// Beside days: so long before the report.
  case ago
  /// "a day ahead of"
  case ahead
  /// What may stand between the parts of a moment and says nothing.
  case filler
  case event(ReportedEvent)
  case clause
  case journey
  case wholeTrip
  case previous
  /// What denies the figure behind it, and before it.
  case negation, negationBehind
  /// What denies a whole sentence: "it is false that".
  case denial
  /// A verb that goes from one value to another: "cut from ten hours to four".
  case change
  /// Beside a figure: it is of something else than a way, such as a stop, a queue or an altitude.
  case elsewhere
  /// What moves and is no vehicle: "wind", "missile".
  case natural
  /// A span by a word of its own, in minutes: "полчаса".
  case span(minutes: Double)
  /// Beside a figure: it is a difference to something else.
  case comparison
  /// A verb of the past, which ends what a forecast before it reaches.
  case past
  /// Words that look like others and say nothing: "not only".
  case aside
  case distanceKind(DistanceKind)
  case means(Means)
  case cue(Cue)
  /// What stands apart from its verb at the end of a clause: "fuhr … ab".
  case particle(ReportedEvent)
  /// Words of origin that are those of possession too: "de", "von".
  case genitive
  /// "the", "der": no town stands directly behind it.
  case article
  /// What stands before or behind the name of a station: "gare de", "station".
  case station
  case modality(Modality)
  case excludedBehind
  /// Words of the change of gauge.
  case gauge
  /// "first", of a meeting.
  case first
  /// Of people, that are places' names, too.
  case firstName
  case vehicle
  case border
  case capital
  case country(String)
  case place([Int])
}
