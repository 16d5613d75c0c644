import Claims

/// What some members of a system say, with the laws that bear on it, as the solvers read it.
///
/// Members are known by their places in `members`, variables by numbers of their own; moments count from
/// `reference`, to keep precision.
final class Problem: Sendable {
  let system: ConstraintSystem
  /// The positions in the system.
  let members: [Int]
  let relations: [Relation]
  /// The member of each relation, -1 for laws, which come first.
  let owners: [Int32]
  let lawCount: Int
  /// The parts of its sums.
  let parts: [Int32]
  /// The relations of each reading, and where the readings of each member begin among them.
  private let readings: [Range<Int>]
  private let firstReadings: [Int]
  /// The system's numbers of the events and quantities; the epoch is event 0.
  let events: [Int32]
  let quantities: [Int32]
  /// Seconds since 1970.
  let reference: Double

  init(
    _ system: ConstraintSystem, members: [Int], reading claims: ClaimReading = .asTheyStand
  ) {
    self.system = system
    self.members = members
    let reference = system.vocabulary.earliest ?? 0
    self.reference = reference
    var numbers = Numbers(system, reference)
    for member in members {
      for range in system.readings(of: member) {
        for index in range { numbers.touch(system.memberRelations[index]) }
      }
    }
    var relations: [Relation] = []
    relations.reserveCapacity(system.lawRelations.count + members.count)
    for (law, relation) in system.lawRelations.enumerated() where numbers.isTouched(law) {
      relations.append(numbers.numbered(relation))
    }
    let lawCount = relations.count
    var owners = Array(repeating: Int32(-1), count: lawCount)
    var readings: [Range<Int>] = []
    var firstReadings: [Int] = []
    for (place, member) in members.enumerated() {
      firstReadings.append(readings.count)
      for (reading, range) in system.readings(of: member).enumerated() {
        let start = relations.count
        for index in range {
          var relation = system.memberRelations[index]
          if index == range.lowerBound, !claims.isAsTheyStand,
            system.members[member].claim != nil
          {
            relation.widen(
              claims, member, system.members[member].readings[reading].value.interval)
          }
          relations.append(numbers.numbered(relation))
          owners.append(Int32(place))
        }
        readings.append(start..<relations.count)
      }
    }
    self.lawCount = lawCount
    self.owners = owners
    self.relations = relations
    self.readings = readings
    self.firstReadings = firstReadings + [readings.count]
    parts = numbers.parts
    events = numbers.events
    quantities = numbers.quantities
  }

  /// The relations of a member's readings.
  func readings(of place: Int) -> ArraySlice<Range<Int>> {
    readings[firstReadings[place]..<firstReadings[place + 1]]
  }

  func readingCount(of place: Int) -> Int { firstReadings[place + 1] - firstReadings[place] }

  /// The relations of one reading of a member.
  func relations(of place: Int, reading: Int) -> Range<Int> {
    readings[firstReadings[place] + reading]
  }

  /// The variable's own number, nil where nothing bears on it.
  func event(_ id: EventID) -> Int? {
    system.vocabulary.events[id].flatMap { events.firstIndex(of: $0) }
  }

  func quantity(_ id: QuantityID) -> Int? {
    system.vocabulary.quantities[id].flatMap { quantities.firstIndex(of: $0) }
  }

  func name(ofEvent event: Int) -> EventID { system.vocabulary.eventNames[Int(events[event])] }

  func name(ofQuantity quantity: Int) -> QuantityID {
    system.vocabulary.quantityNames[Int(quantities[quantity])]
  }
}

extension Relation {
  /// Reads a claim's words more widely.
  fileprivate mutating func widen(
    _ claims: ClaimReading, _ member: Int, _ interval: ClaimedInterval?
  ) {
    guard let interval else { return }
    let wider = claims.interval(interval, of: member)
    low = wider.lower ?? -.infinity
    high = wider.upper ?? .infinity
  }
}

/// Gives the variables that bear on a problem numbers of their own.
private struct Numbers {
  private let system: ConstraintSystem
  private let reference: Double
  private var eventNumbers: [Int32]
  private var quantityNumbers: [Int32]
  private var touchedGroups: [Bool]
  private(set) var events: [Int32] = [0]
  private(set) var quantities: [Int32] = []
  private(set) var parts: [Int32] = []

  init(_ system: ConstraintSystem, _ reference: Double) {
    self.system = system
    self.reference = reference
    eventNumbers = Array(repeating: -1, count: system.vocabulary.eventNames.count)
    quantityNumbers = Array(repeating: -1, count: system.vocabulary.quantityNames.count)
    touchedGroups = Array(repeating: false, count: system.groups.count)
    eventNumbers[0] = 0
  }

  mutating func touch(_ relation: Relation) {
    let events = system.vocabulary.eventNames.count
    relation.forEachEvent { event in
      if event != 0 { touchedGroups[Int(system.groups[event])] = true }
    }
    relation.forEachQuantity(system.vocabulary.parts) { quantity in
      touchedGroups[Int(system.groups[events + quantity])] = true
    }
  }

  func isTouched(_ law: Int) -> Bool {
    let group = system.groupOfLaw[law]
    return group < 0 || touchedGroups[Int(group)]
  }

  mutating func numbered(_ relation: Relation) -> Relation {
    var new = relation
    switch relation.kind {
    case .within: new.first = quantity(relation.first)
    case .elapsed:
      new.first = event(relation.first)
      new.second = event(relation.second)
      let shift =
        (relation.first == 0 ? reference : 0) - (relation.second == 0 ? reference : 0)
      new.low -= shift
      new.high -= shift
    case .order:
      new.first = quantity(relation.first)
      new.second = quantity(relation.second)
    case .sum:
      new.first = quantity(relation.first)
      let start = parts.count
      for part in relation.parts { parts.append(quantity(system.vocabulary.parts[part])) }
      new.parts = start..<parts.count
    case .reach, .average:
      new.first = quantity(relation.first)
      new.second = quantity(relation.second)
      new.start = event(relation.start)
      new.end = event(relation.end)
    }
    return new
  }

  private mutating func event(_ event: Int32) -> Int32 {
    if eventNumbers[Int(event)] < 0 {
      eventNumbers[Int(event)] = Int32(events.count)
      events.append(event)
    }
    return eventNumbers[Int(event)]
  }

  private mutating func quantity(_ quantity: Int32) -> Int32 {
    if quantityNumbers[Int(quantity)] < 0 {
      quantityNumbers[Int(quantity)] = Int32(quantities.count)
      quantities.append(quantity)
    }
    return quantityNumbers[Int(quantity)]
  }
}
