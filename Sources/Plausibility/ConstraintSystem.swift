import Claims

/// Everything that is said about one world: members that could be given up, and laws that could not.
public struct ConstraintSystem: Sendable {
  public let members: [Member]
  /// Arithmetic and order of events, which no one can give up.
  public let laws: [Constraint]
  let vocabulary: Vocabulary
  let lawRelations: [Relation]
  /// For each member, each of its readings: the value first, then what must hold with it.
  let readingRelations: [[[Relation]]]
  /// The group of each variable, events first: those that laws join belong together.
  let groups: [Int32]
  let groupOfLaw: [Int32]

  public init(members: [Member], laws: [Constraint]) {
    self.members = members
    self.laws = laws
    var vocabulary = Vocabulary()
    lawRelations = laws.map { vocabulary.relation($0) }
    readingRelations = members.map { member in
      member.readings.map { reading in
        ([reading.value] + reading.others).map { vocabulary.relation($0) }
      }
    }
    let events = vocabulary.eventNames.count
    var sets = DisjointSets(count: events + vocabulary.quantityNames.count)
    for law in lawRelations { sets.join(law.variables(events: events)) }
    groups = (0..<sets.count).map { Int32(sets.root($0)) }
    groupOfLaw = lawRelations.map { law in
      law.variables(events: events).first.map { Int32(sets.root($0)) } ?? -1
    }
    self.vocabulary = vocabulary
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
      sets.join([variable, Int(group)])
    }
    let events = vocabulary.eventNames.count
    let ofMember = selected.map { member in
      readingRelations[member].joined().flatMap { $0.variables(events: events) }
    }
    for variables in ofMember { sets.join(variables) }
    var result: [Int: [Int]] = [:]
    for (member, variables) in zip(selected, ofMember) {
      result[variables.first.map { sets.root($0) } ?? -1, default: []].append(member)
    }
    return result.values.sorted { ($0.first ?? 0) < ($1.first ?? 0) }
  }
}

extension Relation {
  /// Its variables but the epoch, quantities behind the events.
  func variables(events: Int) -> [Int] {
    self.events.filter { $0 != 0 }.map(Int.init) + quantities.map { events + Int($0) }
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

  mutating func join(_ items: [Int]) {
    guard let first = items.first else { return }
    for item in items.dropFirst() { parents[root(item)] = root(first) }
  }
}
