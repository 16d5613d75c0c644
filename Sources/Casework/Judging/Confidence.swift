import Travel
public import Wording
import Claims
import Plausibility
import Quantities

/// How far a verdict can be relied on: by what it rests on, not by what it says. It is no likelihood.
public struct Confidence: Sendable {
  public enum Level: String, Comparable, CaseIterable, Sendable {
    case low, moderate, high

    public static func < (left: Level, right: Level) -> Bool {
      (allCases.firstIndex(of: left) ?? 0) < (allCases.firstIndex(of: right) ?? 0)
    }
  }

  public private(set) var level = Level.high
  /// Why it is no higher, and what else a reader should weigh; a sentence each.
  public private(set) var reasons: [Phrase] = []

  /// A reason by which it can be no higher than a level.
  fileprivate mutating func limit(to level: Level, _ reason: Phrase) {
    self.level = min(self.level, level)
    reasons.append(reason)
  }

  fileprivate mutating func add(_ reason: Phrase) { reasons.append(reason) }
}

extension Dossier {
  /// How far the verdict can be relied on; nil where nothing was judged.
  public var confidence: Confidence? {
    guard !claims.isEmpty else { return nil }
    var confidence = Confidence()
    switch verdict {
    case .undecided: confidence.limit(to: .low, "not everything could be decided")
    case .noContradiction:
      confidence.limit(
        to: .moderate, "that no contradiction was found does not show that the reports are true")
    case .unlikely:
      confidence.limit(
        to: .moderate, "only estimates or records speak against them")
    case .cannotAllBeTrue: weighConflicts(&confidence)
    }
    weighWays(&confidence)
    return confidence
  }

  /// That they cannot all be true is as good as its best conflict.
  private func weighConflicts(_ confidence: inout Confidence) {
    guard !conflicts.isEmpty else {
      let isForecast = claims.contains { $0.verdict.isAgainst && $0.claim.modality == .forecast }
      confidence.add(
        isForecast
          ? "what is against the forecast is physics and what had been said before it"
          : "the railway map alone refutes the report")
      return
    }
    let free = conflicts.filter { conflict in
      conflict.isFirm && conflict.members.allSatisfy { members[$0]?.origin != .assumption }
    }.count
    if free == 0 {
      confidence.limit(to: .moderate, "every contradiction rests on an assumption")
    } else {
      confidence.add(
        free == 1
          ? "1 contradiction rests on no assumption or estimate"
          : "\(free) contradictions rest on no assumption or estimate")
    }
    if isIncomplete { confidence.add("there may be further contradictions") }
  }

  /// Where no network has a way, lengths are guesses; where line speeds are unknown, times are wide.
  private func weighWays(_ confidence: inout Confidence) {
    let ground = legs.map(\.leg).filter { $0.mode != .air && $0.way != nil }
    let estimated = ground.filter { $0.way?.followsTrack == false }.count
    if estimated > 0 {
      let reason: Phrase =
        "the length of \(estimated) of \(ground.count) legs is an estimate, for no network has the way"
      if verdict.isContradictory {
        confidence.add(reason)
      } else {
        confidence.limit(to: .low, reason)
      }
    }
    let shortest = ground.filter { $0.way?.course?.isShortestOverWorld == true }.count
    if shortest > 0 {
      let reason: Phrase =
        "of \(shortest) of \(ground.count) legs only the shortest route by rail is known, which the train need not have taken"
      if verdict.isContradictory {
        confidence.add(reason)
      } else {
        confidence.limit(to: .moderate, reason)
      }
    }
    let runs = ground.compactMap(\.run)
    let length = runs.reduce(0) { $0 + $1.way.central.meters }
    guard length > 0 else { return }
    let known = runs.reduce(0) { $0 + $1.way.central.meters * $1.profile.knownSpeedShare }
    let percent = Int(held: (known / length * 100).rounded())
    if percent < 90 {
      confidence.add(
        "line speeds are known for \(percent) % of the rail route, so travel times are wide ranges")
    }
  }
}
