import Parallelism
public import Plausibility

/// How long a way takes of which only likelihoods are known: its length divided by the average speed, and what is stood
/// besides.
public struct TravelTime: Sendable {
  /// Metres.
  public let distance: Distribution
  /// Metres a second.
  public let speed: Distribution
  /// Seconds.
  public let stops: Distribution

  /// - Throws: `ScenarioError` where a speed of nothing is drawn, or a length or a stay of less.
  public init(
    distance: Distribution, speed: Distribution, stops: Distribution
  ) throws(ScenarioError) {
    let least = CounterGenerator.leastShare
    guard speed.quantile(least) > Self.leastSpeedShare * speed.quantile(0.5) else {
      throw ScenarioError(
        "the speed may be nothing, or nearly so, and then nobody arrives; take a distribution that stays above it"
      )
    }
    guard distance.quantile(least) >= 0, stops.quantile(least) >= 0 else {
      throw ScenarioError(
        "a length or a stay may be less than nothing; take a distribution that stays above it")
    }
    let most = 1 - least
    guard
      distance.quantile(most) / speed.quantile(least) + stops.quantile(most)
        < ValueHistogram.most
    else { throw ScenarioError("so long a way at so little speed takes thousands of years") }
    self.distance = distance
    self.speed = speed
    self.stops = stops
  }

  /// A speed that may be less than so little of its median has no mean time worth telling.
  private static let leastSpeedShare = 1e-4

  /// What many samples come to, in seconds.
  public struct Summary: Sendable {
    public let count: Int
    public let mean: Double
    /// The standard error of the mean.
    public let meanError: Double
    public let deviation: Double
    /// In the order of `SampleSummary.levels`.
    public let quantiles: [Double]
    /// Between which values each lies with about 68 %, as `SampleSummary.Quantiles.within`.
    public let within: [Bounds]
    /// How many samples lie within each of the intervals that were asked for.
    public let counts: [Int]
  }

  /// Draws samples on all cores and sums them up.
  ///
  /// The summary depends on the seed, not on `threads`.
  ///
  /// - Parameters:
  ///   - count: how many.
  ///   - seed: what the random numbers begin with; the same seed gives the same answer.
  ///   - intervals: in seconds; samples in them are counted.
  ///   - threads: at most so many at once; nil for all cores.
  public func summary(
    of count: Int, seed: UInt64, counting intervals: [Bounds] = [], threads: Int? = nil
  ) -> Summary {
    let tables = Tables(
      distance: QuantileTable(distance), speed: QuantileTable(speed),
      stops: QuantileTable(stops), generator: CounterGenerator(seed: seed))
    let pivot = stops.quantile(0.5) + distance.quantile(0.5) / speed.quantile(0.5)
    let chunks = (count + Self.chunk - 1) / Self.chunk
    let pieces = parallelPieces(of: chunks, threads: threads) { piece in
      var tally = Tally(intervals: intervals, pivot: pivot)
      for chunk in piece {
        tally.add(tables, from: chunk * Self.chunk, to: min(count, (chunk + 1) * Self.chunk))
      }
      return tally
    }
    return Self.summary(of: pieces, count, pivot)
  }

  /// How many samples are summed before the sums are put together, in an order that no thread changes.
  private static let chunk = 65_536

  private static func summary(of pieces: [Tally], _ count: Int, _ pivot: Double) -> Summary {
    var histogram = ValueHistogram()
    for piece in pieces { histogram.add(piece.histogram) }
    func value(at rank: Double) -> Double { histogram.value(at: min(max(rank, 0), Double(count))) }
    let sums = pieces.flatMap(\.sums)
    let all = Double(max(1, count))
    let shift = sums.reduce(0) { $0 + $1.first } / all
    let square = sums.reduce(0) { $0 + $1.second }
    let variance = max(0, square - all * shift * shift) / max(1, all - 1)
    let levels = SampleSummary.levels
    return Summary(
      count: count, mean: pivot + shift, meanError: (variance / all).squareRoot(),
      deviation: variance.squareRoot(),
      quantiles: levels.map { value(at: $0 * all) },
      within: levels.map { level in
        let error = (all * level * (1 - level)).squareRoot()
        return Bounds(value(at: level * all - error), value(at: level * all + error))
      },
      counts: (pieces.first?.counts.indices ?? 0..<0).map { place in
        pieces.reduce(0) { $0 + $1.counts[place] }
      })
  }

  private struct Tables: Sendable {
    let distance: QuantileTable
    let speed: QuantileTable
    let stops: QuantileTable
    let generator: CounterGenerator
  }

  /// What some chunks of samples come to.
  private struct Tally: Sendable {
    let intervals: [Bounds]
    let pivot: Double
    var histogram = ValueHistogram()
    /// For each chunk, the sum of the distances from the pivot and of their squares.
    var sums: [(first: Double, second: Double)] = []
    var counts: [Int]

    /// How many samples are worked on at once: what fits into the nearest cache.
    private static let batch = 512

    init(intervals: [Bounds], pivot: Double) {
      self.intervals = intervals
      self.pivot = pivot
      counts = Array(repeating: 0, count: intervals.count)
    }

    /// Adds the samples of a chunk, which begins at a multiple of four.
    mutating func add(_ tables: Tables, from start: Int, to end: Int) {
      var sum = (first: 0.0, second: 0.0)
      withUnsafeTemporaryAllocation(of: SIMD4<Double>.self, capacity: 3 * Self.batch / 4) { lanes in
        let values = UnsafeMutableRawBufferPointer(lanes).bindMemory(to: Double.self)
        let parts = (0..<3).map { part in
          UnsafeMutableBufferPointer(rebasing: values[part * Self.batch..<(part + 1) * Self.batch])
        }
        for base in stride(from: start, to: end, by: Self.batch) {
          Self.draw(tables, from: base, lanes, parts)
          let times = UnsafeBufferPointer(
            rebasing: UnsafeBufferPointer(parts[0])[..<min(Self.batch, end - base)])
          add(times, &sum)
        }
      }
      sums.append(sum)
    }

    /// Fills the first part with the times of a batch.
    private static func draw(
      _ tables: Tables, from base: Int, _ lanes: UnsafeMutableBufferPointer<SIMD4<Double>>,
      _ parts: [UnsafeMutableBufferPointer<Double>]
    ) {
      let quarter = batch / 4
      for place in 0..<quarter {
        let shares = tables.generator.triples(from: UInt64(base &+ 4 &* place))
        lanes[place] = shares.0
        lanes[quarter &+ place] = shares.1
        lanes[2 &* quarter &+ place] = shares.2
      }
      tables.distance.replace(parts[0])
      tables.speed.replace(parts[1])
      tables.stops.replace(parts[2])
      for place in 0..<quarter {
        lanes[place] = lanes[place] / lanes[quarter &+ place] + lanes[2 &* quarter &+ place]
      }
    }

    private mutating func add(
      _ times: UnsafeBufferPointer<Double>, _ sum: inout (first: Double, second: Double)
    ) {
      histogram.add(times)
      // Four sums side by side, in a fixed order.
      var (first, second) = (SIMD4<Double>.zero, SIMD4<Double>.zero)
      let whole = times.count & ~3
      for place in stride(from: 0, to: whole, by: 4) {
        let four =
          SIMD4(times[place], times[place &+ 1], times[place &+ 2], times[place &+ 3]) - pivot
        first += four
        second += four * four
      }
      sum.first += first.sum()
      sum.second += second.sum()
      for time in times[whole...] {
        sum.first += time - pivot
        sum.second += (time - pivot) * (time - pivot)
      }
      for (place, interval) in intervals.enumerated() {
        var count = 0
        for time in times where time >= interval.low && time <= interval.high { count &+= 1 }
        counts[place] += count
      }
    }
  }
}
