/// Parts a text into words as the treebanks of Universal Dependencies do.
package struct WordSplitter: Sendable {
  let rules: SplittingRules

  package init(_ rules: SplittingRules) { self.rules = rules }

  /// The words of a stretch of text, in bytes; every byte that is no space is in one of them.
  package func words(of text: UnsafeBufferPointer<UInt8>, in range: Range<Int>) -> [Range<Int>] {
    var words: [Range<Int>] = []
    words.reserveCapacity(range.count / 5 + 4)
    var place = range.lowerBound
    while place < range.upperBound {
      let start = place
      let scalar = Scalars.next(text, at: &place, end: range.upperBound)
      if Scalars.isSpace(scalar) { continue }
      let end = chunkEnd(text, from: start, end: range.upperBound)
      if let address = addressEnd(text, start..<end) {
        words.append(start..<address)
        place = address
        continue
      }
      place = add(text, start..<end, sentence: range, to: &words)
    }
    return words
  }

  /// Adds the words of a stretch without spaces; returns where it ends, behind numbers that go on.
  private func add(
    _ text: UnsafeBufferPointer<UInt8>, _ chunk: Range<Int>, sentence: Range<Int>,
    to words: inout [Range<Int>]
  ) -> Int {
    var place = chunk.lowerBound
    while place < chunk.upperBound {
      var next = place
      let scalar = Scalars.next(text, at: &next, end: chunk.upperBound)
      guard Scalars.isWordLike(scalar) else {
        let end = signEnd(text, scalar, from: next, end: chunk.upperBound)
        // "-t-il" is an ending that hangs on the word before.
        words.append(place..<end)
        place = end
        continue
      }
      var scan = WordScan(text, place..<chunk.upperBound, rules)
      let end = scan.end(sentenceEnd: sentence.upperBound)
      if rules.joinsSpacedNumbers, end == chunk.upperBound, scan.isNumber,
        let joined = spacedNumberEnd(text, from: end, end: sentence.upperBound)
      {
        words.append(place..<joined)
        return joined
      }
      split(text, place..<end, to: &words)
      place = end
    }
    return chunk.upperBound
  }

  private func chunkEnd(_ text: UnsafeBufferPointer<UInt8>, from start: Int, end: Int) -> Int {
    var place = start
    while place < end {
      let before = place
      if Scalars.isSpace(Scalars.next(text, at: &place, end: end)) { return before }
    }
    return end
  }

  /// Where an address of the web or of mail ends; nil where the stretch is none.
  private func addressEnd(_ text: UnsafeBufferPointer<UInt8>, _ chunk: Range<Int>) -> Int? {
    let bytes = text[chunk]
    let isWeb =
      bytes.starts(with: "http".utf8) || bytes.starts(with: "www.".utf8)
      || bytes.contains(0x40) && bytes.first != 0x40 && bytes.contains(0x2E)
    guard isWeb, chunk.count > 5, bytes.first.map({ $0 >= 0x30 }) == true else { return nil }
    var end = chunk.upperBound
    while end > chunk.lowerBound + 1, ".,;:!?)]>\"'".utf8.contains(text[end - 1]) { end -= 1 }
    return end
  }

  /// Points, dashes and marks of a kind stay together: "...", "--", "!!".
  private func signEnd(
    _ text: UnsafeBufferPointer<UInt8>, _ scalar: UInt32, from next: Int, end: Int
  ) -> Int {
    guard scalar < 0x80, ".-!?*=_'`~".utf8.contains(UInt8(scalar)) else { return next }
    var place = next
    while place < end, text[place] == UInt8(scalar) { place += 1 }
    return place
  }

  /// "1 200 000": groups of three digits behind a single space.
  private func spacedNumberEnd(
    _ text: UnsafeBufferPointer<UInt8>, from start: Int, end: Int
  ) -> Int? {
    var best: Int?
    var place = start
    while place < end {
      let space = Scalars.next(text, at: &place, end: end)
      guard [0x20, 0xA0, 0x202F, 0x2009].contains(space), place + 3 <= end,
        text[place..<(place + 3)].allSatisfy({ $0 &- 0x30 < 10 })
      else { break }
      place += 3
      var behind = place
      if place < end, Scalars.isWordLike(Scalars.next(text, at: &behind, end: end)) { break }
      best = place
    }
    return best
  }

  /// Parts what hangs on a word at its beginning and its end.
  private func split(
    _ text: UnsafeBufferPointer<UInt8>, _ range: Range<Int>, to words: inout [Range<Int>]
  ) {
    guard !rules.beginnings.isEmpty || !rules.endings.isEmpty || !rules.parted.isEmpty,
      range.count <= 64
    else { return words.append(range) }
    var word = FoldedWord(text, range)
    while !rules.whole.contains(word.form(text)),
      let beginning = rules.beginnings.first(where: { word.begins(with: $0) })
    {
      words.append(word.takeFirst(beginning.count))
    }
    let form = word.form(text)
    if let length = rules.parted[form], !rules.whole.contains(form) {
      words.append(word.takeFirst(length))
    } else if !rules.whole.contains(form),
      let ending = rules.endings.first(where: { word.ends(with: $0) })
    {
      let last = word.takeLast(ending.count)
      words.append(word.range)
      return words.append(last)
    }
    words.append(word.range)
  }
}
