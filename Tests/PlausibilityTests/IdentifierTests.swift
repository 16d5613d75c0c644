import Quantities
import Claims
import Plausibility
import Quantities
import Testing

/// The texts by which documents, SMT-LIB and scenarios know what a system speaks of: they must not change.
@Suite struct IdentifierTests {
  private static let leg = JourneyLeg(journey: "out", start: "paris", end: "lyon")

  @Test(arguments: [
    (QuantityID.distance(.geodesic, "a", "b"), "geodesic a – b", QuantityID.Dimension.distance),
    (.leg(leg), "way out paris – lyon", .distance),
    (.legs(leg), "way out paris – lyon in all", .distance),
    (.legUntil(Claim.ID("c"), journey: "out", leg: 0), "way out to c on leg 1", .distance),
    (.legAfter(Claim.ID("c"), journey: "out", leg: 0), "way out from c on leg 1", .distance),
    (.between(Claim.ID("c"), Claim.ID("d"), journey: "out"), "way out from c to d", .distance),
    (
      .between(Claim.ID("c"), Claim.ID("d"), journey: "out", leg: 1),
      "way out from c to d on leg 2", .distance
    ),
    (.ceiling(journey: "out"), "speed ceiling out", .speed),
    (.claimedCeiling(vehicle: "train", Claim.ID("c")), "speed ceiling train said by c", .speed),
    (.supposedSpeed(journey: "out"), "speed supposed out", .speed),
    (.claimedAverage(Claim.ID("c")), "speed average said by c", .speed),
    (.mode(journey: "out"), "mode of out", .mode),
    (.named("x", .speed), "x", .speed),
  ])
  func `a quantity has a stable text, and its dimension does not hang on it`(
    _ quantity: QuantityID, _ text: String, _ dimension: QuantityID.Dimension
  ) {
    #expect(quantity.text == text)
    #expect("\(quantity)" == text)
    #expect(quantity.dimension == dimension)
  }

  @Test(arguments: [
    (EventID.epoch, "1970-01-01 UTC"),
    (.stop("out", "lyon", .takeOff), "out: take-off lyon"),
    (.named("e"), "event e"),
    (.sighting(Claim.ID("c")), "seen by c"),
  ])
  func `an event has a stable text`(_ event: EventID, _ text: String) {
    #expect(event.text == text)
  }

  @Test(arguments: [
    (Member.ID.claim(Claim.ID("c")), "c"),
    (.value(.leg(leg)), "way out paris – lyon"),
    (.ceiling(journey: "out"), "ceiling out"),
    (.supposedSpeed(journey: "out"), "speed out"),
    (.scope(Claim.ID("c"), journey: "out"), "scope c out"),
    (.departure(journey: "out"), "departure out"),
    (.stay(journey: "out", stop: "lyon"), "stay out lyon"),
    (.procedures(journey: "out", stop: "lyon"), "procedures out lyon"),
    (.runningTime(leg), "running time out paris – lyon"),
    (.standstill(leg), "going out paris – lyon"),
    (.flight(.greatestDistance, journey: "out", to: "lyon"), "most way out lyon"),
    (.order(Claim.ID("c"), Claim.ID("d")), "order of c and d"),
    (.named("n"), "n"),
  ])
  func `a member has a stable text`(_ member: Member.ID, _ text: String) {
    #expect(member.text == text)
  }

  @Test func `a claim that is called like a fact is not that fact`() {
    let ids: Set<Member.ID> = [.claim(Claim.ID("ceiling out")), .ceiling(journey: "out")]
    #expect(ids.count == 2)
    #expect(Member.ID.claim(Claim.ID("a")) < .ceiling(journey: "out"))
  }
}
