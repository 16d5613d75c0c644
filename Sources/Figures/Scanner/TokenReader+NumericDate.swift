import Chronology

/// Days in digits.
extension TokenReader {
  /// One numeric date, or two with what joins them: "2001-08-04 to 2001-08-05".
  func numericDates(at index: Int) -> ReadDay? {
    guard let first = numericDate(at: index), case .date(let start) = first.day else { return nil }
    let joined = has(first.end, \.isTo) ?? (isDash(first.end) ? first.end + 1 : nil)
    guard let joined, let last = numericDate(at: joined), case .date(let end) = last.day,
      start < end
    else { return first }
    return ReadDay(day: .dates(start, end), end: last.end, takesPart: false)
  }

  /// 2019-04-24, 24.04.2019, 17/09/2023.
  func numericDate(at index: Int) -> ReadDay? {
    var values: [Int] = []
    var widths: [Int] = []
    var place = index
    while place < tokens.count, values.count < 3, tokens[place].kind == .number {
      for piece in bytes[tokens[place].range].split(whereSeparator: { $0 == 0x2E }) {
        guard let value = Int(String(decoding: piece, as: UTF8.self)) else { return nil }
        values.append(value)
        widths.append(piece.count)
      }
      place += 1
      guard values.count < 3, isSign(place, "-/"), place + 1 < tokens.count,
        !tokens[place + 1].traits.contains(.spaced)
      else { break }
      place += 1
    }
    guard values.count == 3 else { return nil }
    // "2019-04-24T18:01"
    if place + 1 < tokens.count, text(at: place).elementsEqual("T".utf8),
      tokens[place + 1].kind == .number, !tokens[place + 1].traits.contains(.spaced)
    {
      place += 1
    }
    let order: (Int, Int, Int)
    if widths[0] == 4 {
      order = (values[0], values[1], values[2])
    } else if widths[2] == 4 {
      let isDayFirst = values[0] > 12 || values[1] <= 12 && lexicon.isDayFirst
      order = (values[2], values[isDayFirst ? 1 : 0], values[isDayFirst ? 0 : 1])
    } else {
      return nil
    }
    return CivilDate(year: order.0, month: order.1, day: order.2).map {
      ReadDay(day: .date($0), end: place, takesPart: false)
    }
  }
}
