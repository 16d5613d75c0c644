import Chronology
import Datasets
import Quantities
import Yams

/// Claims that version 2 of the format adds.
extension CaseDecoder {
  // MARK: Comparisons

  /// How much more or less one quantity is than another, or how many times as much.
  mutating func comparison(_ fields: YAMLFields, _ key: String) -> ClaimSubject? {
    let value = key == "times" ? count(fields, key) : difference(fields, key)
    let dimension = key == "times" ? nil : value?.unit.dimension
    let of = quantity(fields, "of", dimension)
    let than = quantity(fields, "than", dimension)
    guard let value, let of, let than else { return nil }
    if let one = of.dimension, let other = than.dimension, one != other {
      report(
        "a \(one.rawValue) cannot be compared with a \(other.rawValue)", at: fields.position)
      return nil
    }
    let isLess = key == "less"
    return .comparison(
      QuantityComparison(
        relation: key == "times" ? .times : .more, value: value, greater: isLess ? than : of,
        lesser: isLess ? of : than))
  }

  /// A difference in any dimension.
  private mutating func difference(_ fields: YAMLFields, _ key: String) -> HedgedValue? {
    guard let text = fields.required(key, &problems) else { return nil }
    for dimension in ValueUnit.Dimension.allCases {
      if let value = try? grammar.value(text, as: dimension, language: language) { return value }
    }
    return value(fields, key, as: .duration)
  }

  /// A bare number with its hedge, such as `about 3` or `two`.
  mutating func count(_ fields: YAMLFields, _ key: String) -> HedgedValue? {
    guard let text = fields.required(key, &problems) else { return nil }
    let bare = text.hasSuffix(" times") ? String(text.dropLast(6)) : text
    guard let value = try? grammar.value("\(bare) km", as: .distance, language: language),
      value.unit == .kilometer, value.conversion == nil
    else {
      report(
        "'\(text)' is no number; write such as '\(key): 2' or '\(key): about 3'",
        at: fields.position(of: key))
      return nil
    }
    return HedgedValue(
      hedge: value.hedge, number: value.number, upperNumber: value.upperNumber, unit: .times)
  }

  /// What is compared: another claim by its identifier, or a quantity between two events or places.
  private mutating func quantity(
    _ fields: YAMLFields, _ key: String, _ dimension: ValueUnit.Dimension?
  ) -> ComparedQuantity? {
    guard let node = fields.node(key) else {
      report(
        "a comparison needs '\(key)': the id of a claim, or {from: …, to: …}", at: fields.position)
      return nil
    }
    if node.scalar != nil {
      return fields.required(key, &problems).map { .claim(Claim.ID($0)) }
    }
    guard
      let own = YAMLFields(
        node, name: "'\(key)'", known: ["quantity", "from", "to", "journey", "kind"],
        problems: &problems)
    else { return nil }
    if let kindText = own.has("kind") ? own.required("kind", &problems) : nil {
      guard let kind = kind(kindText, own), let from = own.required("from", &problems),
        let to = own.required("to", &problems)
      else { return nil }
      return .distance(kind, from: from, to: to)
    }
    let said = own.optional("quantity", &problems)
    let names = ValueUnit.Dimension.allCases.map(\.rawValue)
    guard said.isEmpty || names.contains(said) else {
      report(
        "'\(said)' is no quantity; \(advice(own, "quantity", said, names))",
        at: own.position(of: "quantity"))
      return nil
    }
    guard let from = event(own, "from"), let to = event(own, "to") else { return nil }
    switch ValueUnit.Dimension(rawValue: said) ?? dimension {
    case .distance: return .way(from: from, to: to)
    case .speed: return .average(from: from, to: to)
    case .duration: return .duration(from: from, to: to)
    case nil:
      report(
        "a multiple of another quantity: write 'quantity: \(Self.alternatives(names))'",
        at: own.position)
      return nil
    }
  }

  /// Where the places of a comparison stand in the file.
  func comparedNames(_ fields: YAMLFields) -> [String: FilePosition] {
    var unheard: [DocumentProblem] = []
    return ["of", "than"].reduce(into: [:]) { names, key in
      guard let node = fields.node(key), node.mapping != nil,
        let own = YAMLFields(
          node, name: key, known: ["quantity", "from", "to", "journey", "kind"],
          problems: &unheard)
      else { return }
      names.merge(own.positions(of: "from", "to")) { first, _ in first }
    }
  }

  /// Every claim that a comparison names must be there.
  mutating func checkComparisons(_ claims: [Claim]) {
    let ids = Set(claims.map(\.id.text))
    for claim in claims {
      guard case .comparison(let said) = claim.subject else { continue }
      for case .claim(let other) in [said.greater, said.lesser]
      where !ids.contains(other.text) || other == claim.id {
        let meant = Likeness.nearest(to: other.text, among: ids)
        report(
          "no other claim has the id '\(other)'"
            + (meant.map { "; '\($0)' is the most alike" } ?? ""), at: claim.place)
      }
    }
  }

  // MARK: Ways, totals and counts

  /// How far a journey went, where both ends are events of it, or stops of the journey that is named; nil where they are
  /// places.
  mutating func way(_ fields: YAMLFields) -> ClaimSubject? {
    guard version > 1, let from = fields.node("from")?.scalar?.string,
      let to = fields.node("to")?.scalar?.string,
      isEvent(from) && isEvent(to) || areStops(from, to, fields), let start = event(fields, "from"),
      let end = event(fields, "to"),
      let value = value(fields, "distance", as: .distance)
    else { return nil }
    return .way(value, from: start, to: end)
  }

  /// Whether both ends are stops of the journey that a claim names, and its length is of the kind that the journey goes by:
  /// another journey between the same places may be longer.
  private func areStops(_ from: String, _ to: String, _ fields: YAMLFields) -> Bool {
    guard let name = fields.node("journey")?.scalar?.string, let parts = journeys[name] else {
      return false
    }
    let kinds = Set(parts.map(\.mode.distanceKind.rawValue))
    let said = fields.node("kind").map { $0.scalar.map { [$0.string] } ?? ["", ""] } ?? []
    let stops = Set(parts.flatMap(\.stops).map(\.id))
    return said.allSatisfy { kinds == [$0] } && stops.isSuperset(of: [from, to])
  }

  /// Which parts of the time a duration counts; nil where the word is none.
  mutating func countedTime(_ fields: YAMLFields) -> CountedTime? {
    guard fields.has("counts") else { return .elapsed }
    guard let text = fields.required("counts", &problems) else { return nil }
    if let counted = CountedTime(rawValue: text) { return counted }
    report(
      "'\(text)' is no part of the time; "
        + advice(fields, "counts", text, CountedTime.allCases.map(\.rawValue)),
      at: fields.position(of: "counts"))
    return nil
  }

  mutating func stops(_ fields: YAMLFields) -> ClaimSubject? {
    let value = count(fields, "stops")
    let journey = journey(
      named: fields.optional("journey", &problems), for: "number of stops",
      at: fields.position(of: "journey"))
    guard let value, let journey else { return nil }
    return .stops(value, journey: journey.id)
  }

  mutating func ahead(_ fields: YAMLFields) -> ClaimSubject? {
    let value = value(fields, "ahead", as: .duration)
    guard let value, let from = fields.required("from", &problems),
      let to = fields.required("to", &problems)
    else { return nil }
    return .ahead(value, from: from, to: to)
  }

  // MARK: Calendars

  /// A moment by the calendar that the claim names.
  mutating func dated(_ expression: TimeExpression, _ fields: YAMLFields) -> TimeExpression {
    guard fields.has("calendar"), let text = fields.required("calendar", &problems) else {
      return expression
    }
    guard ["gregorian", "julian"].contains(text) else {
      report(
        "'\(text)' is no calendar; \(advice(fields, "calendar", text, ["gregorian", "julian"]))",
        at: fields.position(of: "calendar"))
      return expression
    }
    guard text == "julian" else { return expression }
    switch expression.day {
    case .date(let date): return expression.on(.date(CivilDate(julian: date)))
    case .days(let first, let last):
      return expression.on(.days(CivilDate(julian: first), CivilDate(julian: last)))
    case .weekday, .week, .month, .year, nil:
      report(
        "a day of the Julian calendar is written in full, such as 25 October 1917",
        at: fields.position(of: "time"))
      return expression
    }
  }
}
