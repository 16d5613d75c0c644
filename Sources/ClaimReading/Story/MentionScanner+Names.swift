import Figures

/// Names of places that the lexicon does not hold.
extension MentionScanner {
  /// A name that the lexicon does not hold: directly behind "from", "to" or "in", behind a verb of travel, or before a
  /// number in a list. What no gazetteer knows is a place behind such a word, though not which.
  func otherPlace(
    at index: Int, in range: Range<Int>
  ) -> (what: Mention.What, end: Int)? {
    guard reader.tokens[index].kind == .word, !isNamed(index) else { return nil }
    // "Marseille-Saint-Charles" goes on with a name and begins none.
    if index > 0, reader.isHyphen(index - 1) { return nil }
    if isAcronym(index) { return airport(at: index, in: range) }
    if !reader.hasCapitals(index) { return smallPlace(at: index, in: range) }
    guard reader.tokens[index].traits.contains(.capital) else { return nil }
    let end = name(at: index, in: range)
    let before = directPreposition(of: index..<end, in: range)
    guard
      before != nil || isObject(index, in: range) || isListed(index, end, in: range)
        || index > range.lowerBound && isBeforeVerb(end)
    else { return nil }
    if let found = known(index, end) {
      return (.place(found.place, preposition(of: index..<found.end, in: range)), found.end)
    }
    // "to the Pole", "reached the Pole"
    guard !reader.lexicon.hasCapitalNouns,
      reader.tokens[index].word < 0 || end > index + 1,
      before != nil || isReached(index, in: range)
    else { return nil }
    let name = MentionedPlace(ids: [], name: text(index..<end))
    return (.place(name, before ?? Mention.Preposition.none), end)
  }

  /// "Kyle of Lochalsh", "Santiago de Compostela", "Portland, Maine": a name whose beginning may be another's, where such a
  /// place is known.
  func joinedPlace(at index: Int, in range: Range<Int>) -> (what: Mention.What, end: Int)? {
    guard isCapital(index, in: range), !isNamed(index),
      reader.phrase(at: index, preposition) == nil
    else { return nil }
    let first = name(at: index, in: range)
    for end in joinedEnds(from: first, in: range) {
      guard let found = lookup.place(named: text(index..<end)) else { continue }
      // "Portland, Maine" stays the one in Maine.
      let isPlaced = reader.isSign(first, ",")
      let place = isPlaced ? MentionedPlace(ids: found.ids, name: text(index..<end)) : found
      return (.place(place, preposition(of: index..<end, in: range)), end)
    }
    return nil
  }

  /// The ends of names that go on with a capital behind small words, or behind a comma.
  private func joinedEnds(from first: Int, in range: Range<Int>) -> [Int] {
    var ends: [Int] = []
    for small in 1...2 where first + small < range.upperBound {
      let between = first..<(first + small)
      let areSmall = between.allSatisfy { place in
        reader.tokens[place].kind == .word && reader.tokens[place].range.count <= 4
          && !reader.tokens[place].traits.contains(.capital)
      }
      if areSmall, isCapital(between.upperBound, in: range) {
        ends.append(name(at: between.upperBound, in: range))
      }
    }
    if reader.isSign(first, ","), isCapital(first + 1, in: range) {
      ends.append(name(at: first + 1, in: range))
    }
    return ends
  }

  private func isCapital(_ index: Int, in range: Range<Int>) -> Bool {
    range.contains(index) && reader.tokens[index].kind == .word
      && reader.tokens[index].traits.contains(.capital)
  }

  /// The place of a run of words with capitals; words of the language at its end may say more of it, as in "Zamzam Camp".
  func known(_ index: Int, _ end: Int) -> (place: MentionedPlace, end: Int)? {
    // "the Mole": no town has an article.
    if reader.start(endingAt: index, \.isArticle) != nil { return nil }
    if let found = longer(index, end) { return found }
    if let behind = reader.has(end, \.isStation) {
      return lookup.place(named: text(index..<behind)).map { ($0, behind) }
    }
    for place in stride(from: end, to: index, by: -1) where !reader.isHyphen(place - 1) {
      if let found = lookup.place(named: text(index..<place)) { return (found, place) }
      // "Zamzam Camp" is at Zamzam, but Bar Harbor is not at Bar.
      guard reader.tokens[place - 1].word >= 0, !isOfName(place - 1) else { return nil }
    }
    return nil
  }

  /// Whether a word makes a name of its own of what stands before it.
  private func isOfName(_ index: Int) -> Bool {
    Self.naming.contains(
      String(decoding: reader.bytes[reader.tokens[index].range], as: UTF8.self).lowercased())
  }

  private static let naming: Set<String> = [
    "bay", "beach", "cape", "city", "cove", "creek", "falls", "harbor", "harbour", "haven",
    "heights", "hill", "hills", "inlet", "island", "islands", "isle", "lake", "mountain", "park",
    "point", "river", "rock", "sound", "springs", "valley", "view", "wells",
  ]

  /// "London King's Cross", "Washington Union Station": words of the language that are written with capitals as a part of a
  /// name, where such a place is known.
  private func longer(_ index: Int, _ end: Int) -> (place: MentionedPlace, end: Int)? {
    var last = end
    while last < reader.tokens.count, last - index < 5, reader.tokens[last].kind == .word,
      reader.tokens[last].traits.contains(.capital)
    {
      last += 1
    }
    for place in stride(from: last, to: end, by: -1) {
      if let found = lookup.place(named: text(index..<place)) { return (found, place) }
    }
    return nil
  }

  /// "New York's Penn Station", "Boston's North Station", "New York's JFK": a part of a city that is named with it, where
  /// such a place is known; else the city, and the words behind it say no more.
  func part(
    of city: (what: Mention.What, end: Int), from index: Int, in range: Range<Int>
  ) -> (what: Mention.What, end: Int)? {
    guard case .place(_, let preposition) = city.what, isPossessive(city.end - 1),
      isCapital(city.end, in: range)
    else { return nil }
    if isAcronym(city.end), let airport = lookup.airport(code: text(city.end..<(city.end + 1))) {
      return (.place(airport, preposition), city.end + 1)
    }
    let name = String(text(index..<city.end).dropLast(2))
    var last = city.end
    while last < range.upperBound, last - city.end < 4, isCapital(last, in: range) { last += 1 }
    for end in stride(from: last, to: city.end, by: -1) {
      if let found = lookup.place(named: "\(name) \(text(city.end..<end))") {
        return (.place(found, preposition), end)
      }
    }
    return nil
  }

  func isPossessive(_ index: Int) -> Bool {
    let bytes = reader.bytes[reader.tokens[index].range]
    return bytes.suffix(2).elementsEqual("'s".utf8) || bytes.suffix(4).elementsEqual("’s".utf8)
  }

  /// "Jackson took the train", "Lincoln flew from Bristol": what begins a sentence and goes before such a verb with a way or a
  /// vehicle behind it is who travels.
  func isTraveller(_ end: Int, at index: Int, in range: Range<Int>) -> Bool {
    guard index == range.lowerBound, end < range.upperBound,
      let verb = reader.phrase(
        at: end,
        { role -> Bool? in
          switch role {
          case .takes, .event, .means: true
          default: nil
          }
        }), verb.end < range.upperBound
    else { return false }
    var next = verb.end
    if let article = reader.has(next, \.isArticle) { next = article }
    if let preposition = reader.phrase(at: next, preposition) { next = preposition.end }
    let isVehicle =
      reader.phrase(at: next) { role -> Bool? in
        if case .means = role { true } else { nil }
      } != nil
    return isVehicle || isCapital(next, in: range)
  }

  /// "landed at JFK": the code of an airport behind such a word.
  func airport(at index: Int, in range: Range<Int>) -> (what: Mention.What, end: Int)? {
    guard reader.tokens[index].range.count == 3,
      let preposition = directPreposition(of: index..<(index + 1), in: range),
      let place = lookup.airport(code: text(index..<(index + 1)))
    else { return nil }
    return (.place(place, preposition), index + 1)
  }

  func text(_ tokens: Range<Int>) -> String {
    String(decoding: reader.bytes[reader.bytes(of: tokens)], as: UTF8.self)
  }

  /// Whether a token is something else that has a capital: a month, a weekday, a country.
  func isNamed(_ index: Int) -> Bool {
    reader.phrase(at: index) { role -> Bool? in
      switch role {
      case .country, .month, .weekday, .firstName, .partOfDay, .means, .event, .number: true
      default: nil
      }
    } != nil
  }

  /// The end of a run of words with capitals, hyphens between them passed over.
  func name(at index: Int, in range: Range<Int>) -> Int {
    var end = index + 1
    while end < range.upperBound, end - index < 6 {
      // "St. Moritz"
      let isShort = reader.isSign(end, ".") && Sentences.isShort(end - 1, reader)
      // "New York's JFK" is not called so.
      if isPossessive(end - 1) { break }
      let next = reader.isHyphen(end) || isShort ? end + 1 : end
      guard next < range.upperBound, reader.tokens[next].kind == .word,
        reader.tokens[next].traits.contains(.capital), next > end || !isNamed(next)
      else { break }
      end = next + 1
    }
    return end
  }

  /// The preposition that stands before a name, an article between them passed over, or hangs on it.
  func directPreposition(of name: Range<Int>, in range: Range<Int>) -> Mention.Preposition? {
    if let behind = particle(behind: name) { return behind }
    let index = name.lowerBound
    guard reader.start(endingAt: index, \.isVia) == nil else { return nil }
    for start in [index, index - 1] where start > range.lowerBound {
      if start < index, reader.tokens[start].range.count > 4 || reader.tokens[start].kind != .word {
        break
      }
      if let found = reader.phrase(endingAt: start, preposition),
        found.start >= range.lowerBound
      {
        return found.payload
      }
    }
    return nil
  }

  /// "left Usakos", "reached Zamzam", "between Lhasa and Shigatse"
  func isObject(_ index: Int, in range: Range<Int>) -> Bool {
    guard index > range.lowerBound else { return false }
    return reader.phrase(endingAt: index) { role -> Bool? in
      switch role {
      case .event(let event) where event.isTravel: true
      case .and, .via: true
      default: nil
      }
    } != nil
  }

  /// "hat am Donnerstag Trelleborg erreicht"; what begins a sentence is its subject: "Mine pulled out of Nouadhibou".
  func isBeforeVerb(_ end: Int) -> Bool {
    reader.phrase(at: end) { role -> Bool? in
      if case .event(let event) = role { event.isTravel ? true : nil } else { nil }
    } != nil
  }

  /// "reached Zamzam", "reaches the South Pole"
  func isReached(_ index: Int, in range: Range<Int>) -> Bool {
    for start in [index, index - 1] where start > range.lowerBound {
      if start < index, reader.tokens[start].range.count > 4 { break }
      let verb = reader.phrase(endingAt: start) { role -> Bool? in
        switch role {
        case .event(.arrival), .event(.departure): true
        default: nil
        }
      }
      if verb != nil { return true }
    }
    return false
  }

  /// "Vang Vieng | 09:05": a name at the beginning of a line or behind a comma, with a number behind it.
  func isListed(_ index: Int, _ end: Int, in range: Range<Int>) -> Bool {
    guard index == range.lowerBound || reader.isSign(index - 1, ",;|") else { return false }
    var place = end
    while place < min(range.upperBound, end + 3) {
      if reader.tokens[place].kind == .number { return true }
      guard reader.tokens[place].kind == .sign || reader.tokens[place].range.count <= 2 else {
        return false
      }
      place += 1
    }
    return false
  }

  /// A name in a script without capitals, with its preposition before or behind it: "해남에서", "从石家庄", "من طرابلس".
  private func smallPlace(
    at index: Int, in range: Range<Int>
  ) -> (what: Mention.What, end: Int)? {
    for end in stride(from: min(range.upperBound, index + 3), to: index, by: -1)
    where reader.tokens[index..<end].allSatisfy({ $0.kind == .word }) {
      let name = text(index..<end)
      let preposition = directPreposition(of: index..<end, in: range)
      guard
        preposition != nil || reader.lexicon.names[name] != nil || isObject(index, in: range),
        let place = lookup.place(named: name)
      else { continue }
      return (.place(place, self.preposition(of: index..<end, in: range)), end)
    }
    return nil
  }

  /// "KTX" is a train and no town.
  func isAcronym(_ index: Int) -> Bool {
    let word = reader.bytes[reader.tokens[index].range]
    return word.count <= 5 && word.allSatisfy { (0x41...0x5A).contains($0) }
  }
}
