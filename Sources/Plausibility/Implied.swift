public import Claims

/// What other members imply for the value of one reading of a member.
public struct Implication: Sendable {
  /// The label of the member's own reading.
  public let reading: String
  /// The interval that its words give.
  public let claimed: ClaimedInterval
  /// What the others leave for the same value, in SI; moments are seconds since 1970.
  public let implied: Bounds
  /// The readings of the others under which that is so, where they have several.
  public let others: [Member.ID: String]
  /// How far the words would have to be stretched; nil where they need not, or cannot, be.
  public let stretch: Stretch?
  /// Whether claimed and implied share a value.
  public let meets: Bool
  /// Whether every choice of readings was looked at and the ends can be reached; else the implied interval may be
  /// wider than it must, or other readings may allow more.
  public let isExact: Bool
}

extension ConstraintSystem {
  /// What the members at `selected` imply for each reading of another member, one answer for each
  /// choice of readings that they bear.
  public func implications(for member: Int, from selected: [Int]) -> [Implication] {
    let connected = components(of: Array(Set(selected + [member])).sorted())
    let group = connected.first { $0.contains(member) } ?? [member]
    let problem = Problem(self, members: group)
    guard let own = group.firstIndex(of: member) else { return [] }
    var others = MemberSet.all(group.count)
    others.remove(own)
    var result: [Implication] = []
    let scenarios = Decider(problem).scenarios(others, limit: Self.readingLimit)
    let isComplete = scenarios.count < Self.readingLimit
    for scenario in scenarios {
      let labels = labels(of: scenario.readings, in: problem)
      for (reading, range) in zip(members[member].readings, problem.readings(of: own)) {
        guard let claimed = reading.value.interval else { continue }
        guard
          let exact = scenario.exactBounds(
            of: reading.value, with: range.dropFirst().startIndex..<range.upperBound)
        else { continue }
        let implied = exact.bounds
        let low = implied.low.isFinite ? implied.low : nil
        let high = implied.high.isFinite ? implied.high : nil
        let stretch = claimed.stretchNeeded(toReach: low, high)
        let isBelow = high.map { high in claimed.lower.map { high < $0 - slack($0) } ?? false }
        let isAbove = low.map { low in claimed.upper.map { low > $0 + slack($0) } ?? false }
        result.merge(
          Implication(
            reading: reading.label, claimed: claimed, implied: implied, others: labels,
            stretch: stretch, meets: !(isBelow ?? false) && !(isAbove ?? false),
            isExact: isComplete && exact.isExact))
      }
    }
    return result
  }

  /// How many choices of readings are looked at.
  private static let readingLimit = 64

  private func slack(_ value: Double) -> Double { 1e-9 * max(1, abs(value)) }

  /// The labels of the chosen readings of members that have several.
  func labels(of readings: [Int], in problem: Problem) -> [Member.ID: String] {
    var labels: [Member.ID: String] = [:]
    for (place, reading) in readings.enumerated() where reading >= 0 {
      let member = members[problem.members[place]]
      if member.readings.count > 1 { labels[member.id] = member.readings[reading].label }
    }
    return labels
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
