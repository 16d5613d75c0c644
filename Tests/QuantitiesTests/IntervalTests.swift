import Quantities
import TestSupport
import Testing

@Suite struct IntervalTests {
  @Test func `bounds in the wrong order hold nothing`() {
    #expect(Interval(from: 2, to: 1).isEmpty)
    #expect(!Interval(from: 1, to: 1).isEmpty)
  }

  @Test func `a missing bound lets every value pass on that side`() {
    #expect(Interval.atLeast(3).contains(1_000_000))
    #expect(!Interval.atLeast(3).contains(2))
    #expect(Interval<Int>.unbounded.contains(.min))
    #expect(!Interval<Int>.empty.contains(0))
  }

  @Test(arguments: [
    (Interval(from: 1, to: 2), Interval(from: 3, to: 4), IntervalRelation.before),
    (Interval(from: 1, to: 2), Interval(from: 2, to: 4), .meets),
    (Interval(from: 1, to: 3), Interval(from: 2, to: 4), .overlaps),
    (Interval(from: 2, to: 3), Interval(from: 1, to: 4), .within),
    (Interval(from: 1, to: 4), Interval(from: 1, to: 4), .equals),
    (Interval(from: 1, to: 4), Interval(from: 2, to: 3), .contains),
    (Interval(from: 1, to: 4), Interval(from: 1, to: 3), .contains),
    (Interval(from: 1, to: 3), Interval(from: 1, to: 4), .within),
    (Interval(from: 5, to: 6), Interval(from: 1, to: 4), .after),
    (Interval(from: 1, to: nil), Interval(from: 2, to: 3), .contains),
    (Interval(from: nil, to: 2), Interval(from: 1, to: nil), .overlaps),
    (Interval<Int>.empty, Interval(from: 1, to: 4), .empty),
  ])
  func `the relation of two intervals has a name`(
    one: Interval<Int>, other: Interval<Int>, expected: IntervalRelation
  ) {
    #expect(one.relation(to: other) == expected)
    #expect(other.relation(to: one) == expected.inverse)
  }

  @Test func `intersection and hull keep what they must, over ten thousand seeded pairs`() {
    var random = SeededGenerator(seed: 1)
    for _ in 0..<10_000 {
      let ends = (0..<4).map { _ in Int.random(in: -9...9, using: &random) }
      let one = Interval(from: ends[0], to: ends[1])
      let other = Interval(from: ends[2], to: ends[3])
      let probe = Int.random(in: -10...10, using: &random)
      let inBoth = one.contains(probe) && other.contains(probe)
      #expect(one.intersection(other).contains(probe) == inBoth)
      if one.contains(probe) || other.contains(probe) {
        #expect(one.hull(other).contains(probe))
      }
      #expect(one.relation(to: other).inverse == other.relation(to: one))
    }
  }
}
