import Gazetteer
import Questions
import Testing
import Travel

@Suite struct PlaceQuestionTests {
  @Test(arguments: [
    ("SYD", "SYD"), ("YSSY", "SYD"), ("Nairobi", "city-ke-nairobi"), ("Đồng Đăng", "vn-dong-dang"),
  ])
  func `a code or a name in its own script stands for one place`(name: String, id: String) throws {
    let found = try PlaceQuestion(name: name).answer(in: Asked.world.gazetteer)
    #expect(found.map(\.id.text) == [id])
  }

  @Test func `a name of several places gives all, and an unknown one is refused`() throws {
    let gazetteer = try Asked.world.gazetteer
    let found = try PlaceQuestion(name: "Santiago").answer(in: gazetteer).map(\.id.text)
    #expect(Set(found).isSuperset(of: ["city-cl-santiago", "city-do-santiago"]))
    #expect(Asked.refusal { try PlaceQuestion(name: "Erewhonia").answer(in: gazetteer) } == nil)
  }

  @Test func `the nearest places come first`() throws {
    var question = NearbyQuestion(place: "NBO")
    question.within = 30
    #expect(try question.answer(in: Asked.world).map(\.id.text) == ["NBO", "city-ke-nairobi"])
    question.within = 5
    #expect(try question.answer(in: Asked.world).map(\.id.text) == ["NBO"])
  }

  @Test func `in the middle of the ocean there is no place, and no circle is that wide`() throws {
    var question = NearbyQuestion(place: "0,-30")
    #expect(Asked.refusal { try question.answer(in: Asked.world) } == nil)
    for within in [-1, 2_001, Double.nan] {
      question.within = within
      #expect(Asked.refusal { try question.answer(in: Asked.world) } == "within")
    }
  }
}
