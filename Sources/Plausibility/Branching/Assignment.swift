/// A value for every variable of a problem.
struct Assignment {
  /// Seconds after the problem's reference.
  var moments: [Double]
  var values: [Double]

  /// Whether the constraints of a store hold in it, so that it proves that they can.
  func satisfies(_ problem: Problem, _ chosen: some Sequence<Int>) -> Bool {
    isPrecise && chosen.allSatisfy { holds(problem.relations[$0], problem) }
  }

  /// Whether it lies where sums and differences still resolve a millisecond: beyond, anything would seem to hold.
  private var isPrecise: Bool {
    moments.allSatisfy { abs($0) < Tolerance.farthestMoment }
      && values.allSatisfy { abs($0) < Tolerance.greatest }
  }

  /// Whether a relation holds, within a millisecond and a millionth.
  func holds(_ relation: Relation, _ problem: Problem) -> Bool {
    let (first, second) = (Int(relation.first), Int(relation.second))
    switch relation.kind {
    case .within:
      let value = values[first]
      let slack = Tolerance.exampleRelative * max(1, abs(value))
      return value >= relation.low - slack && value <= relation.high + slack
    case .elapsed:
      let seconds = moments[second] - moments[first]
      return seconds >= relation.low - Tolerance.exampleMoment
        && seconds <= relation.high + Tolerance.exampleMoment
    case .order: return Tolerance.isClose(values[second], atMost: values[first])
    case .sum:
      let sum = relation.parts.reduce(0) { $0 + values[Int(problem.parts[$1])] }
      return Tolerance.isClose(sum, atMost: values[first])
        && Tolerance.isClose(values[first], atMost: sum)
    case .reach, .average:
      let seconds = moments[Int(relation.end)] - moments[Int(relation.start)]
      guard seconds >= -Tolerance.exampleMoment else { return false }
      let speed = values[second]
      guard Tolerance.isClose(values[first], atMost: speed * (seconds + Tolerance.exampleMoment))
      else { return false }
      return relation.kind == .reach
        || Tolerance.isClose(speed * (seconds - Tolerance.exampleMoment), atMost: values[first])
    }
  }

}

extension Assignment {
  /// A schedule within the temporal network, each event as early (or as late) as the network lets it be
  /// relative to all others, with the distances as short as they may be and the speeds as great.
  ///
  /// A guess, to be checked: it needs no search and is often right.
  init(guessing store: BoundStore, isEarly: Bool) {
    let count = store.eventCount
    moments = (0..<count).map { event in
      var extreme = 0.0
      for other in 0..<count {
        if isEarly {
          extreme = min(extreme, store.latest[other * count + event])
        } else {
          extreme = max(extreme, -store.latest[event * count + other])
        }
      }
      return extreme
    }
    let epoch = moments[0]
    for event in moments.indices { moments[event] -= epoch }
    values = store.low.indices.map { store.high[$0].isFinite ? store.high[$0] : store.low[$0] }
    let relations = store.active.map { store.problem.relations[$0] }
    shortenDistances(relations, store)
    meetAverages(relations, store)
    meetOpenReaches(relations, store)
    for relation in relations where relation.kind == .sum {
      values[Int(relation.first)] = relation.parts.reduce(0) {
        $0 + values[Int(store.problem.parts[$1])]
      }
    }
    for relation in relations where relation.kind == .order {
      let (greater, less) = (Int(relation.first), Int(relation.second))
      values[greater] = max(values[greater], values[less])
    }
  }

  private mutating func shortenDistances(_ relations: [Relation], _ store: BoundStore) {
    for relation in relations where relation.kind != .order {
      values[Int(relation.first)] = store.low[Int(relation.first)]
      for part in relation.parts {
        let quantity = Int(store.problem.parts[part])
        values[quantity] = store.low[quantity]
      }
    }
  }

  private mutating func meetAverages(_ relations: [Relation], _ store: BoundStore) {
    for relation in relations where relation.kind == .average {
      let seconds = moments[Int(relation.end)] - moments[Int(relation.start)]
      let (distance, speed) = (Int(relation.first), Int(relation.second))
      guard seconds > 0 else { continue }
      values[distance] = max(store.low[distance], store.low[speed] * seconds)
      values[speed] = values[distance] / seconds
    }
  }

  /// Speeds without a ceiling are as great as their distances ask for.
  private mutating func meetOpenReaches(_ relations: [Relation], _ store: BoundStore) {
    for relation in relations
    where relation.kind == .reach && !store.high[Int(relation.second)].isFinite {
      let seconds = moments[Int(relation.end)] - moments[Int(relation.start)]
      guard seconds > 0 else { continue }
      let speed = Int(relation.second)
      values[speed] = max(values[speed], values[Int(relation.first)] / seconds)
    }
  }
}
