/// Every bound that was drawn, with what it was drawn from.
struct Trace {
  struct Fact {
    let subject: ProofSubject
    let isUpper: Bool
    let value: Double
    let member: Int
    let premises: [Int]
  }

  private(set) var facts: [Fact] = []
  var lowFacts: [Int?]
  var highFacts: [Int?]
  /// For each pair of events, the facts whose sum is the known bound.
  private(set) var paths: [[Int]]

  init(events: Int, quantities: Int) {
    lowFacts = Array(repeating: nil, count: quantities)
    highFacts = lowFacts
    paths = Array(repeating: [], count: events * events)
  }

  mutating func add(
    _ subject: ProofSubject, atLeast value: Double, member: Int, premises: [Int]
  ) -> Int {
    facts.append(
      Fact(subject: subject, isUpper: false, value: value, member: member, premises: premises))
    return facts.count - 1
  }

  mutating func add(
    _ subject: ProofSubject, atMost value: Double, member: Int, premises: [Int]
  ) -> Int {
    facts.append(
      Fact(subject: subject, isUpper: true, value: value, member: member, premises: premises))
    return facts.count - 1
  }

  func low(_ quantity: Int) -> [Int] { lowFacts[quantity].map { [$0] } ?? [] }
  func high(_ quantity: Int) -> [Int] { highFacts[quantity].map { [$0] } ?? [] }

  /// The path from `start` to `end` now goes by a new fact from `from` to `to`.
  mutating func join(_ start: Int, _ from: Int, _ fact: Int, _ to: Int, _ end: Int, count: Int) {
    paths[start * count + end] =
      (start == from ? [] : paths[start * count + from]) + [fact]
      + (to == end ? [] : paths[to * count + end])
  }
}
