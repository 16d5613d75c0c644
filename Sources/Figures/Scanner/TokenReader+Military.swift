import Chronology
import Quantities

/// Clock times of four digits, as timetables, logs and the forces write them.
extension TokenReader {
  /// Digits such as those of 0915 and 2225; nil where there are not four.
  func fourDigits(at index: Int) -> [UInt8]? {
    guard index < tokens.count, tokens[index].kind == .number, tokens[index].range.count == 4
    else { return nil }
    let digits = Array(text(at: index))
    return digits.allSatisfy(Tokenizer.isDigit) ? digits : nil
  }

  /// The end of "hours" or "h" behind four digits that are a time of the day: "at 1430 hours", "0915 hrs".
  func militaryEnd(at index: Int) -> Int? {
    if let end = logged(at: index) { return end }
    guard let digits = fourDigits(at: index), let unit = unit(at: index + 1, afterDigits: true),
      unit.unit == .hour, !unit.isHung,
      asked == .time || digits.first == 0x30 || start(endingAt: index, \.isClockBefore) != nil
    else { return nil }
    return unit.end
  }

  /// "at 1740" in a text that writes "at 0518": four digits where a clock time is expected.
  func isMilitary(at index: Int) -> Bool {
    guard writesMilitaryClocks, fourDigits(at: index) != nil,
      unit(at: index + 1, afterDigits: true) == nil
    else { return false }
    if start(endingAt: index, \.isClockBefore) != nil { return true }
    // A cell of a timetable.
    let begins = index == 0 || tokens[index - 1].kind == .lineEnd || isSign(index - 1, "|")
    let ends =
      index + 1 == tokens.count || tokens[index + 1].kind == .lineEnd || isSign(index + 1, "|")
    if begins, ends { return true }
    // "at 1450 and 1955"
    return index > 2 && has(index - 1, \.isAnd) == index
      && fourDigits(at: index - 2) != nil && start(endingAt: index - 2, \.isClockBefore) != nil
  }

  /// "0600 dropped pilot", "1730 arrived Fremantle": four digits before what happened, as logs have them.
  private func logged(at index: Int) -> Int? {
    guard fourDigits(at: index) != nil, unit(at: index + 1, afterDigits: true) == nil,
      index == 0 || tokens[index - 1].kind == .lineEnd || isSign(index - 1, ".:")
    else { return nil }
    let event = phrase(at: index + 1) { role -> Bool? in
      if case .event(let event) = role { event.isTravel ? true : nil } else { nil }
    }
    return event == nil ? nil : index + 1
  }

  /// "at 0518", or a cell with it: four digits with a nought before them, where a clock time stands.
  static func isMilitaryClock(
    _ index: Int, _ bytes: [UInt8], _ tokens: [Token], _ lexicon: Lexicon
  ) -> Bool {
    let token = tokens[index]
    guard token.kind == .number, token.range.count == 4, index > 0 else { return false }
    let text = bytes[token.range]
    guard text.allSatisfy(Tokenizer.isDigit), text.first == 0x30,
      let minute = Int(String(decoding: text.suffix(2), as: UTF8.self)), minute < 60
    else { return false }
    let before = tokens[index - 1]
    if before.kind == .word, before.word >= 0 {
      return lexicon.byFirst[Int(before.word)].contains { candidate in
        lexicon.phrases[Int(candidate)].roles.contains {
          lexicon.roles[Int($0)].isClockBefore
        }
      }
    }
    func isBorder(_ other: Int) -> Bool {
      guard other < tokens.count else { return true }
      return tokens[other].kind == .lineEnd || bytes[tokens[other].range].elementsEqual("|".utf8)
    }
    return isBorder(index - 1) && isBorder(index + 1)
  }
}
