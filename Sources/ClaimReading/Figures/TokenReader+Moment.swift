import Chronology
import Claims

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
    if moment.clock == nil, let found = clock(at: index) {
      moment.clock = found.clock
      moment.hasMinutes = found.hasMinutes
      moment.isHalfDayOpen = found.isOpen
      if let part = moment.part { moment.reconcile(part) }
      isSure = true
      return found.end
    }
    if moment.day == nil, let found = day(at: index, parts, moment.part?.name) {
      moment.day = found.day
      if found.takesPart { moment.part = nil }
      isSure = true
      return found.end
    }
    if case .weekday? = moment.day, let found = day(at: index, parts, nil) {
      // "dimanche après-midi 10 septembre 2023": the date behind the weekday.
      switch found.day {
      case .date, .monthDay:
        moment.day = found.day
        return found.end
      default: break
      }
    }
    if moment.clock == nil, moment.day != nil || moment.part != nil,
      let hedge = phrase(at: index, \.hedge), clock(at: hedge.end) != nil
    {
      // "в воскресенье около 16:30"
      moment.hedge = hedge.payload
      return hedge.end
    }
    if moment.zone == nil, moment.clock != nil,
      let found = phrase(
        at: index,
        { role -> String? in
          switch role {
          case .zone(let zone): zone
          case .local: ""
          default: nil
          }
        })
    {
      if found.payload.isEmpty { moment.isLocal = true } else { moment.zone = found.payload }
      return offset(at: found.end, &moment) ?? found.end
    }
    if moment.part == nil,
      let found = phrase(
        at: index,
        { role -> String? in
          if case .partOfDay(let name) = role { name } else { nil }
        }), let part = parts[day: found.payload]
    {
      moment.part = part
      if moment.clock != nil { moment.reconcile(part) }
      // "early" alone is no moment; a day must follow.
      if moment.clock == nil, !["early", "late"].contains(part.name) { isSure = true }
      return found.end
    }
    return nil
  }

  private func hedges(before index: Int, _ moment: inout Moment) -> Int {
    var start = index
    if phrase(endingAt: start, \.hedge) == nil,
      let before = phrase(endingAt: start, { if case .clockBefore = $0 { true } else { nil } }),
      phrase(endingAt: before.start, \.hedge) != nil
    {
      start = before.start
    }
    for _ in 0..<2 {
      guard let found = phrase(endingAt: start, \.hedge) else { break }
      if moment.hedge == .bare { moment.hedge = found.payload }
      start = found.start
      if let before = phrase(endingAt: start, { if case .clockBefore = $0 { true } else { nil } }),
        phrase(endingAt: before.start, \.hedge) != nil
      {
        start = before.start
      }
    }
    if moment.hedge == .bare, let found = phrase(endingAt: start, { $0.bound }) {
      moment.hedge = found.payload
    }
    return start
  }

  // MARK: Zones

  /// "(local time)", "(Moscow Time)", "(09:00 мск)" behind a clock time.
  private func zoneInBrackets(at index: Int, _ moment: inout Moment) -> Int? {
    guard moment.clock != nil || moment.part != nil else { return nil }
    // A quotation mark may close before the bracket.
    var open = index
    while open < tokens.count, open - index < 2, tokens[open].kind == .sign, !isSign(open, "(") {
      open += 1
    }
    guard isSign(open, "(") else { return nil }
    guard
      let zone = phrase(
        at: open + 1,
        { role -> String? in
          switch role {
          case .zone(let zone): zone
          case .local: ""
          default: nil
          }
        })
    else { return nil }
    if zone.payload.isEmpty {
      moment.isLocal = true
    } else if moment.zone == nil {
      moment.zone = zone.payload
    }
    let end = offset(at: zone.end, &moment) ?? zone.end
    return isSign(end, ")") ? end + 1 : end
  }

  /// "+9" or "+04:00" behind UTC or GMT.
  private func offset(at index: Int, _ moment: inout Moment) -> Int? {
    guard moment.zone == "UTC", isSign(index, "+-"), index + 1 < tokens.count,
      tokens[index + 1].kind == .number, !tokens[index + 1].traits.contains(.spaced),
      let parts = Self.clockParts(Array(bytes[tokens[index + 1].range]), [0x3A]), parts.hour <= 14
    else { return nil }
    let sign = isSign(index, "+") ? "+" : "-"
    let two = { (value: Int) in value < 10 ? "0\(value)" : "\(value)" }
    moment.zone = "\(sign)\(two(parts.hour)):\(two(parts.minute ?? 0))"
    return index + 2
  }
}

extension Moment {
  /// A clock time beside a part of the day lies in it.
  mutating func reconcile(_ part: PartOfDay) {
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
