import Casework
import Claims
import Plausibility
import Quantities
import TestSupport
public import Travel

/// Something that must hold of every case, tried on made-up journeys.
public struct CaseLaw: Sendable {
  public let name: String
  /// What is wrong with a story, nil where the law holds or says nothing of it.
  let violation: @Sendable (StoryText, CaseJudging, inout SeededGenerator) throws -> String?

  public static let all = [truth, binding, estimates]

  /// The first violations among some worlds, as many as five.
  ///
  /// - Parameters:
  ///   - seed: each world has a seed of its own, this plus its number.
  ///   - worlds: which are tried; of each four every mode has one.
  ///   - world: the data.
  ///   - legs: how many legs a journey may have.
  public func violations(
    seed: UInt64, worlds: Range<Int>, _ world: World, legs: ClosedRange<Int> = 1...3
  ) -> [String] {
    let maker = StoryMaker(world)
    let judging = CaseJudging(world: world)
    var found: [String] = []
    for number in worlds where found.count < 5 {
      let own = seed &+ UInt64(number)
      var random = SeededGenerator(seed: own)
      let mode = TravelMode.allCases[number % TravelMode.allCases.count]
      guard let timeline = maker.timeline(mode, legs: legs, &random) else { continue }
      let story = StoryText(timeline, &random)
      do {
        if let violation = try violation(story, judging, &random) {
          found.append("world \(own): \(violation)")
        }
      } catch {
        found.append("world \(own): \(error)\n\(story.yaml())")
      }
    }
    return found
  }

  /// Of so many worlds one is judged in full, though a decision or two would do.
  private static let inFull = 8

  static let truth = CaseLaw(name: "a true story is never accused") { story, judging, random in
    // What can all hold accuses nobody.
    let isInFull = Int.random(in: 0..<inFull, using: &random) == 0
    if !isInFull, try judging.outcome(story.yaml()).canAllHold == true { return nil }
    let dossier = try judging.judged(story.yaml())
    let accused = dossier.claims.filter { $0.verdict.isAgainst }.map(\.claim.id.text)
    guard dossier.verdict.isContradictory || !accused.isEmpty else { return nil }
    let sets = dossier.conflicts.prefix(2).map { $0.members.map(\.text).joined(separator: ", ") }
    return
      "accused \(accused.joined(separator: ", ")): \(sets.joined(separator: "; "))\n\(story.yaml())"
  }

  static let binding = CaseLaw(
    name: "binding a length never clears a contradiction"
  ) { story, judging, random in
    // A figure that is false, and every length left out at first.
    let hours = Double.random(in: 0.1...3, using: &random)
    let lie =
      "{id: lie, source: s, quote: q, duration: \(Int(held: hours * 60) + 1) min, from: start, to: end}"
    let lengths = Set(
      story.lengths.compactMap { $0.firstMatch(of: #/id: ([a-z0-9]+)/#)?.1 }.map(String.init))
    let bare = story.yaml(without: lengths, extra: [lie])
    if Int.random(in: 0..<inFull, using: &random) > 0,
      try judging.outcome(bare).isContradictoryHoweverWorded,
      try judging.outcome(story.yaml(extra: [lie])).isContradictoryHoweverWorded
    {
      return nil
    }
    let before = try judging.judged(bare)
    guard before.verdict.isContradictory else { return nil }
    let after = try judging.judged(story.yaml(extra: [lie]))
    return after.verdict.isContradictory ? nil : "cleared by lengths\n\(story.yaml(extra: [lie]))"
  }

  static let estimates = CaseLaw(
    name: "adding estimates never makes a case contradictory"
  ) { story, judging, random in
    let minutes = Int.random(in: 10...3_000, using: &random)
    let odd = "{id: odd, source: s, quote: q, duration: \(minutes) min, from: start, to: end}"
    let text = story.yaml(without: ["whole"], extra: [odd])
    let model = try judging.model(of: Array(text.utf8), name: "story")
    // Without estimates it is contradictory already, or with them nothing is.
    if Int.random(in: 0..<inFull, using: &random) > 0 {
      let whole = model.outcome()
      if whole.isContradictoryHoweverWorded || whole.canAllHold == true { return nil }
    }
    var bare = Circumstances()
    bare.leavesOutEstimates = true
    func isContradictory(_ circumstances: Circumstances) -> Bool {
      let outcome = model.outcome(under: circumstances)
      return Judge(system: outcome.system, profile: outcome.profile).report(on: outcome.stated)
        .verdict.isContradictory
    }
    guard !isContradictory(bare), isContradictory(Circumstances()) else { return nil }
    return "estimates contradict\n\(text)"
  }
}

extension CaseJudging {
  fileprivate func outcome(_ text: String) throws -> CaseOutcome {
    try model(of: Array(text.utf8), name: "story").outcome()
  }

  fileprivate func judged(_ text: String) throws -> Dossier {
    try dossier(of: Array(text.utf8), name: "story")
  }
}
