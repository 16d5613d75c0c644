/// A bound that was drawn, with what it was drawn from.
struct Fact {
  enum Subject: Hashable {
    /// Quantity at least, or at most, the value.
    case least(Int)
    case most(Int)
    /// The second event is at most the value, in seconds, after the first.
    case elapsed(Int, Int)
  }

  let subject: Subject
  let value: Double
  let cause: Cause
  /// The facts it follows from, as a range of the log's premises.
  let premises: Range<Int>
}

/// What a fact rests on besides its premises.
enum Cause: Hashable {
  case law
  /// A member, by its place in the problem.
  case member(Int)
  /// Taken for the sake of a distinction of cases, at a depth of the branching.
  case split(Int)

  init(owner: Int32) { self = owner < 0 ? .law : .member(Int(owner)) }
}

/// All bounds that were drawn, in an order in which each follows from those before it.
struct FactLog {
  private(set) var facts: [Fact] = []
  private(set) var premises: [Int] = []
  /// Where the premises of the fact to come begin.
  private var mark = 0

  /// Forgets what was cited for a fact that was not drawn.
  mutating func begin() {
    mark = premises.count
  }

  mutating func cite(_ fact: Int32) {
    if fact >= 0 { premises.append(Int(fact)) }
  }

  /// Records a fact that follows from what was cited since `begin`.
  mutating func add(_ subject: Fact.Subject, _ value: Double, _ cause: Cause) -> Int32 {
    facts.append(
      Fact(subject: subject, value: value, cause: cause, premises: mark..<premises.count))
    mark = premises.count
    return Int32(facts.count - 1)
  }

  /// What was cited since `begin`, where no fact follows but a contradiction.
  mutating func takeCited() -> [Int] {
    let cited = Array(premises[mark...])
    premises.removeSubrange(mark...)
    return cited
  }

  /// The facts that some facts rest on, themselves included, in order.
  func closure(of roots: [Int]) -> [Int] {
    var isNeeded = Array(repeating: false, count: facts.count)
    var queue = roots
    while let fact = queue.popLast() {
      guard !isNeeded[fact] else { continue }
      isNeeded[fact] = true
      queue += premises[facts[fact].premises]
    }
    return facts.indices.filter { isNeeded[$0] }
  }

  /// The members and the distinctions of cases that some facts rest on.
  func core(of roots: [Int], members: Int) -> Core {
    var core = Core(members: MemberSet(count: members))
    guard let last = roots.max() else { return core }
    withUnsafeTemporaryAllocation(of: Bool.self, capacity: last + 1) { isNeeded in
      isNeeded.initialize(repeating: false)
      for root in roots { isNeeded[root] = true }
      // Each fact follows from those before it.
      for index in stride(from: last, through: 0, by: -1) where isNeeded[index] {
        let fact = facts[index]
        for premise in fact.premises { isNeeded[premises[premise]] = true }
        switch fact.cause {
        case .law: break
        case .member(let member): core.members.insert(member)
        case .split(let depth): core.splits |= 1 << UInt64(depth)
        }
      }
    }
    return core
  }
}

/// What a contradiction rests on.
struct Core {
  var members: MemberSet
  /// The depths of the distinctions of cases, as bits.
  var splits: UInt64 = 0

  mutating func formUnion(_ other: Core) {
    members.formUnion(other.members)
    splits |= other.splits
  }
}
