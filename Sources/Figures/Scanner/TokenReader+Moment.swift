import Chronology

extension TokenReader {
  struct ReadMoment {
    let moment: Moment
    let tokens: Range<Int>
    /// The tokens with what leads up to it: "at", "on the".
    let start: Int
  }

  /// A moment that begins at a token: a clock time, a day, a part of the day, in any order, side by side.
  func moment(at index: Int, _ parts: CalendarParts) -> ReadMoment? {
    var moment = Moment()
    var end = index
    var place = index
    var first: Int?
    var isSure = false
    while place - end <= 4, place < tokens.count, tokens[place].kind != .lineEnd {
      if let next = piece(at: place, into: &moment, parts, &isSure) {
        if first == nil { first = place }
        end = next
        place = next
      } else if first == nil {
        return nil
      } else if moment.zone == nil, !moment.isLocal, let next = zoneInBrackets(at: place, &moment) {
        end = next
        place = next
      } else if let next = filler(at: place) {
        place = next
      } else {
        break
      }
    }
    guard let first, isSure else { return nil }
    if let bracket = zoneInBrackets(at: end, &moment) { end = bracket }
    if moment.clock == nil, moment.day == nil, moment.part == nil { return nil }
    let before = hedges(before: first, &moment)
    end = hedges(behind: end, &moment)
    return ReadMoment(moment: moment, tokens: before..<end, start: before)
  }

  /// What stands between the parts of a moment and says nothing: ", on the", "of".
  private func filler(at index: Int) -> Int? {
    if isSign(index, ",") { return index + 1 }
    return phrase(at: index) { role -> Bool? in
      switch role {
      case .clockBefore, .filler, .one: true
      default: nil
      }
    }?.end
  }

  /// One part of a moment; nil where none begins here or the moment has such a part already.
  private func piece(
    at index: Int, into moment: inout Moment, _ parts: CalendarParts, _ isSure: inout Bool
  ) -> Int? {
    clockPiece(at: index, into: &moment, parts, &isSure)
      ?? dayPiece(at: index, into: &moment, parts, &isSure)
      ?? zonePiece(at: index, into: &moment)
      ?? partPiece(at: index, into: &moment, parts, &isSure)
  }

  private func clockPiece(
    at index: Int, into moment: inout Moment, _ parts: CalendarParts, _ isSure: inout Bool
  ) -> Int? {
    guard moment.clock == nil else { return nil }
    if let between = clocks(at: index) {
      moment.clock = between.first
      moment.upperClock = between.last
      moment.hasMinutes = between.hasMinutes
      moment.isHalfDayOpen = between.isOpen
      isSure = true
      return between.end
    }
    if moment.part == nil, let named = namedPart(at: index, parts) {
      moment.part = named.part
      isSure = true
      return named.end
    }
    guard let found = clock(at: index) else { return nil }
    moment.clock = found.clock
    moment.hasMinutes = found.hasMinutes
    moment.isHalfDayOpen = found.isOpen
    if let part = moment.part { moment.reconcile(part) }
    isSure = true
    return found.end
  }

  private func dayPiece(
    at index: Int, into moment: inout Moment, _ parts: CalendarParts, _ isSure: inout Bool
  ) -> Int? {
    if moment.day == nil, let found = day(at: index, parts, moment.part?.name) {
      (moment.day, moment.weekday) = (found.day, found.weekday)
      if found.takesPart { moment.part = nil }
      // "Sonntagmorgen" is both in one word.
      if moment.part == nil, let own = phrase(at: index, \.partOfDay), own.end == found.end,
        let part = parts[day: own.payload]
      {
        moment.part = part
        moment.reconcile(part)
      }
      isSure = true
      return found.end
    }
    if case .weekday(let weekday, _)? = moment.day, let found = day(at: index, parts, nil) {
      // "dimanche après-midi 10 septembre 2023": the date behind the weekday.
      switch found.day {
      case .date, .monthDay:
        (moment.day, moment.weekday) = (found.day, weekday)
        return found.end
      default: break
      }
    }
    guard moment.clock == nil, moment.day != nil || moment.part != nil,
      let hedge = phrase(at: index, \.hedge), clock(at: hedge.end) != nil
    else { return nil }
    // "в воскресенье около 16:30"
    moment.hedge = hedge.payload
    return hedge.end
  }

  private func zonePiece(at index: Int, into moment: inout Moment) -> Int? {
    let isBehind = moment.clock != nil || asked != nil
    if !moment.isLocal, let end = has(index, \.isLocal), isBehind || leadsToTime(end, index) {
      moment.isLocal = true
      return end
    }
    guard moment.zone == nil, let zone = zone(at: index), isBehind || leadsToTime(zone.end, index)
    else { return nil }
    moment.zone = zone.zone
    return zone.end
  }

  /// "当地时间上午10时", "日本時間の午後9時": where names have no capitals a zone goes before its clock time.
  private func leadsToTime(_ end: Int, _ index: Int) -> Bool {
    guard !hasCapitals(index) else { return false }
    return [end, phrase(at: end, \.isFiller)?.end].contains { place in
      place.map { clock(at: $0) != nil || phrase(at: $0, \.partOfDay) != nil } ?? false
    }
  }

  private func partPiece(
    at index: Int, into moment: inout Moment, _ parts: CalendarParts, _ isSure: inout Bool
  ) -> Int? {
    guard moment.part == nil, let found = phrase(at: index, \.partOfDay),
      let part = parts[day: found.payload]
    else { return nil }
    moment.part = part
    if moment.clock != nil { moment.reconcile(part) }
    // "early" alone is no moment; a day must follow.
    if moment.clock == nil, asked != nil || !["early", "late"].contains(part.name) {
      isSure = true
    }
    return found.end
  }

  /// Noon and midnight stand in a field for as long as the table of parts of the day says.
  private func namedPart(at index: Int, _ parts: CalendarParts) -> (part: PartOfDay, end: Int)? {
    guard asked == .time, let fixed = phrase(at: index, \.fixedClock),
      !isShifted(index)
    else { return nil }
    let words = String(decoding: bytes[bytes(of: index..<fixed.end)], as: UTF8.self)
    let usual = [720: "noon", 0: "midnight"][fixed.payload]
    return (parts[day: words] ?? usual.flatMap { parts[day: $0] }).map { ($0, fixed.end) }
  }

  /// "two hours before midnight": a span from a clock time, which is no stretch of the day.
  private func isShifted(_ index: Int) -> Bool {
    phrase(endingAt: index, \.clockSide).map { phrase(endingAt: $0.start, \.unit) != nil } ?? false
  }

  /// The end of a moment with what is behind it: "8点左右", "10시쯤", "saat 8'den önce"; its hedge is taken over.
  private func hedges(behind index: Int, _ moment: inout Moment) -> Int {
    guard moment.clock != nil, moment.upperClock == nil, moment.hedge == .bare else { return index }
    let found = phrase(at: index) { role -> Hedge? in
      // Before its noun a word such as "before" is of the next moment.
      if case .clockBound(let hedge) = role, lexicon.isVerbFinal || isInner(index) {
        hedge
      } else {
        role.hedgeBehind
      }
    }
    guard let found else { return index }
    moment.hedge = found.payload
    return found.end
  }

  private func isInner(_ index: Int) -> Bool { tokens[index].traits.contains(.inner) }

  /// Where what leads up to a moment begins; its hedge is taken over.
  private func hedges(before index: Int, _ moment: inout Moment) -> Int {
    var start = index
    if moment.upperClock != nil || moment.isStretch {
      // "entre las 9 y las 10"
      let places = [start, self.start(endingAt: start, \.isClockBefore)].compactMap(\.self)
      let opening = places.lazy.compactMap {
        self.start(endingAt: $0) { $0.isBetween || $0.isFrom }
      }.first
      start = opening ?? start
    }
    if phrase(endingAt: start, \.hedge) == nil,
      let before = self.start(endingAt: start, \.isClockBefore),
      phrase(endingAt: before, \.hedge) != nil
    {
      start = before
    }
    for _ in 0..<2 {
      guard let found = phrase(endingAt: start, \.hedge) else { break }
      if moment.hedge == .bare { moment.hedge = found.payload }
      start = found.start
      if let before = self.start(endingAt: start, \.isClockBefore),
        phrase(endingAt: before, \.hedge) != nil
      {
        start = before
      }
    }
    if moment.hedge == .bare, asked != nil || moment.clock != nil, moment.upperClock == nil,
      let found = phrase(endingAt: start, \.clockBound)
    {
      moment.hedge = found.payload
      start = found.start
    }
    if moment.hedge == .bare, let found = phrase(endingAt: start, \.bound) {
      moment.hedge = found.payload
    }
    return start
  }
}

extension Moment {
  /// Whether its day is one of several.
  fileprivate var isStretch: Bool {
    switch day {
    case .dates, .monthDays: true
    default: false
    }
  }

  private static let evening = 17.0

  /// A clock time beside a part of the day lies in it.
  mutating func reconcile(_ part: PartOfDay) {
    if let clock, clock.hour == 12, part.startHour >= Self.evening {
      // "晚上12点" is midnight.
      self.clock = ClockTime(hour: 0, minute: clock.minute)
      isHalfDayOpen = false
      return
    }
    guard let clock, isHalfDayOpen else { return }
    let fitting = [clock.hour, clock.hour + 12].compactMap {
      ClockTime(hour: $0, minute: clock.minute)
    }.filter { clock in
      let hour = Double(clock.minuteOfDay) / 60
      return [hour, hour + 24].contains { part.startHour <= $0 && $0 <= part.endHour }
    }
    if let only = fitting.first {
      self.clock = only
      isHalfDayOpen = fitting.count > 1
    }
  }
}
