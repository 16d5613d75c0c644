import Claims
import Gazetteer
import PositionTracks
import Travel

/// What a case is judged by: the data of the world, what the case says, and what its names were found to stand for.
struct CaseContext: Sendable {
  let world: World
  var caseFile: CaseFile
  let profile: HedgeProfile
  /// The case's journeys, measured.
  var itineraries: [Itinerary]
  /// The places that the case names.
  var finder: PlaceFinder
  /// The tracks that claims name, by their files.
  let tracks: [String: PositionTrack]

  /// The same with other claims.
  func with(_ claims: [Claim]) -> CaseContext {
    var changed = self
    changed.caseFile = caseFile.with(claims)
    return changed
  }

  /// The same with journeys that go otherwise.
  func with(_ claims: [Claim], _ itineraries: [Itinerary]) -> CaseContext {
    var changed = self
    changed.caseFile = caseFile.with(claims, journeys: itineraries.map(\.journey))
    changed.itineraries = itineraries
    return changed
  }

  /// The zones that a clock at an event may be in: the place's own, and at a border the other side's.
  func zones(of event: EventReference) -> [String] {
    switch event {
    case .named(let id):
      let named = caseFile.events.first { $0.id == id }
      return named.flatMap { finder.found($0.name)?.zones } ?? []
    case .stop(let id, let stop, _):
      return itineraries.first { $0.journey.id == id }?.zones(at: stop) ?? []
    }
  }
}

/// Something that works within the context of a case.
protocol CaseContextual {
  var context: CaseContext { get }
}

extension CaseContextual {
  var world: World { context.world }
  var caseFile: CaseFile { context.caseFile }
  var profile: HedgeProfile { context.profile }
  var itineraries: [Itinerary] { context.itineraries }
  var finder: PlaceFinder { context.finder }
  var tracks: [String: PositionTrack] { context.tracks }
}
