import Chronology
import Claims
import Figures
import Quantities

/// Lengths of one journey that disagree though no words name the way of either: one of them is of another way, and nobody
/// knows which.
enum Disagreement {
  /// How far two tellings of one length may lie apart, of the shorter.
  private static let most = 0.12
  /// How far two figures of one thing lie apart at most, of the smaller, if one only rounds the other.
  private static let same = 0.01
  private static let inferred: Set<TieReason> = [.lengthAbout, .distanceOfJourney]

  /// The figures, with what disagrees held no longer for sure.
  static func held(
    _ figures: [Figure], _ strands: [Story.Strand], _ dateline: CivilDate?
  ) -> [Figure] {
    var byWay: [Set<MentionedPlace>: [Int]] = [:]
    for (index, figure) in figures.enumerated() where inferred.contains(figure.tie.reason) {
      guard figure.dimension == .distance,
        let way = way(of: figure.tie, strands)
      else { continue }
      byWay[way, default: []].append(index)
    }
    var result = heldEvents(figures, strands, dateline)
    for indices in byWay.values {
      let sizes = indices.map { figures[$0].siValue }
      guard let least = sizes.min(), let greatest = sizes.max(), greatest > least * (1 + most)
      else { continue }
      for index in indices {
        result[index].tie = result[index].tie.held(to: Corroboration.refuted)
      }
    }
    return result
  }

  /// One event has one time: of two that differ each may be another journey's, unless one is much surer.
  private static func heldEvents(
    _ figures: [Figure], _ strands: [Story.Strand], _ dateline: CivilDate?
  ) -> [Figure] {
    var byEvent: [Event: [Int]] = [:]
    for (index, figure) in figures.enumerated() where figure.tie.ties {
      guard let event = Event(figure, strands) else { continue }
      byEvent[event, default: []].append(index)
    }
    var result = figures
    for indices in byEvent.values where indices.count > 1 {
      // What is told alike is held against the rest once.
      let tellings = Dictionary(grouping: indices) { figures[$0].value }.values.map { own in
        (own: own, confidence: own.map { figures[$0].tie.confidence }.max() ?? 0)
      }
      guard tellings.count <= mostTellings else {
        for index in indices { hold(&result[index]) }
        continue
      }
      for (own, _) in tellings {
        let most = tellings.lazy.filter { rival in
          differ(figures[rival.own[0]], figures[own[0]], dateline)
            && (hasClock(figures[rival.own[0]]) || !hasClock(figures[own[0]]))
        }.map(\.confidence).max()
        for index in own where (most ?? 0) > figures[index].tie.confidence - 0.3 {
          hold(&result[index])
        }
      }
    }
    return result
  }

  /// Of what has so many times nobody knows one.
  private static let mostTellings = 200

  private static func hold(_ figure: inout Figure) {
    figure.tie = figure.tie.held(to: Corroboration.refuted)
  }

  /// Something of which a journey has but one.
  private struct Event: Hashable {
    let strand: Int
    let what: String
    let place: MentionedPlace?
    let isForecast: Bool

    init?(_ figure: Figure, _ strands: [Story.Strand]) {
      strand = figure.tie.strand
      isForecast = figure.modality == .forecast
      switch (figure.value, figure.tie.target) {
      case (.moment, .event(let event, let place)) where event.isTravel:
        (what, self.place) = (event.like.rawValue, place)
      case (.quantity(let value), .journey(nil, false)),
        (.quantity(let value), .leg) where Event.isWhole(figure.tie, strands):
        (what, place) = (
          "\(value.unit.dimension.rawValue) \(figure.speedKind?.rawValue ?? "")", nil
        )
      default: return nil
      }
    }

    /// Whether it is of the whole journey, called that or named by its ends.
    private static func isWhole(_ tie: FigureTie, _ strands: [Story.Strand]) -> Bool {
      guard case .leg(let from, let to) = tie.target else { return true }
      guard strands.indices.contains(tie.strand) else { return false }
      return strands[tie.strand].from == from && strands[tie.strand].to == to
    }
  }

  /// A day alone says less than one with a clock time, and is sooner of something else.
  private static func hasClock(_ figure: Figure) -> Bool {
    guard case .moment(let moment) = figure.value else { return true }
    return moment.clock != nil
  }

  private static func differ(_ one: Figure, _ other: Figure, _ dateline: CivilDate?) -> Bool {
    switch (one.value, other.value) {
    case (.moment(let first), .moment(let second)):
      if let clock = first.clock, let rival = second.clock, clock != rival { return true }
      let days = [(first, one), (second, other)].map { moment, figure in
        let isAhead = figure.modality == .forecast
        return moment.day == nil
          ? nil
          : moment.expression(dateline: dateline, ahead: isAhead).flatMap {
            $0.isOneDay ? $0.firstDay(against: dateline, ahead: isAhead) : nil
          }
      }
      guard let day = days[0], let rival = days[1] else { return false }
      return day != rival
    case (.quantity, .quantity):
      return max(one.siValue, other.siValue) > min(one.siValue, other.siValue) * (1 + same)
    default: return false
    }
  }

  private static func way(of tie: FigureTie, _ strands: [Story.Strand]) -> Set<MentionedPlace>? {
    switch tie.target {
    case .leg(let from?, let to?): return [from, to]
    case .journey(nil, false):
      guard strands.indices.contains(tie.strand), let from = strands[tie.strand].from,
        let to = strands[tie.strand].to
      else { return nil }
      return [from, to]
    default: return nil
    }
  }
}
