extension Parse {
  /// Whether a word is what a clause says: a verb that is no mere modifier, or whatever has a
  /// subject or a copula, or stands as a clause in another.
  public func isPredicate(_ word: Int) -> Bool {
    let entry = words[word]
    if entry.relation == .root { return true }
    if entry.tag == .punctuation || entry.tag == .auxiliary { return false }
    let hasSubject = children(of: word).contains {
      [.subject, .clausalSubject, .copula, .expletive].contains(words[$0].relation)
    }
    if hasSubject { return true }
    switch entry.relation {
    case .clausalModifier, .adverbialClause, .clausalComplement, .clausalSubject, .openComplement,
      .parataxis:
      return entry.tag == .verb || entry.relation != .parataxis
    case .conjunct, .apposition, .list: return entry.tag == .verb
    default: return false
    }
  }

  /// The predicate of the clause that a word is in: the word itself or the nearest above it.
  public func clause(of word: Int) -> Int {
    ancestors(of: word).first { isPredicate($0) } ?? word
  }

  /// The subject of a predicate.
  ///
  /// One that has none of its own takes that of what it is joined to ("left Lyon and reached Nice"),
  /// that of the clause it completes, or the noun that it tells of ("the train that left").
  public func subject(of predicate: Int) -> Int? {
    var current = predicate
    for _ in words {
      let own = children(of: current).first {
        words[$0].relation == .subject || words[$0].relation == .clausalSubject
      }
      if let own, words[own].tag != .pronoun || !isRelative(own, of: current) { return own }
      guard let head = words[current].head else { return own }
      switch words[current].relation {
      case .clausalModifier: return head
      case .conjunct, .openComplement, .adverbialClause, .parataxis: current = head
      default: return own
      }
    }
    return nil
  }

  /// Whether the pronoun of a relative clause stands for the noun before it.
  private func isRelative(_ pronoun: Int, of predicate: Int) -> Bool {
    words[predicate].relation == .clausalModifier && pronoun < predicate
      && words[predicate].head.map { $0 < pronoun } == true
      && children(of: pronoun).isEmpty
  }

  /// The objects of a predicate.
  public func objects(of predicate: Int) -> [Int] {
    children(of: predicate).filter {
      words[$0].relation == .object || words[$0].relation == .indirectObject
    }
  }

  /// What hangs on a word with or without a preposition: where, when, how long.
  public struct Oblique: Hashable, Sendable {
    /// The noun.
    public let word: Int
    /// The words that lead up to it: "from", or "out" and "of"; empty where there are none.
    public let prepositions: [Int]
  }

  /// The oblique phrases of a predicate, and those that the parser gave to its nouns as `nmod`.
  public func obliques(of predicate: Int) -> [Oblique] {
    children(of: predicate).filter {
      words[$0].relation == .oblique || words[$0].relation == .nominalModifier
    }.map { Oblique(word: $0, prepositions: prepositions(of: $0)) }
  }

  /// The prepositions of a word, with what is fixed to them; those of the first of a list serve all.
  public func prepositions(of word: Int) -> [Int] {
    var current = word
    for _ in words {
      let own = children(of: current, .caseMarking)
      if !own.isEmpty {
        return own.flatMap { [$0] + children(of: $0, .fixed) }.sorted()
      }
      guard words[current].relation == .conjunct, let head = words[current].head else { return [] }
      current = head
    }
    return []
  }

  /// The first of a list that a word is joined to by "and" or "or": itself where there is no list.
  public func firstConjunct(of word: Int) -> Int {
    var current = word
    for _ in words {
      guard words[current].relation == .conjunct, let head = words[current].head else { break }
      current = head
    }
    return current
  }

  /// Whether a clause says that something is not so: "did not leave", "never reached".
  public func isNegated(_ predicate: Int) -> Bool {
    children(of: predicate).contains { negations.contains($0) }
  }
}
