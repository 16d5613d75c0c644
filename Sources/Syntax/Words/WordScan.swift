/// Finds where one word ends: letters and digits, and the signs within words.
struct WordScan {
  private let text: UnsafeBufferPointer<UInt8>
  private let range: Range<Int>
  private let rules: SplittingRules
  /// Where the run of letters or digits began that is being read.
  private var run: Int
  private var place: Int
  private var hasLetters = false
  private var hasDigits = false
  private var hasPoints = false
  private var lastIsDigit = false

  init(_ text: UnsafeBufferPointer<UInt8>, _ range: Range<Int>, _ rules: SplittingRules) {
    self.text = text
    self.range = range
    self.rules = rules
    run = range.lowerBound
    place = range.lowerBound
  }

  /// Whether the word is digits alone.
  var isNumber: Bool { hasDigits && !hasLetters && !hasPoints }

  mutating func end(sentenceEnd: Int) -> Int {
    while place < range.upperBound {
      var next = place
      let scalar = Scalars.next(text, at: &next, end: range.upperBound)
      if scalar &- 0x30 < 10 {
        hasDigits = true
        lastIsDigit = true
      } else if Scalars.isLetter(scalar) {
        if lastIsDigit, !hasLetters, isUnit(from: place) { return place }
        hasLetters = true
        lastIsDigit = false
      } else if joins(scalar, next) {
        if scalar == 0x2E || scalar == 0x2C || scalar == 0x3A { hasPoints = true }
        run = next
      } else {
        break
      }
      place = next
    }
    return withPoint(sentenceEnd)
  }

  /// Whether a sign within a word belongs to it.
  private func joins(_ sign: UInt32, _ next: Int) -> Bool {
    guard next < range.upperBound else { return false }
    var behind = next
    let scalar = Scalars.next(text, at: &behind, end: range.upperBound)
    let isDigit = scalar &- 0x30 < 10
    guard isDigit || Scalars.isLetter(scalar) else { return false }
    switch sign {
    case 0x2C, 0x3A: return isDigit && lastIsDigit
    case 0x2E: return isDigit ? lastIsDigit : joinsPoint(scalar)
    case 0x27, 0x2019, 0x02BC: return !isDigit && !lastIsDigit
    case 0x2D, 0x2010, 0x2011: return joinsHyphen(isDigit)
    case 0x2F: return isDigit && lastIsDigit || isUnitWithSlash
    case 0x26: return !isDigit && isShort(4)
    case 0x5F, 0xB7: return true
    default: return false
    }
  }

  private func isShort(_ length: Int) -> Bool { place - run < length }

  /// "U.S.", "EE.UU.", "example.org".
  private func joinsPoint(_ scalar: UInt32) -> Bool {
    guard !lastIsDigit else { return false }
    let isSmall = Scalars.lowercased(scalar) == scalar
    if isShort(3) { return true }
    return isSmall && scalar < 0x80
  }

  private func joinsHyphen(_ isDigit: Bool) -> Bool {
    guard rules.partsHyphens else { return true }
    if isDigit, lastIsDigit {
      // A number of a telephone has two hyphens or more.
      return text[range].prefix(24).filter { $0 == 0x2D }.count > 1 && !hasLetters
    }
    return run == range.lowerBound && rules.prefixes.contains(WordAtoms(text[run..<place]).form)
  }

  private var isUnitWithSlash: Bool {
    var end = place + 1
    while end < range.upperBound, text[end] >= 0x80 || (text[end] | 0x20) &- 0x61 < 26 { end += 1 }
    return rules.units.contains(WordAtoms(text[run..<end]).form)
  }

  /// Whether the letters behind a number are a unit of their own: "10pm", "90km/h".
  private func isUnit(from start: Int) -> Bool {
    var end = start
    while end < range.upperBound {
      var next = end
      let scalar = Scalars.next(text, at: &next, end: range.upperBound)
      guard Scalars.isLetter(scalar) || scalar == 0x2F || scalar == 0x2E else { break }
      end = next
    }
    // "7h34" is one word.
    if end < range.upperBound, text[end] &- 0x30 < 10 { return false }
    while end > start, text[end - 1] == 0x2E { end -= 1 }
    if rules.units.contains(WordAtoms(text[start..<end]).form) { return true }
    guard let slash = text[start..<end].firstIndex(of: 0x2F) else { return false }
    return rules.units.contains(WordAtoms(text[start..<slash]).form)
  }

  /// The point of an abbreviation, of a single capital letter, of an ordinal.
  private func withPoint(_ sentenceEnd: Int) -> Int {
    guard place < range.upperBound, text[place] == 0x2E,
      place + 1 >= range.upperBound || text[place + 1] != 0x2E
    else { return place }
    let behind = place + 1
    if rules.abbreviations.contains(WordAtoms(text[range.lowerBound..<behind]).form) {
      return behind
    }
    if hasPoints, hasLetters, isShort(3) { return behind }
    if hasLetters, !hasDigits, place - range.lowerBound <= 2, isCapitalLetter { return behind }
    if rules.keepsOrdinals, isNumber, place - range.lowerBound <= 2, behind < sentenceEnd {
      return behind
    }
    return place
  }

  private var isCapitalLetter: Bool {
    var next = range.lowerBound
    let scalar = Scalars.next(text, at: &next, end: range.upperBound)
    return next == place && Scalars.lowercased(scalar) != scalar && scalar != 0x49
  }
}
