import Chronology

extension TokenReader {
  /// A zone that begins at a token: "Moscow time", "EST", "+09:00", "UTC+9", "Asia/Seoul".
  func zone(at index: Int) -> (zone: NamedZone, end: Int)? {
    if let found = phrase(at: index, \.zone), let zone = zone(named: found.payload) {
      if zone.name == "UTC", let shifted = offset(at: found.end, isSure: true) { return shifted }
      return (zone, found.end)
    }
    return zonePath(at: index) ?? abbreviation(at: index) ?? offset(at: index, isSure: false)
  }

  private func zone(named name: String) -> NamedZone? {
    lexicon.zones[name] ?? (try? NamedZone(name))
  }

  /// "EST": capital letters that the table has; in a field small ones do.
  private func abbreviation(at index: Int) -> (zone: NamedZone, end: Int)? {
    guard index < tokens.count, tokens[index].kind == .word, (1...5).contains(text(at: index).count)
    else { return nil }
    let word = String(decoding: text(at: index), as: UTF8.self)
    // A single Z hangs on its number.
    guard word.utf8.count > 1 || !tokens[index].traits.contains(.spaced),
      let zone = lexicon.zones[asked == nil ? word : word.uppercased()]
    else { return nil }
    if zone.name == "UTC", let shifted = offset(at: index + 1, isSure: true) { return shifted }
    return (zone, index + 1)
  }

  /// "America/New_York"
  private func zonePath(at index: Int) -> (zone: NamedZone, end: Int)? {
    guard index + 2 < tokens.count, tokens[index].kind == .word, isSign(index + 1, "/") else {
      return nil
    }
    var end = index + 1
    while end + 1 < tokens.count, end - index < 12, isSign(end, "/_-"),
      tokens[end + 1].kind == .word, !tokens[end].traits.contains(.spaced),
      !tokens[end + 1].traits.contains(.spaced)
    {
      end += 2
    }
    guard end > index + 1 else { return nil }
    let name = String(decoding: bytes[bytes(of: index..<end)], as: UTF8.self)
    let capitals = name.split(separator: "/").map { part in
      part.split(separator: "_").map { $0.prefix(1).uppercased() + $0.dropFirst() }
        .joined(separator: "_")
    }.joined(separator: "/")
    return (try? NamedZone(capitals)).map { ($0, end) }
  }

  /// "+9" or "+04:00" behind UTC or GMT, "+10:00" behind a clock time.
  ///
  /// - Parameter isSure: whether it stands behind UTC; elsewhere the minutes must be printed, and "-05:00" be no second
  ///   clock time.
  private func offset(at index: Int, isSure: Bool) -> (zone: NamedZone, end: Int)? {
    guard isSign(index, "+-"), index + 1 < tokens.count, tokens[index + 1].kind == .number,
      !tokens[index + 1].traits.contains(.spaced),
      let parts = Self.clockParts(Array(text(at: index + 1)), [0x3A]), parts.hour <= 14
    else { return nil }
    let isPlus = isSign(index, "+")
    if !isSure {
      guard parts.minute != nil, text(at: index + 1).count == 5,
        isPlus || tokens[index].traits.contains(.spaced) || index > 0 && isBehindT(index - 1)
      else { return nil }
    }
    let two = { (value: Int) in value < 10 ? "0\(value)" : "\(value)" }
    let name = "\(isPlus ? "+" : "-")\(two(parts.hour)):\(two(parts.minute ?? 0))"
    return (try? NamedZone(name)).map { ($0, index + 2) }
  }

  /// "(local time)", "(Moscow Time)", "(09:00 мск)" behind a clock time.
  func zoneInBrackets(at index: Int, _ moment: inout Moment) -> Int? {
    guard moment.clock != nil || moment.part != nil else { return nil }
    // A quotation mark may close before the bracket.
    var open = index
    while open < tokens.count, open - index < 2, tokens[open].kind == .sign, !isSign(open, "(") {
      open += 1
    }
    guard isSign(open, "(") else { return nil }
    let end: Int
    if let local = has(open + 1, \.isLocal) {
      moment.isLocal = true
      end = local
    } else if let zone = zone(at: open + 1) {
      if moment.zone == nil { moment.zone = zone.zone }
      end = zone.end
    } else {
      return nil
    }
    return isSign(end, ")") ? end + 1 : end
  }
}
