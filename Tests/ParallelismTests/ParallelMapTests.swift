import Parallelism
import Testing

@Suite struct ParallelMapTests {
  @Test(arguments: [0, 1, 2, 7, 1_000], [1, 2, 3, 16])
  func `pieces cover every item once and in order`(count: Int, threads: Int) {
    let pieces = parallelPieces(of: count, threads: threads) { Array($0) }
    #expect(pieces.flatMap(\.self) == Array(0..<count))
    if threads == 1 { #expect(pieces.count <= 1) }
  }

  @Test func `work below the grain stays in one piece`() {
    #expect(parallelPieces(of: 10, threads: 4, grain: 100) { $0.count } == [10])
  }

  @Test func `two things at once give what each gives alone`() {
    let (text, number) = inParallel({ String(repeating: "a", count: 3) }, { 7 * 6 })
    #expect(text == "aaa" && number == 42)
  }
}
