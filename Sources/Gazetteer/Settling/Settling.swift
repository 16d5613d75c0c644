import Foundation
import Geodesy
import Quantities

/// Which of several bearers of a name are meant where places are named together: those that are prominent and lie near
/// one another.
///
/// What a place costs is how many times less prominent it is than the greatest bearer of its name, what a pair costs is how
/// far apart it lies, both as logarithms; the cheapest choice is found by dynamic programming from place to place. By
/// rail and road nearness counts for more, and no ocean is crossed.
struct Settling {
  /// A bearer of a name.
  struct Candidate {
    let place: Place
    /// As a logarithm to the base of ten.
    let cost: Double
    /// Whether it is called so in its own language.
    var isOwnName = true
  }

  private let candidates: [[Candidate]]
  private let mode: TravelMode?

  /// - Parameters:
  ///   - candidates: the bearers of each name, in the order of the journey; none of them empty.
  ///   - mode: how somebody travels between them; nil where that is not said.
  init(_ candidates: [[Candidate]], by mode: TravelMode?) {
    self.candidates = candidates
    self.mode = mode
  }

  /// By how much the second best must be dearer, as a logarithm: of two cities by their name alone one that is twice as
  /// great is meant.
  private static let (margin, marginAlone) = (0.1, 0.3)
  /// What two places of one country are cheaper: more journeys are within one than between two.
  private static let home = 0.15
  /// What an ocean costs by rail and road.
  private static let ocean = 6.0
  /// What is nearer than this makes no difference, in kilometres.
  private static let near = 300.0

  /// What a flight costs between places so near, in kilometres, that nobody flies between them: from Saint-Denis to Paris one
  /// flies from Réunion; estimated.
  private static let (hop, hopLength) = (1.5, 40.0)

  /// How much nearness counts beside prominence: a train to Toledo goes to Spain from Madrid, a flight from Dallas to Paris to
  /// France.
  private var weight: Double {
    switch mode {
    case .rail, .road: 2
    case .air, .sea: 0.8
    case nil: 1.1
    }
  }

  /// For each name the place that is meant; nil where another could as well be.
  var meant: [Place?] {
    let margin = candidates.count > 1 ? Self.margin : Self.marginAlone
    return zip(candidates, totals).map { Self.cheapest(of: $0, $1, by: margin) }
  }

  /// For each name the place that is meant where some are not; nil where another could as well be.
  ///
  /// - Parameter others: places that stand back behind what could be meant in their stead, and only behind that.
  func meant(passingOver others: [Place]) -> [Place?] {
    guard !others.isEmpty else { return meant }
    return zip(candidates, zip(totals, meant)).map { bearers, own in
      let (totals, meant) = own
      let best = totals.min() ?? 0
      let passed = bearers.map { bearer in
        others.contains {
          $0.id == bearer.place.id || $0.isBeside(bearer.place, within: Self.region)
        }
      }
      let open = bearers.indices.filter {
        !passed[$0] && bearers[$0].isOwnName && totals[$0] - best < Self.imaginable
      }
      guard passed.contains(true),
        let next = open.min(by: { totals[$0] < totals[$1] })
      else { return meant }
      return bearers[next].place
    }
  }

  /// The city and its airports are passed over together; estimated.
  private static let region = Distance.kilometers(100)
  /// How much dearer a place may be that could be meant at all; estimated.
  private static let imaginable = 1.5

  /// For each name the place that is likeliest meant, with the others that could be: they are hardly dearer, or would be meant
  /// by the name alone.
  var likeliest: [SettledPlace?] {
    zip(candidates, totals).map { bearers, totals in
      guard let best = bearers.indices.min(by: { totals[$0] < totals[$1] }) else { return nil }
      let others = bearers.indices.filter { index in
        index != best
          && (totals[index] - totals[best] < Self.rival || bearers[index].cost < bearers[best].cost)
      }
      return SettledPlace(place: bearers[best].place, others: others.map { bearers[$0].place })
    }
  }

  /// How much dearer a place may be that is worth a word; estimated.
  private static let rival = 0.5

  /// Of the bearers of one name the one that is meant beside other places; nil where another could as well be.
  ///
  /// - Parameters:
  ///   - bearers: what bears the name.
  ///   - others: the places that it is spoken of with, of which the nearest counts.
  static func meant(_ bearers: [Candidate], beside others: [Place], by mode: TravelMode?) -> Place?
  {
    let alone = Settling([bearers], by: mode)
    let totals = bearers.map { bearer in
      bearer.cost + (others.map { alone.cost($0, bearer.place) }.min() ?? 0)
    }
    return cheapest(of: bearers, totals, by: others.isEmpty ? marginAlone : margin)
  }

  /// The cheapest; nil where the next is hardly dearer.
  private static func cheapest(
    of candidates: [Candidate], _ totals: [Double], by margin: Double
  ) -> Place? {
    let order = candidates.indices.sorted { totals[$0] < totals[$1] }
    guard let best = order.first else { return nil }
    if order.count > 1, totals[order[1]] - totals[best] < margin { return nil }
    return candidates[best].place
  }

  /// What the cheapest choice costs that holds each candidate.
  private var totals: [[Double]] {
    var ahead = candidates.map { $0.map(\.cost) }
    for index in candidates.indices.dropFirst() {
      for (own, candidate) in candidates[index].enumerated() {
        ahead[index][own] +=
          candidates[index - 1].indices.map { other in
            ahead[index - 1][other] + cost(candidates[index - 1][other].place, candidate.place)
          }.min() ?? 0
      }
    }
    var behind = candidates.map { $0.map { _ in 0.0 } }
    for index in candidates.indices.dropLast().reversed() {
      for (own, candidate) in candidates[index].enumerated() {
        behind[index][own] =
          candidates[index + 1].indices.map { other in
            behind[index + 1][other] + candidates[index + 1][other].cost
              + cost(candidate.place, candidates[index + 1][other].place)
          }.min() ?? 0
      }
    }
    return candidates.indices.map { index in zip(ahead[index], behind[index]).map { $0 + $1 } }
  }

  private func cost(_ one: Place, _ other: Place) -> Double {
    guard one.id != other.id, let from = one.coordinate, let to = other.coordinate else {
      return 0
    }
    let apart = Ellipsoid.wgs84.distance(from: from, to: to).kilometers
    let isOverland = mode == .rail || mode == .road
    return weight * log10(max(apart, Self.near) / Self.near)
      + (isOverland && one.isAcrossAnOcean(from: other) ? Self.ocean : 0)
      + (mode == .air && apart < Self.hopLength ? Self.hop : 0)
      - (one.country == other.country && !one.country.isEmpty ? Self.home : 0)
  }
}
