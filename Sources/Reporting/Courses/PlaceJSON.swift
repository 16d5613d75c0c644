public import Gazetteer
import Geodesy
import Quantities

extension JSONValue {
  /// A place with everything that is known of it.
  public init(_ place: Place) {
    self = .object([
      "id": .text(place.id.text), "name": .text(place.name), "kind": .text(place.kind.rawValue),
      "country": .text(place.country), "latitude": .optional(place.coordinate?.latitude),
      "longitude": .optional(place.coordinate?.longitude), "estimated": .flag(place.isEstimated),
      "extent_km": .rounded(place.extent.kilometers, 3),
      "zones": .array(place.zones.map { .text($0) }),
      "names": .array(place.names.map { .text($0) }),
      "codes": .array(place.codes.map { .text($0) }), "source": .text(place.source),
    ])
  }
}
