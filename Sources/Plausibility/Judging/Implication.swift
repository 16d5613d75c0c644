public import Claims

/// What other members imply for the value of one reading of a member.
public struct Implication: Sendable {
  /// The position of the member's own reading.
  public let reading: Int
  /// The interval that its words give.
  public let claimed: ClaimedInterval
  /// What the others leave for the same value, in SI; moments are seconds since 1970.
  public let implied: Bounds
  /// The readings of the others under which that is so, where they have several.
  public let others: [Member.ID: Int]
  /// How far the words would have to be stretched; nil where they need not, or cannot, be.
  public let stretch: Stretch?
  /// Whether claimed and implied share a value.
  public let meets: Bool
  /// Whether the ends can be reached; else the implied interval may be wider than it must.
  public let isExact: Bool
}

extension Implication {
  fileprivate init(
    _ reading: Int, _ claimed: ClaimedInterval, _ exact: ExactBounds,
    others: [Member.ID: Int]
  ) {
    let implied = exact.bounds
    self.reading = reading
    self.claimed = claimed
    self.implied = implied
    self.others = others
    stretch = claimed.stretchNeeded(
      toReach: implied.low.isFinite ? implied.low : nil,
      implied.high.isFinite ? implied.high : nil)
    let isBelow = claimed.lower.map { implied.high < $0 - Tolerance.of($0) } ?? false
    let isAbove = claimed.upper.map { implied.low > $0 + Tolerance.of($0) } ?? false
    meets = !isBelow && !isAbove
    isExact = exact.isExact
  }
}

extension ConstraintSystem {
  /// What the members at `selected` imply for each reading of another member, one answer for each
  /// choice of readings that they bear.
  ///
  /// - Parameters:
  ///   - member: the position of the member.
  ///   - selected: the positions of the members taken into account.
  ///   - givesHull: whether of very many choices the hull is given, or nothing.
  public func implications(
    for member: Int, from selected: [Int], givesHull: Bool = true
  ) -> [Implication] {
    let connected = components(of: Array(Set(selected + [member])).sorted())
    let group = connected.first { $0.contains(member) } ?? [member]
    return implications(
      for: member, Decider(Problem(self, members: group), patience: Decider.briefly),
      givesHull: givesHull)
  }

  /// The same from all other members of a decider's problem.
  func implications(
    for member: Int, _ decider: Decider, givesHull: Bool = true
  ) -> [Implication] {
    let problem = decider.problem
    guard let own = problem.members.firstIndex(of: member) else { return [] }
    var others = MemberSet.all(problem.members.count)
    others.remove(own)
    let choices = decider.choices(others, limit: Self.readingLimit)
    guard givesHull || choices.areAll else { return [] }
    var result: [Implication] = []
    for (place, range) in problem.readings(of: own).enumerated() {
      let reading = members[member].readings[place]
      guard let claimed = reading.value.interval else { continue }
      let besides = range.dropFirst().startIndex..<range.upperBound
      guard choices.areAll else {
        guard let hull = decider.hull(of: reading.value, given: others, with: besides) else {
          continue
        }
        result.append(Implication(place, claimed, hull, others: [:]))
        continue
      }
      for choice in choices.list {
        guard let exact = choice.exactBounds(of: reading.value, with: besides) else { continue }
        result.merge(
          Implication(
            place, claimed, exact, others: named(choice.readings, in: problem)))
      }
    }
    return result
  }

  /// How many choices of readings are kept apart; of more, the hull is given.
  static let readingLimit = 64

  /// The chosen readings of members that have several, by the members' names.
  func named(_ readings: [Int], in problem: Problem) -> [Member.ID: Int] {
    var named: [Member.ID: Int] = [:]
    for (place, reading) in readings.enumerated() where reading >= 0 {
      let member = members[problem.members[place]]
      if member.readings.count + member.looseReadings.count > 1 { named[member.id] = reading }
    }
    return named
  }
}

extension [Implication] {
  /// Adds an answer, or where there is the same one already, forgets the readings that made no
  /// difference.
  fileprivate mutating func merge(_ new: Implication) {
    let same = firstIndex {
      $0.reading == new.reading && $0.implied.isAlike(new.implied) && $0.claimed == new.claimed
    }
    guard let same else {
      append(new)
      return
    }
    let old = self[same]
    self[same] = Implication(
      reading: old.reading, claimed: old.claimed, implied: old.implied,
      others: old.others.filter { new.others[$0.key] == $0.value }, stretch: old.stretch,
      meets: old.meets, isExact: old.isExact && new.isExact)
  }
}
