import Claims

/// Everything that is said about one world: members that could be given up, and laws that could not.
public struct ConstraintSystem: Sendable {
  public let members: [Member]
  /// Arithmetic and order of events, which no one can give up.
  public let laws: [Constraint]
  let symbols: SymbolTable
  let lawRelations: [Relation]
  /// The relations of all readings of all members, one reading after another: the value first, then what must
  /// hold with it.
  let memberRelations: [Relation]
  /// The relations of each reading, and where the readings of each member begin among them.
  let readings: [Range<Int>]
  let firstReadings: [Int]
  /// The group of each variable, events first: those that laws join belong together.
  let groups: [Int32]
  let groupOfLaw: [Int32]

  public init(members: [Member], laws: [Constraint]) {
    self.members = members
    self.laws = laws
    var symbols = SymbolTable()
    lawRelations = laws.map { symbols.relation($0) }
    var relations: [Relation] = []
    var readings: [Range<Int>] = []
    var firstReadings: [Int] = []
    relations.reserveCapacity(members.count)
    for member in members {
      firstReadings.append(readings.count)
      for reading in member.readings + member.looseReadings {
        let start = relations.count
        relations.append(symbols.relation(reading.value))
        for other in reading.others { relations.append(symbols.relation(other)) }
        readings.append(start..<relations.count)
      }
    }
    memberRelations = relations
    self.readings = readings
    self.firstReadings = firstReadings + [readings.count]
    var sets = DisjointSets(
      count: symbols.eventNames.count + symbols.quantityNames.count)
    let firsts = lawRelations.map { sets.join($0, symbols) }
    groups = (0..<sets.count).map { Int32(sets.root($0)) }
    groupOfLaw = firsts.map { $0.map { Int32(sets.root($0)) } ?? -1 }
    self.symbols = symbols
  }

  /// The relations of a member's readings.
  func readings(of member: Int) -> ArraySlice<Range<Int>> {
    readings[firstReadings[member]..<firstReadings[member + 1]]
  }

  /// The positions of the members with the given identifiers.
  public func indices(of ids: some Sequence<Member.ID>) -> [Int] {
    let wanted = Set(ids)
    return members.indices.filter { wanted.contains(members[$0].id) }
  }

  /// The selected members in groups that share no event and no quantity.
  func components(of selected: [Int]) -> [[Int]] {
    var sets = DisjointSets(count: groups.count)
    for (variable, group) in groups.enumerated() where variable != 0 {
      sets.join(variable, Int(group))
    }
    let firsts = selected.map { member -> Int? in
      var first: Int?
      for range in readings(of: member) {
        for relation in memberRelations[range] {
          guard let own = sets.join(relation, symbols) else { continue }
          if let first { sets.join(first, own) }
          first = first ?? own
        }
      }
      return first
    }
    var result: [Int: [Int]] = [:]
    for (member, first) in zip(selected, firsts) {
      result[first.map { sets.root($0) } ?? -1, default: []].append(member)
    }
    return result.values.sorted { ($0.first ?? 0) < ($1.first ?? 0) }
  }
}

/// Sets that are joined step by step (union–find).
private struct DisjointSets {
  private var parents: [Int]
  var count: Int { parents.count }

  init(count: Int) { parents = Array(0..<count) }

  mutating func root(_ item: Int) -> Int {
    var item = item
    while parents[item] != item {
      parents[item] = parents[parents[item]]
      item = parents[item]
    }
    return item
  }

  mutating func join(_ one: Int, _ other: Int) { parents[root(other)] = root(one) }

  /// Joins all variables of a relation but the epoch, quantities behind the events; one of them, or nil where
  /// there is none.
  mutating func join(_ relation: Relation, _ symbols: SymbolTable) -> Int? {
    var first: Int?
    func take(_ variable: Int) {
      if let first { join(first, variable) }
      first = first ?? variable
    }
    relation.forEachEvent { if $0 != 0 { take($0) } }
    let events = symbols.eventNames.count
    relation.forEachQuantity(symbols.parts) { take(events + $0) }
    return first
  }
}
