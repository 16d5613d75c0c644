import Quantities
import Chronology
import Claims
public import Datasets
public import Gazetteer
import Yams

extension DataFolder {
  /// The lexicons of `lexicon/`, by their languages in alphabetical order.
  ///
  /// - Parameters:
  ///   - languages: the codes of those that are wanted.
  ///   - places: the gazetteer's places, whose names are among the words.
  /// - Throws: `DatasetError` with the place of every mistake, or where a file cannot be read.
  public func lexicons(
    of languages: [String] = Lexicon.languages, places: [Place]
  ) throws(DatasetError) -> [Lexicon] {
    let cities = try table("city_names.csv", columns: ["city", "language", "names", "source"]).rows
    var lexicons: [Lexicon] = []
    for language in languages {
      let name = "lexicon/\(language).yaml"
      let bytes = try DataFolder.bytes(of: file(name))
      do {
        var entries = try LexiconDecoder.entries(bytes, file: name)
        entries.cityNames = cities.filter { $0["language"] == language }.map {
          ($0["city"], Self.names($0["names"]))
        }
        lexicons.append(Lexicon(entries, places))
      } catch {
        throw .document(error)
      }
    }
    return lexicons
  }

  private static func names(_ list: String) -> [String] {
    list.split(separator: ";").map { String($0.trimmingPrefix(while: \.isWhitespace)) }
  }
}

extension Lexicon {
  /// The languages that are read.
  public static let languages = ["de", "en", "es", "fr", "ko", "ru"]
}

/// Reads a lexicon file; every mistake is kept with its place.
private struct LexiconDecoder {
  private let root: Node
  private var entries = LexiconEntries()
  private var problems: [DocumentProblem] = []

  static func entries(_ bytes: [UInt8], file: String) throws(DocumentError) -> LexiconEntries {
    let root = try YAMLDocument.root(
      bytes, file: file, kind: "a lexicon", beginning: "it begins with 'wayproof-lexicon: 1'")
    var decoder = LexiconDecoder(root: root)
    decoder.run()
    guard decoder.problems.isEmpty else {
      throw DocumentError(file: file, problems: decoder.problems)
    }
    return decoder.entries
  }

  private init(root: Node) { self.root = root }

  private mutating func run() {
    guard case .mapping(let mapping) = root else {
      note(root, "a lexicon is a mapping; it begins with 'wayproof-lexicon: 1'")
      return
    }
    for (key, value) in mapping { read(key.string ?? "", key, value) }
    if entries.language.isEmpty { note(root, "the field 'language' is missing") }
  }

  private mutating func read(_ name: String, _ key: Node, _ value: Node) {
    switch name {
    case "wayproof-lexicon", "source": break
    case "language": entries.language = value.string ?? ""
    case "name": entries.name = value.string ?? ""
    case "decimal": entries.decimal = value.string?.utf8.first ?? entries.decimal
    case "grouping": entries.grouping = signs(value)
    case "clock_signs": entries.clockSigns = signs(value)
    case "day_first": entries.isDayFirst = value.bool ?? true
    case "clock_24h": entries.isTwentyFourHours = value.bool ?? false
    case "capital_nouns": entries.hasCapitalNouns = value.bool ?? false
    case "verb_final": entries.isVerbFinal = value.bool ?? false
    case "common": entries.common = texts(value)
    case "place_endings": placeEndings(value)
    case "places":
      for (id, names) in pairs(value) {
        entries.placeAliases.append((id.string ?? "", texts(names)))
      }
    case "units": units(value)
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
    "past": .past, "asides": .aside, "capital": .capital, "weeks": .week, "weekends": .weekend,
  ]

  private static let clockRoles: [String: LexicalRole] = [
    "am": .am, "pm": .pm, "oclock": .oclock, "hour": .clockHour, "minute": .clockMinute,
    "before": .clockBefore,
  ]

  private static let rangeRoles: [String: LexicalRole] = [
    "between": .between, "from": .from, "to": .to,
  ]

  private static let tables: [String: @Sendable (String) -> LexicalRole?] = [
    "numbers": { Double($0).map { .number($0) } },
    "spans": { Double($0).map { .span(minutes: $0) } },
    "multipliers": { Double($0).map { .multiplier($0) } },
    "counts": { Hedge(lexicon: $0).map { .count($0) } },
    "hedges": { Hedge(lexicon: $0).map { .hedge($0) } },
    "hedges_after": { Hedge(lexicon: $0).map { .hedgeBehind($0) } },
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
    "kinds": { DistanceKind(rawValue: $0).map { .distanceKind($0) } },
    "modes": { TravelMode(rawValue: $0).map { .mode($0) } },
    "modality": { Modality(rawValue: $0).map { .modality($0) } },
    "countries": { .country($0) },
  ]

  private static func minutes(_ text: String, _ range: Range<Int>) -> Int? {
    Int(text).flatMap { range.contains($0) ? $0 : nil }
  }

  private mutating func units(_ value: Node) {
    let after = Set(texts(root["after_digits_only"] ?? Node("")))
    for (symbol, words) in pairs(value) {
      guard let unit = ValueUnit(symbol: symbol.string ?? "") else {
        note(symbol, "'\(symbol.string ?? "")' is no unit of the value grammar")
        continue
      }
      for word in texts(words) {
        entries.phrases.append(
          LexiconEntries.Entry(
            text: word, role: .unit(unit, onlyAfterDigits: after.contains(word))))
      }
    }
  }

  private mutating func placeEndings(_ value: Node) {
    guard case .mapping(let mapping) = value else { return }
    for (ending, forms) in mapping {
      entries.placeEndings.append(
        LexiconEntries.PlaceEnding(ending: ending.string ?? "", forms: texts(forms)))
    }
  }

  private mutating func table(_ value: Node, _ roles: [String: LexicalRole]) {
    for (key, words) in pairs(value) {
      guard let role = roles[key.string ?? ""] else {
        note(key, "'\(key.string ?? "")' is nothing that is known here")
        continue
      }
      add(words, role)
    }
  }

  private mutating func add(_ words: Node, _ role: LexicalRole, isName: Bool = false) {
    for word in texts(words) {
      entries.phrases.append(LexiconEntries.Entry(text: word, role: role, isName: isName))
    }
  }

  // MARK: YAML

  private mutating func pairs(_ node: Node) -> [(Node, Node)] {
    guard case .mapping(let mapping) = node else {
      note(node, "a mapping is wanted here")
      return []
    }
    return mapping.map { ($0.key, $0.value) }
  }

  private func texts(_ node: Node) -> [String] {
    node.sequence?.compactMap(\.string) ?? node.string.map { $0.isEmpty ? [] : [$0] } ?? []
  }

  private func signs(_ node: Node) -> Set<UInt8> { Set(texts(node).compactMap(\.utf8.first)) }

  private mutating func note(_ node: Node, _ message: String) {
    problems.append(DocumentProblem(position: FilePosition(node), message: message))
  }
}

extension Hedge {
  fileprivate init?(lexicon name: String) {
    switch name {
    case "just_over": self = .justOver
    case "at_least": self = .atLeast
    case "at_most": self = .atMost
    default: self.init(rawValue: name)
    }
  }
}
