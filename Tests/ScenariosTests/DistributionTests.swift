import Foundation
import Plausibility
import Testing

@testable import Scenarios

@Suite struct DistributionTests {
  /// The known answers of the authors' own implementation (Random123, kat_vectors).
  @Test func `the generator gives the published numbers`() {
    let nothing = CounterGenerator.block((0, 0, 0, 0), (0, 0))
    #expect(nothing == (0x6627_E8D5, 0xE169_C58D, 0xBC57_AC4C, 0x9B00_DBD8))
    let ones = CounterGenerator.block((.max, .max, .max, .max), (.max, .max))
    #expect(ones == (0x408F_276D, 0x41C8_3B0E, 0xA20B_C7C6, 0x6D54_51FD))
    let digits = CounterGenerator.block(
      (0x243F_6A88, 0x85A3_08D3, 0x1319_8A2E, 0x0370_7344), (0xA409_3822, 0x299F_31D0))
    #expect(digits == (0xD16C_FE09, 0x94FD_CCEB, 0x5001_E420, 0x2412_6EA1))
  }

  private static let count = 100_000

  private func samples(_ distribution: Distribution, stream: UInt64 = 0) -> [Double] {
    let generator = CounterGenerator(seed: 7)
    return (0..<Self.count).map {
      distribution.quantile(generator.uniform(stream: stream, index: UInt64($0)))
    }
  }

  /// The mean within three standard errors, and the variance within 2 %.
  private func check(_ values: [Double], mean: Double, variance: Double) {
    let average = values.reduce(0, +) / Double(values.count)
    let spread =
      values.reduce(0) { $0 + ($1 - average) * ($1 - average) } / Double(values.count - 1)
    #expect(abs(average - mean) < 3 * (variance / Double(values.count)).squareRoot())
    #expect(abs(spread / variance - 1) < 0.02)
  }

  @Test func `samples have the mean and the variance of the closed forms`() {
    check(samples(.uniform(from: 2, to: 5)), mean: 3.5, variance: 9.0 / 12)
    let (low, mode, high) = (40.0, 60.0, 100.0)
    check(
      samples(.triangular(from: low, mode: mode, to: high)), mean: (low + mode + high) / 3,
      variance: (low * low + mode * mode + high * high - low * mode - low * high - mode * high)
        / 18)
    let mean = (low + 4 * mode + high) / 6
    check(
      samples(.pert(from: low, mode: mode, to: high)), mean: mean,
      variance: (mean - low) * (high - mean) / 7)
    check(samples(.normal(mean: 20, deviation: 3)), mean: 20, variance: 9)
    let sigma = log(1.2)
    check(
      samples(.lognormal(median: 60, factor: 1.2)), mean: 60 * exp(sigma * sigma / 2),
      variance: 3_600 * exp(sigma * sigma) * (exp(sigma * sigma) - 1))
    check(samples(.empirical([1, 2, 6])), mean: 3, variance: 14.0 / 3)
  }

  @Test func `sums and quotients come out as the closed forms say`() {
    let one = samples(.normal(mean: 10, deviation: 2))
    let other = samples(.normal(mean: 5, deviation: 1), stream: 1)
    check(zip(one, other).map(+), mean: 15, variance: 5)
    // A quotient of two lognormals is one: its logarithm is normal.
    let way = samples(.lognormal(median: 850, factor: 1.05))
    let speed = samples(.lognormal(median: 60, factor: 1.1), stream: 1)
    let variance = log(1.05) * log(1.05) + log(1.1) * log(1.1)
    check(
      zip(way, speed).map { log($0 / $1) }, mean: log(850.0 / 60), variance: variance)
  }

  @Test func `quantiles rise, and the median is where it belongs`() {
    let all: [Distribution] = [
      .uniform(from: 0, to: 1), .triangular(from: 0, mode: 0, to: 1),
      .triangular(from: 0, mode: 1, to: 1), .pert(from: 0, mode: 0.5, to: 1),
      .normal(mean: 0, deviation: 0), .lognormal(median: 3, factor: 2), .empirical([1, 2, 3]),
    ]
    for distribution in all {
      let values = stride(from: 0.001, to: 1, by: 0.001).map { distribution.quantile($0) }
      #expect(values == values.sorted() && values.allSatisfy(\.isFinite))
    }
    #expect(abs(Distribution.pert(from: 0, mode: 0.5, to: 1).quantile(0.5) - 0.5) < 1e-12)
    #expect(abs(Distribution.normal(mean: 0, deviation: 1).quantile(0.975) - 1.959964) < 1e-6)
    #expect(Distribution.lognormal(median: 3, factor: 2).quantile(0.5) == 3)
  }

  @Test(arguments: [
    (0.01, "almost no chance"), (0.1, "very unlikely"), (0.3, "unlikely"),
    (0.5, "roughly even chance"), (0.7, "likely"), (0.9, "very likely"), (0.99, "almost certain"),
  ])
  func `likelihoods have the words of the directive`(share: Double, words: String) {
    #expect(Likelihood.words(share) == words)
  }

  /// The function of Ishigami and Homma, whose indices are known (A. Saltelli et al., Sensitivity Analysis, 2000).
  @Test func `the indices of a known function come out`() {
    let (a, b) = (7.0, 0.1)
    let indices = SobolIndices(inputs: 3, count: 60_000, seed: 3) { inputs in
      let x = inputs.map { (2 * $0 - 1) * Double.pi }
      return sin(x[0]) + a * sin(x[1]) * sin(x[1]) + b * pow(x[2], 4) * sin(x[0])
    }
    let pi4 = pow(Double.pi, 4)
    let variance = a * a / 8 + b * pi4 / 5 + b * b * pi4 * pi4 / 18 + 0.5
    let alone = [0.5 * (1 + b * pi4 / 5) * (1 + b * pi4 / 5), a * a / 8, 0].map { $0 / variance }
    let third = b * b * pi4 * pi4 * (1.0 / 18 - 1.0 / 50) / variance
    let all = [alone[0] + third, alone[1], third]
    for place in 0..<3 {
      #expect(abs(indices.first[place] - alone[place]) < 0.02)
      #expect(abs(indices.total[place] - all[place]) < 0.02)
    }
    #expect(abs(indices.variance / variance - 1) < 0.03)
    #expect(abs(indices.mean - a / 2) < 0.05)
  }

  @Test func `four blocks at once are the four blocks`() {
    let generator = CounterGenerator(seed: 0x1234_5678_9ABC_DEF0)
    for index: UInt64 in [0, 4, 0xFFFF_FFFC, 0x100_0000_0000] {
      let lanes = generator.lanes(from: index)
      for lane in 0..<4 {
        let own = index + UInt64(lane)
        let block = CounterGenerator.block(
          (UInt32(truncatingIfNeeded: own), UInt32(truncatingIfNeeded: own >> 32), 0, 0),
          (0x9ABC_DEF0, 0x1234_5678))
        let words = [block.0, block.1, block.2, block.3].map(UInt64.init)
        #expect([lanes.0[lane], lanes.1[lane], lanes.2[lane], lanes.3[lane]] == words)
      }
    }
  }

  @Test func `a table's quantiles are those of its distribution`() {
    let all: [Distribution] = [
      .uniform(from: 2, to: 5), .triangular(from: 540, mode: 560, to: 580),
      .triangular(from: 1, mode: 1, to: 9), .pert(from: 1, mode: 2, to: 5),
      .normal(mean: 20, deviation: 3), .lognormal(median: 45, factor: 1.22), .empirical([1, 2, 6]),
    ]
    let steps = stride(from: 0.000_37, to: 1, by: 0.000_97)
    let tails = (5...43).flatMap { power in
      [pow(2, -Double(power)), 1 - pow(2, -Double(power))]
    }
    for distribution in all {
      let table = QuantileTable(distribution)
      for share in Array(steps) + tails where share < 1 {
        var values = [share]
        values.withUnsafeMutableBufferPointer { table.replace($0) }
        let exact = distribution.quantile(share)
        #expect(abs(values[0] - exact) <= 2e-6 * max(1, abs(exact)), "\(distribution) at \(share)")
      }
    }
  }

  private let time = try? TravelTime(
    distance: .triangular(from: 540e3, mode: 560e3, to: 580e3),
    speed: .lognormal(median: 45 / 3.6, factor: exp(0.2)),
    stops: .triangular(from: 0, mode: 7_200, to: 21_600))

  @Test func `a travel time has the mean and the variance of the closed form`() throws {
    let time = try #require(time)
    let summary = time.summary(of: 2_000_000, seed: 11)
    // E d/v = E d · E 1/v, and 1/v is lognormal too; in hours.
    let (way, slowness, stay) = (560.0, exp(0.02) / 45, 8.0 / 3)
    let mean = way * slowness + stay
    let waySquare = way * way + 400.0 / 6
    let slownessSquare = slowness * slowness * exp(0.04)
    let variance =
      waySquare * slownessSquare - way * way * slowness * slowness
      + (4 + 36 - 12) / 18.0
    #expect(abs(summary.mean / 3_600 - mean) < 3 * (variance / 2e6).squareRoot())
    #expect(abs(summary.deviation / 3_600 / variance.squareRoot() - 1) < 0.005)
    #expect(summary.quantiles == summary.quantiles.sorted())
    for (value, within) in zip(summary.quantiles, summary.within) {
      #expect(within.low <= value && value <= within.high)
    }
  }

  @Test func `a summary depends on the seed, and not on threads or on where a batch ends`() throws {
    let time = try #require(time)
    let interval = Bounds(14 * 3_600, 16 * 3_600)
    for count in [1, 3, 511, 70_001] {
      let one = time.summary(of: count, seed: 5, counting: [interval, .all], threads: 1)
      let two = time.summary(of: count, seed: 5, counting: [interval, .all], threads: 2)
      #expect(one.mean == two.mean && one.deviation == two.deviation)
      #expect(one.quantiles == two.quantiles && one.counts == two.counts)
      #expect(one.counts[1] == count && one.counts[0] <= count)
    }
    let other = time.summary(of: 70_001, seed: 6)
    #expect(other.mean != time.summary(of: 70_001, seed: 5).mean)
  }

  @Test func `a speed that may be nothing is refused`() {
    #expect(throws: ScenarioError.self) {
      try TravelTime(
        distance: .uniform(from: 1, to: 2), speed: .normal(mean: 10, deviation: 5),
        stops: .uniform(from: 0, to: 0))
    }
  }
}
