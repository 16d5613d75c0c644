/// Rows added up with weights so that the sum excludes itself.
struct Combination {
  /// One statement of the sum: a row or a column's bound, on one side.
  struct Part {
    enum Kind {
      case row(Relaxation.Row)
      case event(Int)
      case quantity(Int)
    }

    let kind: Kind
    let weight: Double
    /// Whether it enters with its least value.
    let isLow: Bool
  }

  let parts: [Part]
  /// What the rows make of the sum at the least, and what the bounds leave for it at the most.
  let lower: Double
  let upper: Double

  /// What adding up the rows makes of each column.
  struct Columns {
    let weights: [Double]
    /// The sums of what was added up, whatever its signs: what rounding can have left is a share of it.
    let sizes: [Double]
  }

  /// On which side of what the bounds leave for the sum the rows put it.
  enum Gap {
    case above(rows: Double, bounds: Double)
    case below(rows: Double, bounds: Double)
  }

  /// - Parameter weights: of the relaxation's rows.
  init(_ relaxation: Relaxation, _ weights: [Double], _ columns: Columns, _ gap: Gap) {
    let sign: Double
    switch gap {
    case .above(let rows, let bounds): (sign, lower, upper) = (1, rows, bounds)
    case .below(let rows, let bounds): (sign, lower, upper) = (-1, -rows, -bounds)
    }
    var parts: [Part] = []
    for (row, weight) in zip(relaxation.rows, weights) where weight != 0 {
      parts.append(Part(kind: .row(row), weight: sign * weight, isLow: (sign * weight) > 0))
    }
    for (column, (own, size)) in zip(columns.weights, columns.sizes).enumerated()
    where abs(own) > Relaxation.rest * size {
      let weight = sign * own
      parts.append(
        Part(
          kind: column < relaxation.eventCount
            ? .event(column) : .quantity(column - relaxation.eventCount), weight: weight,
          isLow: weight < 0))
    }
    self.parts = parts
  }
}

extension BoundStore {
  /// Cites everything that a part of a combination rests on.
  mutating func cite(_ part: Combination.Part) {
    switch part.kind {
    case .event(let event):
      // The least moment is a bound on the path back to the epoch.
      if part.isLow { cite(mostFrom: event, to: 0) } else { cite(mostFrom: 0, to: event) }
    case .quantity(let quantity):
      if part.isLow { cite(leastOf: quantity) } else { cite(mostOf: quantity) }
    case .row(let row): cite(row, isLow: part.isLow)
    }
  }

  private mutating func cite(_ row: Relaxation.Row, isLow: Bool) {
    switch row.origin {
    case .difference(let pair):
      if isLow {
        cite(mostFrom: pair.to, to: pair.from)
      } else {
        cite(mostFrom: pair.from, to: pair.to)
      }
    case .relation: break
    case .plane(let index, let plane):
      let relation = problem.relations[index]
      let (speed, start, end) = (
        Int(relation.second), Int(relation.start), Int(relation.end)
      )
      switch plane {
      case .greatestSpeed:
        cite(mostOf: speed)
        guard row.restsOnTime else { return }
        cite(mostFrom: end, to: start)
      case .leastSpeed:
        cite(leastOf: speed)
        cite(mostFrom: start, to: end)
      case .leastSpeedLeastTime:
        cite(leastOf: speed)
        guard row.restsOnTime else { return }
        cite(mostFrom: end, to: start)
      case .greatestSpeedGreatestTime:
        cite(mostOf: speed)
        cite(mostFrom: start, to: end)
      }
    }
  }
}
