import Chronology
import Datasets
import Quantities

/// Reads a lexicon file; every mistake is kept with its place.
struct LexiconDecoder {
  private let root: LexiconNode
  private var entries = LexiconEntries()
  private var problems: [DocumentProblem] = []

  /// - Parameter figuresOnly: whether only what figures are made of is wanted, so that a value is understood the sooner.
  static func entries(
    _ bytes: [UInt8], file: String, figuresOnly: Bool
  ) throws(DocumentError) -> LexiconEntries {
    let unwanted = figuresOnly ? narrativeFields : []
    if let root = PlainLexiconLines.root(of: bytes, leavingOut: unwanted) {
      var decoder = LexiconDecoder(root: root)
      decoder.run()
      if decoder.problems.isEmpty { return decoder.entries }
    }
    let root = try YAMLDocument.root(
      bytes, file: file, kind: "a lexicon", beginning: "it begins with 'wayproof-lexicon: 1'")
    var decoder = LexiconDecoder(root: LexiconNode(root))
    decoder.run()
    guard decoder.problems.isEmpty else {
      throw DocumentError(file: file, problems: decoder.problems)
    }
    return decoder.entries
  }

  private init(root: LexiconNode) { self.root = root }

  private mutating func run() {
    guard let pairs = root.pairs else {
      note(root, "a lexicon is a mapping; it begins with 'wayproof-lexicon: 1'")
      return
    }
    for (key, value) in pairs { read(key.string ?? "", key, value) }
    if let ending = root["possessive"]?.string { entries.addPossessives(ending) }
    if entries.language.isEmpty { note(root, "the field 'language' is missing") }
  }

  private mutating func read(_ name: String, _ key: LexiconNode, _ value: LexiconNode) {
    switch name {
    case "wayproof-lexicon", "source", "possessive": break
    case "language": entries.language = value.string ?? ""
    case "name": entries.name = value.string ?? ""
    case "decimal": entries.decimal = value.string?.utf8.first ?? entries.decimal
    case "grouping": entries.grouping = signs(value)
    case "clock_signs": entries.clockSigns = signs(value)
    case "day_first": entries.isDayFirst = value.string != "false"
    case "clock_24h": entries.isTwentyFourHours = value.string == "true"
    case "capital_nouns": entries.hasCapitalNouns = value.string == "true"
    case "verb_final": entries.isVerbFinal = value.string == "true"
    case "common": entries.common = value.texts
    case "place_endings": placeEndings(value)
    case "places":
      for (id, names) in pairs(value) {
        entries.placeAliases.append((id.string ?? "", names.texts))
      }
    case "units": units(value)
    case "names":
      for (name, forms) in pairs(value) {
        for form in forms.texts { entries.names[form] = name.string ?? "" }
      }
    case "clock": table(value, Self.clockRoles)
    case "range": table(value, Self.rangeRoles)
    case "after_digits_only": break
    default:
      if let role = Self.lists[name] {
        add(value, role)
      } else if let role = Self.tables[name] {
        for (word, words) in pairs(value) {
          guard let role = role(word.string ?? "") else {
            note(word, "'\(word.string ?? "")' is nothing that '\(name)' knows")
            continue
          }
          add(words, role, isName: name == "countries")
        }
      } else {
        note(key, "a lexicon has no field '\(name)'")
      }
    }
  }

  // MARK: Fields

  /// What ties figures to a story and makes none.
  private static let narrativeFields: Set<String> = [
    "ahead", "apart", "articles", "away", "border", "capital", "changes", "clause",
    "comparisons",
    "countries", "cues", "denials", "elsewhere", "events", "first", "first_names", "gauge",
    "genitives", "kinds",
    "later",
    "modality", "modes", "names", "particles", "natural", "negations", "negations_after", "past",
    "place_endings",
    "places", "previous", "stations", "there", "vehicles", "via", "whole_trip",
  ]

  private static let lists: [String: LexicalRole] = [
    "half": .half, "and_half": .andHalf, "quarter": .quarter, "one": .one, "and": .and,
    "plurals": .plural, "takes": .takes, "pace": .pace, "day_words": .dayWord,
    "month_words": .monthWord,
    "year_words": .yearWord, "per_hour": .perHour, "averages": .average,
    "prefix_units": .prefixUnit, "local": .local, "later": .later, "ago": .ago, "ahead": .ahead,
    "fillers": .filler, "from": .from, "to": .to,
    "in": .inside, "between": .between, "via": .via, "away": .away, "apart": .apart,
    "there": .there, "clause": .clause, "journey": .journey, "whole_trip": .wholeTrip,
    "previous": .previous, "excluded_after": .excludedBehind, "vehicles": .vehicle,
    "border": .border, "gauge": .gauge, "first": .first, "first_names": .firstName,
    "negations": .negation, "negations_after": .negationBehind, "comparisons": .comparison,
    "denials": .denial, "changes": .change, "elsewhere": .elsewhere, "natural": .natural,
    "midweek": .midweek, "genitives": .genitive, "articles": .article, "stations": .station,
    "near": .near, "past": .past, "asides": .aside, "capital": .capital,
    "weeks": .week, "weekends": .weekend,
  ]

  private static let clockRoles: [String: LexicalRole] = [
    "am": .am, "pm": .pm, "oclock": .oclock, "hour": .clockHour, "minute": .clockMinute,
    "before": .clockBefore, "hour_before": .clockHourBefore,
  ]

  private static let rangeRoles: [String: LexicalRole] = [
    "between": .between, "from": .from, "to": .to,
  ]

  private static let tables: [String: @Sendable (String) -> LexicalRole?] = [
    "numbers": { Double($0).map { .number($0) } },
    "and_parts": { Double($0).map { .andPart($0) } },
    "spans": { Double($0).map { .span(minutes: $0) } },
    "multipliers": { Double($0).map { .multiplier($0) } },
    "counts": { Hedge(lexicon: $0).map { .count($0) } },
    "hedges": { Hedge(lexicon: $0).map { .hedge($0) } },
    "hedges_after": { Hedge(lexicon: $0).map { .hedgeBehind($0) } },
    "clock_bounds": { Hedge(lexicon: $0).map { .clockBound($0) } },
    "bounds": { Hedge(lexicon: $0).map { .bound($0) } },
    "fixed_clock": { minutes($0, 0..<1_440).map { .fixedClock(minutes: $0) } },
    "open_clock": { minutes($0, 0..<1_440).map { .openClock(minutes: $0) } },
    "clock_leads": { minutes($0, -59..<60).map { .clockLead(minutes: $0) } },
    "clock_tails": { minutes($0, -59..<60).map { .clockTail(minutes: $0) } },
    "clock_sides": { minutes($0, -1..<2).map { .clockSide($0) } },
    "zones": { .zone($0) },
    "months": { Int($0).flatMap { (1...12).contains($0) ? .month($0) : nil } },
    "weekdays": { name in
      Int(name).flatMap { (1...7).contains($0) ? .weekday(Weekday.allCases[$0 - 1]) : nil }
    },
    "parts": { .partOfDay($0) },
    "which": { name in
      [
        "nearest": TimeExpression.Which.nearest, "last": .last, "next": .next,
      ][name].map { .which($0) }
    },
    "following_days": { Int($0).map { .followingDay($0) } },
    "relative_days": { Int($0).map { .relativeDay($0) } },
    "events": { ReportedEvent(rawValue: $0).map { .event($0) } },
    "particles": { ReportedEvent(rawValue: $0).map { .particle($0) } },
    "kinds": { DistanceKind(rawValue: $0).map { .distanceKind($0) } },
    "modes": { Means(rawValue: $0).map { .means($0) } },
    "cues": { Cue(rawValue: $0).map { .cue($0) } },
    "modality": { Modality(rawValue: $0).map { .modality($0) } },
    "countries": { .country($0) },
  ]

  private static func minutes(_ text: String, _ range: Range<Int>) -> Int? {
    Int(text).flatMap { range.contains($0) ? $0 : nil }
  }

  private mutating func units(_ value: LexiconNode) {
    let after = Set(root["after_digits_only"]?.texts ?? [])
    for (symbol, words) in pairs(value) {
      guard let unit = ValueUnit(symbol: symbol.string ?? "") else {
        note(symbol, "'\(symbol.string ?? "")' is no unit of the value grammar")
        continue
      }
      for word in words.texts {
        entries.phrases.append(
          LexiconEntries.Entry(
            text: word, role: .unit(unit, onlyAfterDigits: after.contains(word))))
      }
    }
  }

  private mutating func placeEndings(_ value: LexiconNode) {
    for (ending, forms) in value.pairs ?? [] {
      entries.placeEndings.append(
        LexiconEntries.PlaceEnding(ending: ending.string ?? "", forms: forms.texts))
    }
  }

  private mutating func table(_ value: LexiconNode, _ roles: [String: LexicalRole]) {
    for (key, words) in pairs(value) {
      guard let role = roles[key.string ?? ""] else {
        note(key, "'\(key.string ?? "")' is nothing that is known here")
        continue
      }
      add(words, role)
    }
  }

  private mutating func add(_ words: LexiconNode, _ role: LexicalRole, isName: Bool = false) {
    for word in words.texts {
      entries.phrases.append(LexiconEntries.Entry(text: word, role: role, isName: isName))
    }
  }

  private mutating func pairs(
    _ node: LexiconNode
  ) -> [(key: LexiconNode, value: LexiconNode)] {
    if let pairs = node.pairs { return pairs }
    note(node, "a mapping is wanted here")
    return []
  }

  private func signs(_ node: LexiconNode) -> Set<UInt8> {
    Set(node.texts.compactMap(\.utf8.first))
  }

  private mutating func note(_ node: LexiconNode, _ message: String) {
    problems.append(DocumentProblem(position: node.position, message: message))
  }
}

extension Hedge {
  fileprivate init?(lexicon name: String) {
    switch name {
    case "just_over": self = .justOver
    case "at_least": self = .atLeast
    case "at_most": self = .atMost
    case "up_to": self = .upTo
    default: self.init(rawValue: name)
    }
  }
}
