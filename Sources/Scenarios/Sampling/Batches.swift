import Parallelism
import Plausibility

/// Works rows out on all cores, some at a time, and hands them over in order; they do not depend on `threads`.
///
/// - Parameters:
///   - numbers: which of them.
///   - threads: at most so many at once; nil for all cores.
///   - row: a row, with what the one before it made known; the first of every few has nothing before it.
///   - take: takes some rows and says whether more are wanted.
func inBatches<Row: Sendable>(
  of numbers: Range<Int>, threads: Int?,
  _ row: @Sendable (_ number: Int, _ known: inout KnownSets?) -> Row, _ take: ([Row]) -> Bool
) {
  var start = numbers.lowerBound
  while start < numbers.upperBound {
    let (base, end) = (start, min(numbers.upperBound, start + batch))
    let runs = parallelPieces(of: (end - base + run - 1) / run, threads: threads) { piece in
      piece.flatMap { place -> [Row] in
        var known: KnownSets?
        let first = base + place * run
        return (first..<min(end, first + run)).map { row($0, &known) }
      }
    }
    guard take(runs.flatMap(\.self)) else { return }
    start = end
  }
}

/// How many rows are worked out before they are handed over.
private let batch = 256
/// How many rows are worked out one after another.
private let run = 16
