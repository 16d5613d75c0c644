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
  /// Of each member with several readings of one value the relation that holds under all of them, -1 for others.
  let hulls: [Int]
  /// The system's numbers of the events and quantities; the epoch is event 0.
  let events: [Int32]
  let quantities: [Int32]
  /// Seconds since 1970.
  let reference: Double

  init(
    _ system: ConstraintSystem, members: [Int], widening: Widening = .asTheyStand
  ) {
    self.system = system
    self.members = members
    reference = system.symbols.earliest ?? 0
    var text = Compilation(system, reference)
    for member in members { text.touch(member) }
    for (law, relation) in system.lawRelations.enumerated() where text.isTouched(law) {
      text.add(relation, owner: -1)
    }
    lawCount = text.relations.count
    for (place, member) in members.enumerated() { text.add(member, at: place, widening) }
    for place in members.indices { text.addHull(of: place) }
    relations = text.relations
    owners = text.owners
    readings = text.readings
    firstReadings = text.firstReadings + [text.readings.count]
    hulls = text.hulls
    parts = text.parts
    events = text.events
    quantities = text.quantities
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
    system.symbols.events[id].flatMap { events.firstIndex(of: $0) }
  }

  func quantity(_ id: QuantityID) -> Int? {
    system.symbols.quantities[id].flatMap { quantities.firstIndex(of: $0) }
  }

  func name(ofEvent event: Int) -> EventID { system.symbols.eventNames[Int(events[event])] }

  func name(ofQuantity quantity: Int) -> QuantityID {
    system.symbols.quantityNames[Int(quantities[quantity])]
  }
}

extension Relation {
  /// Reads a claim's words more widely.
  fileprivate mutating func widen(
    _ widening: Widening, _ member: Int, _ interval: ClaimedInterval?
  ) {
    guard let interval else { return }
    let wider = widening.interval(interval, of: member)
    low = wider.lower ?? -.infinity
    high = wider.upper ?? .infinity
  }
}

/// Writes the relations of members down, with numbers of their own for the variables that bear on them.
private struct Compilation {
  private let system: ConstraintSystem
  private let reference: Double
  private var eventNumbers: [Int32]
  private var quantityNumbers: [Int32]
  private var touchedGroups: [Bool]
  private(set) var events: [Int32] = [0]
  private(set) var quantities: [Int32] = []
  private(set) var parts: [Int32] = []
  private(set) var relations: [Relation] = []
  private(set) var owners: [Int32] = []
  private(set) var readings: [Range<Int>] = []
  private(set) var firstReadings: [Int] = []
  private(set) var hulls: [Int] = []

  init(_ system: ConstraintSystem, _ reference: Double) {
    self.system = system
    self.reference = reference
    eventNumbers = Array(repeating: -1, count: system.symbols.eventNames.count)
    quantityNumbers = Array(repeating: -1, count: system.symbols.quantityNames.count)
    touchedGroups = Array(repeating: false, count: system.groups.count)
    eventNumbers[0] = 0
    relations.reserveCapacity(system.lawRelations.count + system.members.count)
  }

  mutating func touch(_ member: Int) {
    for range in system.readings(of: member) {
      for index in range { touch(system.memberRelations[index]) }
    }
  }

  private mutating func touch(_ relation: Relation) {
    let events = system.symbols.eventNames.count
    relation.forEachEvent { event in
      if event != 0 { touchedGroups[Int(system.groups[event])] = true }
    }
    relation.forEachQuantity(system.symbols.parts) { quantity in
      touchedGroups[Int(system.groups[events + quantity])] = true
    }
  }

  func isTouched(_ law: Int) -> Bool {
    let group = system.groupOfLaw[law]
    return group < 0 || touchedGroups[Int(group)]
  }

  mutating func add(_ relation: Relation, owner: Int32) {
    relations.append(numbered(relation))
    owners.append(owner)
  }

  /// The relations of a member's readings, each as wide as it is to be.
  mutating func add(_ member: Int, at place: Int, _ widening: Widening) {
    firstReadings.append(readings.count)
    let isWidened = !widening.isAsTheyStand && system.members[member].claim != nil
    let usual = system.members[member].readings
    let isLoose = widening.isLoose(member)
    for (reading, range) in system.readings(of: member).enumerated()
    where reading < usual.count || isLoose {
      let start = relations.count
      for index in range {
        var relation = system.memberRelations[index]
        if index == range.lowerBound, isWidened, reading < usual.count {
          let value = usual[reading].value
          relation.widen(widening, member, value.interval)
        }
        add(relation, owner: Int32(place))
      }
      readings.append(start..<relations.count)
    }
  }

  /// What a member bounds whichever reading is right.
  mutating func addHull(of place: Int) {
    let end = place + 1 < firstReadings.count ? firstReadings[place + 1] : readings.count
    let values = readings[firstReadings[place]..<end].map { relations[$0.lowerBound] }
    guard values.count > 1, var hull = values.first,
      hull.kind == .within || hull.kind == .elapsed,
      values.allSatisfy({ $0.isAbout(sameAs: hull) })
    else { return hulls.append(-1) }
    hull.low = values.reduce(hull.low) { min($0, $1.low) }
    hull.high = values.reduce(hull.high) { max($0, $1.high) }
    hulls.append(relations.count)
    relations.append(hull)
    owners.append(Int32(place))
  }

  private mutating func numbered(_ relation: Relation) -> Relation {
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
      for part in relation.parts { parts.append(quantity(system.symbols.parts[part])) }
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

extension Relation {
  /// Whether both bound the same value.
  fileprivate func isAbout(sameAs other: Relation) -> Bool {
    kind == other.kind && first == other.first && second == other.second
  }
}
