import Parallelism

/// Works rows out on all cores, some at a time, and hands them over in order; they do not depend on `threads`.
///
/// - Parameters:
///   - count: how many there are.
///   - threads: at most so many at once; nil for all cores.
func inBatches<Row: Sendable>(
  of count: Int, threads: Int?, _ row: @Sendable (Int) -> Row, _ take: ([Row]) -> Void
) {
  var start = 0
  while start < count {
    let (base, end) = (start, min(count, start + batch))
    let rows = parallelPieces(of: end - base, threads: threads) { piece in
      piece.map { row(base + $0) }
    }
    take(rows.flatMap(\.self))
    start = end
  }
}

/// How many rows are worked out before they are handed over.
private let batch = 256
