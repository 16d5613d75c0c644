import Parallelism

/// Works rows out on all cores, some at a time, and hands them over in order; they do not depend on `threads`.
///
/// - Parameters:
///   - numbers: which of them.
///   - threads: at most so many at once; nil for all cores.
///   - take: takes some rows and says whether more are wanted.
func inBatches<Row: Sendable>(
  of numbers: Range<Int>, threads: Int?, _ row: @Sendable (Int) -> Row, _ take: ([Row]) -> Bool
) {
  var start = numbers.lowerBound
  while start < numbers.upperBound {
    let (base, end) = (start, min(numbers.upperBound, start + batch))
    let rows = parallelPieces(of: end - base, threads: threads) { piece in
      piece.map { row(base + $0) }
    }
    guard take(rows.flatMap(\.self)) else { return }
    start = end
  }
}

/// How many rows are worked out before they are handed over.
private let batch = 256
