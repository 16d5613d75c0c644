import Chronology
import Quantities

extension TokenReader {
  struct ReadDay {
    let day: Moment.Day
    let end: Int
    /// Whether "early" or "late" before it belongs to the week and not to the day.
    let takesPart: Bool
    /// The weekday that goes before a date without a year.
    var weekday: Weekday?
  }

  /// A day that begins at a token: a weekday, a date in any notation, "today", "this week".
  func day(at index: Int, _ parts: CalendarParts, _ part: String?) -> ReadDay? {
    guard index < tokens.count else { return nil }
    if tokens[index].kind == .number {
      return numericDates(at: index) ?? days(at: index) ?? dayAndMonth(at: index)
        ?? counted(at: index) ?? wholeYear(at: index)
    }
    if let found = phrase(at: index, \.relativeDay) {
      return ReadDay(day: .relative(found.payload), end: found.end, takesPart: false)
    }
    if let found = phrase(at: index, \.followingDay) {
      // Of "the next evening" the evening is read behind the day.
      let part = phrase(at: found.end - 1, \.partOfDay)
      let hasPart = part.map { $0.end == found.end } ?? false && found.end - 1 > index
      return ReadDay(
        day: .following(found.payload), end: hasPart ? found.end - 1 : found.end,
        takesPart: false)
    }
    var which = TimeExpression.Which.nearest
    var place = index
    if let found = phrase(at: index, \.which) {
      (which, place) = (found.payload, found.end)
    }
    if let found = phrase(at: place, \.weekday), !isSmallAbbreviation(place, found.end) {
      if var date = monthDay(behind: found.end) {
        date.weekday = found.payload
        return date
      }
      return ReadDay(day: .weekday(found.payload, which), end: found.end, takesPart: false)
    }
    if place > index, which == .last, let date = counted(at: place),
      case .dayOfMonth(let day, _) = date.day
    {
      return ReadDay(day: .dayOfMonth(day, isPast: true), end: date.end, takesPart: false)
    }
    if let week = week(at: place, from: index, which, parts, part) { return week }
    return place == index ? month(at: index) : nil
  }

  /// "in the sun." is no Sunday.
  private func isSmallAbbreviation(_ index: Int, _ end: Int) -> Bool {
    lexicon.language == "en" && tokens[index].range.count <= 5
      && !tokens[index].traits.contains(.capital)
  }

  /// "two days ago", "il y a deux jours": a day, by the day of the report.
  func daysAgo(_ quantity: ReadQuantity) -> ReadMoment? {
    let value = quantity.value
    guard value.unit.symbol == "d", value.hedge == .bare, value.upperNumber == nil,
      value.number.value == value.number.value.rounded(), (1...31).contains(value.number.value)
    else { return nil }
    var tokens = quantity.tokens
    if let end = has(tokens.upperBound, \.isAgo) {
      tokens = tokens.lowerBound..<end
    } else if let start = start(endingAt: tokens.lowerBound, \.isAgo) {
      tokens = start..<tokens.upperBound
    } else {
      return nil
    }
    return ReadMoment(
      moment: Moment(day: .relative(-Int(held: value.number.value))), tokens: tokens,
      start: tokens.lowerBound)
  }

  /// "this week", "last weekend"; "early this week" where "early" went before.
  private func week(
    at index: Int, from start: Int, _ which: TimeExpression.Which, _ parts: CalendarParts,
    _ part: String?
  ) -> ReadDay? {
    let found = phrase(at: index) { role -> String? in
      switch role {
      case .week: "week"
      case .weekend: "weekend"
      case .midweek: "midweek"
      default: nil
      }
    }
    // "a whole week" is a span; the week of the report has a word before it.
    guard let found,
      found.end > index + 1 || part != nil || index > start || found.payload == "midweek"
    else { return nil }
    let name = found.payload == "week" ? part ?? "week" : found.payload
    guard let week = parts[week: name] ?? parts[week: found.payload] else { return nil }
    return ReadDay(day: .week(week, which), end: found.end, takesPart: part != nil)
  }

  /// The date behind a weekday: "Wednesday, April 24", "Mittwoch, 24. April".
  private func monthDay(behind index: Int) -> ReadDay? {
    var place = index
    if isSign(place, ",") { place += 1 }
    guard place > index || place < tokens.count else { return nil }
    if place < tokens.count, tokens[place].kind == .number { return dayAndMonth(at: place) }
    guard let date = month(at: place), case .monthDay = date.day else {
      guard let date = month(at: place), case .date = date.day else { return nil }
      return date
    }
    return date
  }

  /// "Rio de Janeiro": a name goes on behind a small word.
  private func isWithinName(_ index: Int) -> Bool {
    index > 1 && tokens[index].traits.contains(.capital) && tokens[index - 1].kind == .word
      && tokens[index - 1].range.count <= 3 && !tokens[index - 1].traits.contains(.capital)
      && tokens[index - 2].kind == .word && tokens[index - 2].traits.contains(.capital)
      && tokens[index - 2].word < 0
  }

  /// "April 24, 2019", "April 2019", "April 24".
  private func month(at index: Int) -> ReadDay? {
    guard let found = phrase(at: index, \.month) else { return nil }
    var place = found.end
    if isSign(place, ".") { place += 1 }
    // Months that go before the day have capitals: Polish "mają 12 wagonów" is no May.
    if asked != nil || tokens[index].traits.contains(.capital),
      let day = whole(at: place, 1...31, digits: 1...2), !isClock(place)
    {
      var end = day.end
      if let ordinal = ordinal(at: end) { end = ordinal }
      if let last = lastDay(at: end, from: index), last.value > day.value {
        let year = year(at: isSign(last.end, ",") ? last.end + 1 : last.end)
        return days(found.payload, day.value...last.value, year, last.end)
      }
      let year = year(at: isSign(end, ",") ? end + 1 : end)
      return date(found.payload, day.value, year?.value, year?.end ?? end)
    }
    // "31 April 2024" is no April: the day before it was no day of the month.
    if index > 0, whole(at: index - 1, 1...31, digits: 1...2) != nil { return nil }
    if let year = year(at: place) {
      return ReadDay(
        day: .month(month: found.payload, year: year.value), end: year.end, takesPart: true)
    }
    // A bare "May" or "march" is no month; behind "in", "late" and the like it is.
    guard tokens[index].traits.contains(.capital) || bytes[Int(tokens[index].start)] >= 0x80,
      !isWithinName(index),
      let before = phrase(
        endingAt: index,
        { role -> Bool? in
          switch role {
          case .inside, .clockBefore, .from, .which, .partOfDay: true
          default: nil
          }
        }), before.start < index
    else { return nil }
    return ReadDay(
      day: .month(month: found.payload, year: nil), end: found.end, takesPart: true)
  }

  /// "4-5 August 2001", "between 4 and 5 August".
  func days(at index: Int) -> ReadDay? {
    guard let first = whole(at: index, 1...31, digits: 1...2) else { return nil }
    var place = ordinal(at: first.end) ?? first.end
    guard let last = lastDay(at: place, from: index), last.value > first.value else { return nil }
    place = last.end
    if isSign(place, ".") { place += 1 }
    if let of = has(place, isOf) { place = of }
    guard let month = phrase(at: place, \.month) else { return nil }
    var yearPlace = isSign(month.end, ".,") ? month.end + 1 : month.end
    if let of = has(yearPlace, isOf) { yearPlace = of }
    return days(month.payload, first.value...last.value, year(at: yearPlace), month.end)
  }

  func days(
    _ month: Int, _ days: ClosedRange<Int>, _ year: (value: Int, end: Int)?, _ end: Int
  ) -> ReadDay? {
    guard CivilDate(year: year?.value ?? 2024, month: month, day: days.upperBound) != nil else {
      return nil
    }
    return ReadDay(
      day: .monthDays(month: month, days, year: year?.value), end: year?.end ?? end,
      takesPart: false)
  }

  /// The second day of a stretch, with what joins it to the first.
  func lastDay(at index: Int, from start: Int) -> (value: Int, end: Int)? {
    var place = index
    let isAsked = asked == .time
    // "4.-5. August", "4./5. August"
    if isSign(place, ".") && (isDash(place + 1) || isSign(place + 1, "/")) { place += 1 }
    if isDash(place) || isSign(place, "/") && isSign(place - 1, ".") {
      place += 1
    } else if isAsked || self.start(endingAt: start, \.isBetween) != nil,
      let and = has(place, \.isAnd)
    {
      place = and
    } else if isAsked || self.start(endingAt: start, \.isFrom) != nil,
      let to = has(isSign(place, ".") ? place + 1 : place, \.isTo)
    {
      place = to
    } else {
      return nil
    }
    guard let last = whole(at: place, 1...31, digits: 1...2) else { return nil }
    return (last.value, ordinal(at: last.end) ?? last.end)
  }

  /// "24 April 2019", "24. April", "24 апреля 2019 года", "12-Sep-2023".
  func dayAndMonth(at index: Int) -> ReadDay? {
    guard let day = whole(at: index, 1...31, digits: 1...2) else { return nil }
    var place = day.end
    if let ordinal = ordinal(at: place) { place = ordinal }
    if isSign(place, ".-") { place += 1 }
    if let of = has(place, isOf) { place = of }
    guard let month = phrase(at: place, \.month) else { return nil }
    var end = month.end
    if let of = has(end, isOf), year(at: of) != nil { end = of }
    if isSign(end, ".-,"), year(at: end + 1) != nil { end += 1 }
    let year = year(at: end)
    return date(month.payload, day.value, year?.value, year?.end ?? month.end)
  }

  private func isOf(_ role: LexicalRole) -> Bool {
    switch role {
    case .filler, .inside: true
    default: false
    }
  }

  /// "2019년 4월 24일", "4월 24일", "24일": each number with its word behind it.
  private func counted(at index: Int) -> ReadDay? {
    var place = index
    var (year, month): (Int?, Int?)
    func word(_ place: Int, _ wanted: (LexicalRole) -> Bool) -> Int? {
      guard place < tokens.count, !tokens[place].traits.contains(.spaced) else { return nil }
      return has(place, wanted)
    }
    if let found = whole(at: place, 1_800...2_199, digits: 4...4),
      let end = word(found.end, \.isYearWord)
    {
      (year, place) = (found.value, end)
    }
    if let found = whole(at: place, 1...12, digits: 1...2),
      let end = word(found.end, \.isMonthWord)
    {
      (month, place) = (found.value, end)
    }
    if let month, let days = countedDays(at: place, month, year) { return days }
    guard let day = whole(at: place, 1...31, digits: 1...2),
      let end = word(day.end, \.isDayWord)
    else {
      return month.map {
        ReadDay(day: .month(month: $0, year: year), end: place, takesPart: true)
      }
    }
    guard let month else {
      return ReadDay(day: .dayOfMonth(day.value, isPast: false), end: end, takesPart: false)
    }
    return date(month, day.value, year, end)
  }

  /// "4-5일", "4日至5日" behind a month.
  private func countedDays(at index: Int, _ month: Int, _ year: Int?) -> ReadDay? {
    guard let first = whole(at: index, 1...31, digits: 1...2) else { return nil }
    let behind = has(first.end, \.isDayWord) ?? first.end
    guard let joint = isDash(behind) ? behind + 1 : has(behind, \.isTo),
      let last = whole(at: joint, 1...31, digits: 1...2), last.value > first.value,
      let end = has(last.end, \.isDayWord)
    else { return nil }
    return days(month, first.value...last.value, year.map { ($0, end) }, end)
  }

  /// "in 2018", "в 2018 году".
  private func wholeYear(at index: Int) -> ReadDay? {
    guard let year = year(at: index), (1_800...2_199).contains(year.value),
      !tokens[index].traits.contains(.glued),
      asked == .time || start(endingAt: index, \.isInside) != nil
    else { return nil }
    if let unit = unit(at: year.end, afterDigits: true) {
      guard unit.unit.symbol == "year", !unit.isHung else { return nil }
      return ReadDay(day: .year(year.value), end: unit.end, takesPart: false)
    }
    // "in 2018 cars" counts something; a name or a small word may follow.
    return ReadDay(day: .year(year.value), end: year.end, takesPart: false)
  }

  func date(_ month: Int, _ day: Int, _ year: Int?, _ end: Int) -> ReadDay? {
    guard let year else {
      guard CivilDate(year: 2024, month: month, day: day) != nil else { return nil }
      return ReadDay(day: .monthDay(month: month, day: day), end: end, takesPart: false)
    }
    return CivilDate(year: year, month: month, day: day).map {
      ReadDay(day: .date($0), end: end, takesPart: false)
    }
  }

  func year(at index: Int) -> (value: Int, end: Int)? {
    // Other numbers of four digits are seldom years in an article.
    let years = asked == .time ? 0...9_999 : 1_800...2_199
    guard let found = whole(at: index, years, digits: 4...4) else { return nil }
    return (found.value, found.end)
  }

  func whole(
    at index: Int, _ range: ClosedRange<Int>, digits: ClosedRange<Int>
  ) -> (value: Int, end: Int)? {
    guard index < tokens.count, tokens[index].kind == .number,
      digits.contains(tokens[index].range.count),
      let value = Int(String(decoding: bytes[tokens[index].range], as: UTF8.self)),
      range.contains(value)
    else { return nil }
    return (value, index + 1)
  }

  /// "24th", "1st" hang their letters on the number.
  private func ordinal(at index: Int) -> Int? {
    guard index < tokens.count, tokens[index].kind == .word,
      !tokens[index].traits.contains(.spaced), tokens[index].range.count <= 3
    else { return nil }
    return index + 1
  }

  func isClock(_ index: Int) -> Bool {
    guard index + 1 < tokens.count else { return false }
    return phrase(at: index + 1) { role -> Bool? in
      switch role {
      case .am, .pm, .clockHour, .oclock: true
      default: nil
      }
    } != nil
  }
}
