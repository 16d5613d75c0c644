extension TokenReader {
  struct ReadQuantity {
    let value: HedgedValue
    let tokens: Range<Int>
    /// Whether its unit hangs on it with a hyphen: "six-day trip".
    let isAdjective: Bool
    let isAverage: Bool
  }

  /// A quantity whose number begins at a token, with the hedges before and behind it.
  func quantity(at index: Int) -> ReadQuantity? {
    if let mach = has(index, \.isPrefixUnit), let number = number(at: mach) {
      return finish(index, number.end, number.number, nil, .mach, nil, isAdjective: false)
    }
    if let span = phrase(at: index, \.span) {
      let hours = ReadNumber(
        number: PrintedNumber(whole: span.payload / 60), end: span.end, isDigits: false)
      let whole = compound(hours, ReadUnit(unit: .hour, end: span.end, isHung: false))
      // "ساعتين و20 دقيقة": whole hours in a word go on with minutes.
      return whole.unit == .hour
        ? finish(
          index, span.end, PrintedNumber(whole: span.payload), nil, .minute, nil, isAdjective: false
        )
        : finish(index, whole.end, whole.number, nil, whole.unit, nil, isAdjective: false)
    }
    if let counted = counted(at: index) { return counted }
    if let clock = hoursAndMinutes(at: index) { return clock }
    // "0915 hours" is a time of the day.
    if fourDigits(at: index)?.first == 0x30 { return nil }
    guard let low = number(at: index) ?? one(at: index) else { return nil }
    if let range = range(from: low, at: index) { return range }
    if let hedged = hedgedWithin(low, at: index) { return hedged }
    guard let unit = unit(at: low.end, afterDigits: low.isDigits) else { return nil }
    let whole = compound(low, unit)
    return finish(index, whole.end, whole.number, nil, whole.unit, nil, isAdjective: unit.isHung)
  }

  /// "20여 시간", "20 с лишним часов", "20-plus hours": the hedge stands before the unit.
  private func hedgedWithin(_ low: ReadNumber, at index: Int) -> ReadQuantity? {
    guard
      let behind = phrase(at: isHyphen(low.end) ? low.end + 1 : low.end, \.hedgeBehind),
      let unit = unit(at: behind.end, afterDigits: low.isDigits)
    else { return nil }
    return finish(
      index, unit.end, low.number, nil, unit.unit, behind.payload, isAdjective: unit.isHung)
  }

  /// "an hour" and "a kilometre", where the article is the number.
  private func one(at index: Int) -> ReadNumber? {
    guard let end = has(index, \.isOne),
      unit(at: end, afterDigits: false)?.unit.dimension == .duration
        || has(index - 1, \.isTakes) != nil
    else { return nil }
    return ReadNumber(number: PrintedNumber(whole: 1), end: end, isDigits: false)
  }

  /// "a few hours", "several hundred kilometres", "hours".
  private func counted(at index: Int) -> ReadQuantity? {
    if let count = phrase(at: index, \.count) {
      var place = count.end
      var factor = 1.0
      if let many = phrase(at: place, \.multiplier) { (place, factor) = (many.end, many.payload) }
      guard let unit = unit(at: place, afterDigits: false) else { return nil }
      return ReadQuantity(
        value: HedgedValue(
          hedge: count.payload,
          number: PrintedNumber(value: factor, grain: factor, looksExact: false),
          unit: unit.unit), tokens: index..<unit.end, isAdjective: unit.isHung, isAverage: false)
    }
    guard let unit = unit(at: index, afterDigits: false), !unit.isHung, isPlural(index, unit.end)
    else { return nil }
    return ReadQuantity(
      value: HedgedValue(hedge: .plural, number: PrintedNumber(whole: 1), unit: unit.unit),
      tokens: index..<unit.end, isAdjective: false, isAverage: false)
  }

  /// Whether a unit without a number means several: "it took hours"; in a field the word alone does.
  private func isPlural(_ index: Int, _ end: Int) -> Bool {
    if has(index, \.isPlural) == end {
      return asked != nil || start(endingAt: index, \.isTakes) != nil
    }
    guard asked != nil, start(endingAt: index, \.isAnyNumber) == nil else { return false }
    let word = text(at: end - 1)
    return word.count > 3 && word.last == UInt8(ascii: "s")
  }

  private func range(from low: ReadNumber, at index: Int) -> ReadQuantity? {
    var place = low.end
    let lowUnit = unit(at: place, afterDigits: low.isDigits)
    if let lowUnit { place = lowUnit.end }
    let opening = phrase(endingAt: index) { role -> Bool? in
      role.isBetween ? true : role.isFrom ? false : nil
    }
    let isBetween = opening?.payload == true
    // Where verbs stand last, the word for between stands behind both.
    var isJoined = false
    if isDash(place) {
      place += 1
    } else if isBetween || lexicon.isVerbFinal, let and = has(place, \.isAnd) {
      place = and
      isJoined = !isBetween
    } else if let to = has(place, \.isTo) {
      place = to
    } else {
      return nil
    }
    guard let high = number(at: place), high.number.value > low.number.value,
      let unit = unit(at: high.end, afterDigits: high.isDigits),
      lowUnit.map({ $0.unit == unit.unit }) ?? true
    else { return nil }
    // "3 ile 5 saat arasında"
    let closing = isJoined ? has(unit.end, \.isBetween) : nil
    if isJoined, closing == nil { return nil }
    let start = opening?.start ?? index
    // Of "at least 2-3 hours" only the one end is said.
    if opening == nil, let bound = hedges(before: index).hedge {
      if bound == .atLeast {
        return finish(index, unit.end, low.number, nil, unit.unit, nil, isAdjective: unit.isHung)
      }
      if bound == .atMost || bound == .upTo {
        return finish(index, unit.end, high.number, nil, unit.unit, nil, isAdjective: unit.isHung)
      }
    }
    return finish(
      start, closing ?? unit.end, low.number, high.number, unit.unit, .range,
      isAdjective: unit.isHung)
  }

  // MARK: Units

  struct ReadUnit {
    let unit: ValueUnit
    let end: Int
    let isHung: Bool
  }

  func unit(at index: Int, afterDigits: Bool) -> ReadUnit? {
    var place = index
    let isHung = isHyphen(place)
    if isHung { place += 1 }
    guard place < tokens.count else { return nil }
    let found = phrase(at: place) { role -> ValueUnit? in
      guard case .unit(let unit, let onlyAfterDigits) = role, afterDigits || !onlyAfterDigits else {
        return nil
      }
      return unit
    }
    if found == nil, asked == .value(.duration),
      let sign = [("s", ValueUnit.second), ("d", .day)].first(where: {
        bytes[tokens[place].range].elementsEqual($0.0.utf8)
      })
    {
      return ReadUnit(unit: sign.1, end: place + 1, isHung: isHung)
    }
    // "190 km2" is an area and "24703m212" a number of something.
    guard let found, !isExponent(found.end) else { return nil }
    // "300 kilómetros cuadrados"
    if let aside = has(place, \.isAside), aside > found.end { return nil }
    if let pace = found.payload.perHour, let end = perHour(at: found.end) {
      return ReadUnit(unit: pace, end: end, isHung: isHung)
    }
    return ReadUnit(unit: found.payload, end: found.end, isHung: isHung)
  }

  /// "per hour", or "/ h" with blanks about the bar.
  private func perHour(at index: Int) -> Int? {
    if let end = has(index, \.isPerHour) { return end }
    guard isSign(index, "/") else { return nil }
    return has(index + 1) { role in
      if case .unit(.hour, _) = role { true } else { false }
    }
  }

  private func isExponent(_ index: Int) -> Bool {
    // "12시간5분" goes on with minutes.
    guard index > 0, index < tokens.count, !tokens[index].traits.contains(.spaced),
      text(at: index - 1).last.map({ $0 < 0x80 }) ?? false
    else { return false }
    let range = tokens[index].range
    // Digits directly behind, or the signs ² and ³.
    return tokens[index].kind == .number && !Self.isTime(bytes[range])
      || range.count == 2 && bytes[range.lowerBound] == 0xC2
        && [0xB2, 0xB3].contains(bytes[range.lowerBound + 1])
  }

  /// "8h45" goes on with minutes.
  private static func isTime(_ digits: ArraySlice<UInt8>) -> Bool { digits.count == 2 }

  // MARK: Around the number

  func finish(
    _ index: Int, _ end: Int, _ low: PrintedNumber, _ high: PrintedNumber?, _ unit: ValueUnit,
    _ fixed: Hedge?, isAdjective: Bool
  ) -> ReadQuantity {
    var start = index
    var end = end
    var unit = unit
    let conversion = conversion(at: end, unit)
    if let conversion { end = conversion.end }
    var converted = conversion.map { HedgedValue.Conversion(number: $0.number, unit: $0.unit) }
    // "60 kilometres (37 miles) per hour": the hour belongs to both.
    if let pace = unit.perHour, let hour = has(end, \.isPerHour) {
      unit = pace
      end = hour
      converted = converted.flatMap { one in
        one.unit.perHour.map { HedgedValue.Conversion(number: one.number, unit: $0) }
      }
    }
    let before = hedges(before: start)
    start = before.start
    if let pace = unit.perHour, before.isPace { unit = pace }
    var hedge = before.hedge
    // "10 saatten fazla": the hedge hangs on the unit's case.
    if hedge == nil, let behind = phrase(at: end - 1, \.hedgeBehind), behind.end > end {
      hedge = behind.payload
      end = behind.end
    }
    if let behind = phrase(at: end, \.hedgeBehind), hedge == nil {
      hedge = behind.payload
      end = behind.end
    }
    if hedge == nil || hedge == .bare, unit.dimension != .distance {
      hedge = bound(before: start, unit.dimension) ?? hedge
    }
    if fixed == .range, hedge == .about || hedge == .bare { hedge = nil }
    return ReadQuantity(
      value: HedgedValue(
        hedge: fixed ?? hedge ?? .bare, number: low, upperNumber: high, unit: unit,
        conversion: converted),
      tokens: start..<end, isAdjective: isAdjective, isAverage: before.isAverage)
  }

  /// The hedges directly before a number; the nearest that says something counts.
  private func hedges(before index: Int) -> (
    hedge: Hedge?, start: Int, isAverage: Bool, isPace: Bool
  ) {
    var start = index
    var hedge: Hedge?
    var isAverage = false
    var isPace = false
    for _ in 0..<3 {
      if let particle = particle(before: start) { start = particle }
      // "does not exceed" bounds from above, though "exceed" does from below.
      if let bound = phrase(endingAt: start, \.bound), let inner = phrase(endingAt: start, \.hedge),
        bound.start < inner.start
      {
        break
      }
      if let found = phrase(endingAt: start, \.hedge) {
        if hedge == nil || hedge == .bare { hedge = found.payload }
        start = found.start
      } else if let found = self.start(endingAt: start, \.isAverage) {
        isAverage = true
        start = found
      } else if let found = self.start(endingAt: start, \.isPace), !isCounted(found) {
        isPace = true
        start = found
      } else if hedge == nil, let found = self.start(endingAt: start, \.isOne) {
        // "some 1,200 km", "a roughly 7-hour journey": the article says nothing.
        guard phrase(endingAt: found, \.hedge) != nil else { break }
        start = found
      } else {
        break
      }
    }
    return (hedge, start, isAverage, isPace)
  }

  /// A Korean particle that hangs on what leads up to a number: "시속은 60㎞".
  private func particle(before index: Int) -> Int? {
    guard index > 1, tokens[index - 1].traits.contains(.inner),
      lexicon.common.contains(tokens[index - 1].word),
      phrase(
        endingAt: index - 1,
        { role -> Bool? in
          switch role {
          case .pace, .average, .hedge: true
          default: nil
          }
        }) != nil
    else { return nil }
    return index - 1
  }

  /// A bounding noun or verb earlier in the clause: "the maximum speed it can reach is 60 km/h".
  private func bound(before index: Int, _ dimension: ValueUnit.Dimension) -> Hedge? {
    var place = index
    for _ in 0..<10 {
      place -= 1
      guard place >= 0, tokens[place].kind == .word || isHyphen(place) || isSign(place, ",'") else {
        return nil
      }
      if dimension == .speed, let found = phrase(at: place, \.bound) { return found.payload }
      if dimension == .duration, index - place <= 3, let found = phrase(at: place, \.bound),
        found.end == index
      {
        return found.payload
      }
    }
    return nil
  }

  /// The same value in another unit, in brackets.
  private func conversion(
    at index: Int, _ unit: ValueUnit
  ) -> (number: PrintedNumber, unit: ValueUnit, end: Int)? {
    guard isSign(index, "(") else { return nil }
    var place = index + 1
    if let hedge = phrase(at: place, \.hedge) { place = hedge.end }
    guard let number = number(at: place),
      let other = self.unit(at: number.end, afterDigits: number.isDigits),
      other.unit.dimension == unit.dimension, other.unit != unit, isSign(other.end, ")")
    else { return nil }
    return (number.number, other.unit, other.end + 1)
  }
}
