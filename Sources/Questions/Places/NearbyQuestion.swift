public import Travel
public import Gazetteer
import Geodesy
import Quantities
import Reporting

/// The places nearest to a place or a coordinate.
public struct NearbyQuestion: Sendable {
  public var place: String
  /// Within this many km.
  public var within = 25.0

  /// No more places than these are listed.
  private static let limit = 20

  public init(place: String) { self.place = place }

  /// - Parameters:
  ///   - world: whose gazetteer is asked.
  ///   - added: the database of places that were added, if there is one.
  /// - Returns: the nearest first.
  /// - Throws: `QuestionError`.
  public func answer(in world: World, added: String? = nil) throws(QuestionError) -> [Place] {
    guard within.isFinite, (0...2_000).contains(within) else {
      throw QuestionError(.within, within, "write 0 to 2000 km")
    }
    let radius = Distance.kilometers(within)
    let centre = try world.place(place)
    guard let coordinate = centre.coordinate else {
      throw QuestionError("'\(centre.name)' has no sourced position")
    }
    var found = world.gazetteer.places.compactMap { place in
      place.coordinate.map {
        (place: place, distance: Ellipsoid.wgs84.distance(from: coordinate, to: $0))
      }
    }.filter { $0.distance <= radius }
    do {
      if let added, let database = try PlaceDatabase(reading: added) {
        found += try database.places(near: coordinate, within: radius, limit: 50)
      }
    } catch {
      throw QuestionError(error)
    }
    guard !found.isEmpty else {
      throw QuestionError("no place is known within \(Numbers.distance(radius.meters))")
    }
    return found.sorted { $0.distance < $1.distance }.prefix(Self.limit).map(\.place)
  }
}
