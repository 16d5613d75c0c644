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
  /// The relations of each member's readings.
  let readings: [[Range<Int>]]
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
    var numbers = Numbers(system)
    for relation in members.flatMap({ system.readingRelations[$0].joined() }) {
      numbers.touch(relation)
    }
    var relations: [Relation] = []
    for (law, relation) in system.lawRelations.enumerated() where numbers.isTouched(law) {
      relations.append(numbers.numbered(relation, reference))
    }
    let lawCount = relations.count
    var owners = Array(repeating: Int32(-1), count: lawCount)
    readings = members.enumerated().map { place, member in
      system.readingRelations[member].enumerated().map { reading, said in
        let start = relations.count
        for (index, relation) in said.enumerated() {
          var relation = relation
          if index == 0, system.members[member].claim != nil {
            relation.widen(
              claims, member, system.members[member].readings[reading].value.interval)
          }
          relations.append(numbers.numbered(relation, reference))
        }
        owners += Array(repeating: Int32(place), count: relations.count - start)
        return start..<relations.count
      }
    }
    self.lawCount = lawCount
    self.owners = owners
    self.relations = relations
    events = numbers.events
    quantities = numbers.quantities
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
  private var eventNumbers: [Int32]
  private var quantityNumbers: [Int32]
  private var touchedGroups: [Bool]
  private(set) var events: [Int32] = [0]
  private(set) var quantities: [Int32] = []

  init(_ system: ConstraintSystem) {
    self.system = system
    eventNumbers = Array(repeating: -1, count: system.vocabulary.eventNames.count)
    quantityNumbers = Array(repeating: -1, count: system.vocabulary.quantityNames.count)
    touchedGroups = Array(repeating: false, count: system.groups.count)
    eventNumbers[0] = 0
  }

  mutating func touch(_ relation: Relation) {
    let events = system.vocabulary.eventNames.count
    for event in relation.events where event != 0 {
      touchedGroups[Int(system.groups[Int(event)])] = true
    }
    for quantity in relation.quantities {
      touchedGroups[Int(system.groups[events + Int(quantity)])] = true
    }
  }

  func isTouched(_ law: Int) -> Bool {
    let group = system.groupOfLaw[law]
    return group < 0 || touchedGroups[Int(group)]
  }

  mutating func numbered(_ relation: Relation, _ reference: Double) -> Relation {
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
      new.parts = relation.parts.map { quantity($0) }
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
