import Chronology
import Claims
import Datasets
import FoundationEssentials
import Quantities
import TestSupport
import Testing

@Suite struct CaseFileTests {
  private func read(_ text: String) throws -> CaseFile {
    let grammar = try DataFolder(path: Repository.geo.path).figureGrammar()
    return try CaseFile(yaml: Array(text.utf8), file: "c.yaml", grammar: grammar, digest: "")
  }

  private let head = """
    wayproof: 1
    id: toy
    title: A toy
    sources:
      - {id: s, outlet: O, published: 2019-04-24}
    journeys:
      - id: j
        mode: rail
        stops: [{id: a, place: kp-pyongyang}, {id: b, place: ru-khasan}]
    claims:

    """

  @Test func `a small case is read`() throws {
    let file = try read(
      head + """
          - id: d
            source: s
            quote: some six hours
            duration: some six hours
            from: departure a
            to: arrival b
        """)
    #expect(file.claims.count == 1)
    #expect(file.journeys[0].stops.map(\.id) == ["a", "b"])
  }

  @Test(arguments: [
    ("", "empty"), ("   \n", "empty"), ("a: [", "not YAML"), ("- 1\n", "named fields"),
    ("wayproof: 3\nid: x\ntitle: y\n", "versions 1 and 2"),
    ("wayproof: 1\nid: x\n", "lacks the field 'title'"),
    ("wayproof: 1\nid: x\ntitle: y\n", "no claims"),
    ("wayproof: 1\nid: x\nid: y\ntitle: z\n", "twice"),
    ("wayproof: 1\nid: x\ntitle: y\nclaim: []\n", "no field 'claim'"),
    ("wayproof: 1\nid: x\ntitle: y\nvehicles: []\nclaims: []\n", "write 'wayproof: 2'"),
    ("a: &x [1]\nb: *x\n", "anchors and aliases"),
    ("wayproof: 1\nid: a b\ntitle: y\n", "no blank"),
    ("x: " + String(repeating: "[", count: 5_000), "deep"),
    (String(repeating: "- ", count: 5_000), "deep"),
  ])
  func `a case that is none is refused in words`(text: String, words: String) {
    let error = #expect(throws: DocumentError.self) { try read(text) }
    #expect(error?.description.contains(words) == true, "\(error?.description ?? "")")
    #expect(error?.description.hasPrefix("c.yaml:") == true)
  }

  @Test func `aliases that explode are refused before they are composed`() {
    var bomb = "a0: &a0 [x, x, x, x, x, x, x, x, x]\n"
    for level in 1..<12 {
      let items = Array(repeating: "*a\(level - 1)", count: 9).joined(separator: ", ")
      bomb += "a\(level): &a\(level) [\(items)]\n"
    }
    #expect(throws: DocumentError.self) { try read(bomb) }
    // However it is disguised: tabs in place of blanks, other line breaks, quotes over lines.
    for disguise in [
      bomb.replacing(" ", with: "\t"), bomb.replacing("\n", with: "\r"),
      "q: [\"x\n \", 1]\n" + bomb, bomb.replacing("[*", with: "[\t*") + "{\t*a11 : 1}\n",
    ] {
      #expect(throws: DocumentError.self) { try read(disguise) }
    }
  }

  @Test(arguments: [
    ("time: 2019-02-30\n    event: departure a", "calendar has no 2019-02-30"),
    ("time: Wednesday\n    event: departure c", "no stop 'c'"),
    ("time: Wednesday\n    event: lunch", "is no event"),
    ("time: Wednesday\n    event: departure a\n    zone: Mars", "no time zone"),
    ("distance: about 5\n    from: a\n    to: b", "unit is missing"),
    ("distance: 5 km\n    from: a", "'from' and 'to'"),
    ("distance: 5 km\n    from: a\n    to: b\n    kind: aerial", "no kind of distance"),
    ("speed: 5 km/h\n    kind: maximum", "needs a 'vehicle'"),
    ("speed: 5 km/h\n    kind: average", "events 'from' and 'to'"),
    ("duration: 5 km\n    from: departure a\n    to: arrival b", "not a duration"),
    ("modality: sworn\n    duration: 5 h\n    from: departure a\n    to: arrival b", "no modality"),
    ("gauge: wide\n    from: a\n    to: b", "gauge: different"),
    ("note: nothing", "exactly one of"),
    (
      "duration: 5 h\n    distance: 5 km\n    from: departure a\n    to: arrival b",
      "exactly one of"
    ),
    ("duration: [5 h]\n    from: departure a\n    to: arrival b", "must be one text"),
  ])
  func `every mistake in a claim is told with its line`(claim: String, words: String) {
    let text = head + "  - id: x\n    source: s\n    quote: q\n    " + claim + "\n"
    let error = #expect(throws: DocumentError.self) { try read(text) }
    #expect(error?.description.contains(words) == true, "\(error?.description ?? "")")
    #expect(error.map { $0.problems.allSatisfy { $0.position.line >= 11 } } == true)
  }

  @Test(arguments: [
    (
      "frm: departure a\n    duration: 5 h\n    to: arrival b",
      "write 'from: departure a' in its place"
    ),
    (
      "duration: 5 h\n    from: depature a\n    to: arrival b",
      "write 'from: departure a' in its place"
    ),
    (
      "distance: 5 km\n    from: x\n    to: y\n    kind: geodetic",
      "write 'kind: geodesic' in its place"
    ),
    ("mode: train", "write 'mode: rail' in its place"),
    ("mode: ferry", "write 'mode: sea' in its place"),
    ("modality: forcast\n    mode: rail", "write 'modality: forecast' in its place"),
    ("duration: 5 h\n    from: a\n    to: arrival b", "write 'from: departure a' in its place"),
    ("duration: 5 h\n    from: departure a\n    to: b", "write 'to: arrival b' in its place"),
    ("more: 5 h\n    of: x\n    than: y", "write 'wayproof: 2'"),
  ])
  func `one mistake shows the mended line`(claim: String, words: String) {
    let text = head + "  - id: x\n    source: s\n    quote: q\n    " + claim + "\n"
    let error = #expect(throws: DocumentError.self) { try read(text) }
    #expect(error?.description.contains(words) == true, "\(error?.description ?? "")")
  }

  @Test func `a name that is hardly another is not taken for it`() {
    let text = head + "  - {id: x, source: zz, quote: q, duration: 5 h, from: start, to: end}\n"
    let error = #expect(throws: DocumentError.self) { try read(text) }
    #expect(error?.description.contains("there are 's'") == true, "\(error?.description ?? "")")
  }

  @Test func `a journey by two means is in two parts, which events find`() throws {
    let file = try read(
      head.replacing("wayproof: 1", with: "wayproof: 2").replacing(
        "{id: b, place: ru-khasan}",
        with: "{id: b, place: ru-khasan}, {id: c, place: VVO, mode: air}")
          + """
            - {id: x, source: s, quote: q, duration: 5 h, from: a, to: c}
            - {id: y, source: s, quote: q, duration: 5 h, from: arrival b, to: departure b}
            - {id: z, source: s, quote: q, distance: 700 km, from: start, to: end}
          """)
    #expect(file.journeys.map(\.id) == ["j-1", "j-2"])
    #expect(file.journeys.map(\.mode) == [.rail, .air])
    #expect(file.journeys[1].continues == "j-1")
    #expect(
      file.claims.map(\.subject).first
        == .duration(
          try grammarValue("5 h"), from: .stop(journey: "j-1", stop: "a", kind: .departure),
          to: .stop(journey: "j-2", stop: "c", kind: .arrival)))
    guard
      case .duration(_, .stop("j-1", "b", .arrival), .stop("j-2", "b", .departure)) =
        file.claims[1].subject, case .way = file.claims[2].subject
    else {
      Issue.record("\(file.claims)")
      return
    }
  }

  private func grammarValue(_ text: String) throws -> HedgedValue {
    try DataFolder(path: Repository.geo.path).figureGrammar().value(text, as: .duration)
  }

  @Test func `all mistakes come in one go, in the order of the file`() {
    let claim =
      "  - {id: x, source: nobody, quote: q, duration: 5 x, from: departure a, to: arrival b}\n"
    let error = #expect(throws: DocumentError.self) { try read(head + claim + claim) }
    #expect((error?.problems.count ?? 0) >= 4)
    let lines = error?.problems.map(\.position.line) ?? []
    #expect(lines == lines.sorted())
  }

  @Test func `an identifier that is there twice is told with its first line`() {
    let claim =
      "  - {id: x, source: s, quote: q, duration: 5 h, from: departure a, to: arrival b}\n"
    let error = #expect(throws: DocumentError.self) { try read(head + claim + claim) }
    #expect(error?.description.contains("'x' is already used in line 11") == true)
  }

  @Test func `fifty megabytes are refused at once`() throws {
    let grammar = try DataFolder(path: Repository.geo.path).figureGrammar()
    let bytes = [UInt8](repeating: 0x20, count: 50 << 20)
    #expect(throws: DocumentError.self) {
      try CaseFile(yaml: bytes, file: "big", grammar: grammar, digest: "")
    }
  }

  @Test func `a thousand damaged cases are read or refused, each mistake with a place in the file`()
    throws
  {
    var random = SeededGenerator(seed: 11)
    let folder = try DataFolder(path: Repository.geo.path)
    let grammar = try folder.figureGrammar()
    let whole = try DataFolder.bytes(of: folder.file("cases/april-2019-train.yaml"))
    let claims = try CaseFile(yaml: whole, file: "c", grammar: grammar, digest: "").claims.count
    var refused = 0
    for _ in 0..<1_000 {
      var bytes = Array(whole.prefix(Int.random(in: 0...whole.count, using: &random)))
      for _ in 0..<3 where !bytes.isEmpty {
        bytes[Int.random(in: 0..<bytes.count, using: &random)] = UInt8.random(
          in: 0...255, using: &random)
      }
      do {
        let read = try CaseFile(yaml: bytes, file: "c", grammar: grammar, digest: "")
        #expect((1...claims).contains(read.claims.count))
      } catch {
        refused += 1
        // What is cut short lacks something behind its last line.
        let lines = bytes.count { $0 == 0x0A || $0 == 0x0D } + 2
        #expect(!error.problems.isEmpty)
        for problem in error.problems {
          #expect((1...lines).contains(problem.position.line) && problem.position.column >= 1)
          #expect(!problem.message.isEmpty)
        }
      }
    }
    #expect(refused > 500)
  }
}
