import Parallelism
import Testing

@Suite struct TimeLimitTests {
  @Test func `a limit holds on every thread, and beyond it for nobody`() {
    #expect(!TimeLimit.isReached)
    let given = Deadline(after: 1_000)
    given.end()
    for (deadline, isReached) in [
      (Deadline(after: 0), true), (given, true), (Deadline(after: 1_000), false),
    ] {
      let seen = TimeLimit.until(deadline) {
        parallelPieces(of: 64) { _ in TimeLimit.isReached }
      }
      #expect(seen.allSatisfy { $0 == isReached })
    }
    #expect(!TimeLimit.isReached)
  }
}
