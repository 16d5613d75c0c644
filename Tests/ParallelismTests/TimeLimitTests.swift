import Parallelism
import Testing

@Suite struct TimeLimitTests {
  @Test func `a limit holds on every thread, and beyond it for nobody`() {
    #expect(!TimeLimit.isReached)
    let now = ContinuousClock.now
    for (end, isReached) in [(now, true), (now + .seconds(1_000), false)] {
      let seen = TimeLimit.until(end) {
        parallelPieces(of: 64) { _ in TimeLimit.isReached }
      }
      #expect(seen.allSatisfy { $0 == isReached })
    }
    #expect(!TimeLimit.isReached)
  }
}
