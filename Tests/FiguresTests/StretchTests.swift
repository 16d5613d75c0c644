import Datasets
import Figures
import FoundationEssentials
import TestSupport
import Testing

@Suite struct StretchTests {
  let profile: HedgeProfile

  init() throws { profile = try DataFolder(path: Repository.geo.path).hedgeProfile() }

  @Test func `the needed stretch is exact: with it they meet, with less they do not`() {
    var random = SeededGenerator(seed: 6)
    for _ in 0..<10_000 {
      let low = Double.random(in: 1...100, using: &random)
      let shapes: [ClaimedInterval.Shape] = [.twoSided, .atMost, .atLeast, .window]
      let shape = shapes.randomElement(using: &random) ?? .twoSided
      let high = low + Double.random(in: 0.1...50, using: &random)
      let claimed = ClaimedInterval(
        lower: shape == .atMost ? nil : low, upper: shape == .atLeast ? nil : high, shape: shape)
      let target = Double.random(in: -50...300, using: &random)
      guard let stretch = claimed.stretchNeeded(toReach: target, target) else { continue }
      let wide = claimed.stretched(by: stretch)
      #expect((wide.lower ?? -.infinity) <= target + 1e-6)
      #expect((wide.upper ?? .infinity) >= target - 1e-6)
      let less = claimed.stretched(by: stretch.scaled(0.99))
      #expect((less.lower ?? -.infinity) > target || (less.upper ?? .infinity) < target)
    }
  }

  @Test func `bands are those of the profile`() {
    #expect(Stretch.factor(2.5).isWithinLimit(of: profile))
    #expect(!Stretch.factor(2.51).isWithinLimit(of: profile))
    #expect(Stretch.share(0.1).isWithinLimit(of: profile))
    #expect(!Stretch.share(0.11).isWithinLimit(of: profile))
    #expect(Stretch.hours(1).isWithinLimit(of: profile))
    #expect(!Stretch.hours(1.1).isWithinLimit(of: profile))
  }
}
