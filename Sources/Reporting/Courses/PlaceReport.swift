public import Gazetteer
import Geodesy
import Quantities

/// Places that a search found, the best first.
public struct PlaceReport: Sendable {
  public let places: [Place]

  public init(_ places: [Place]) { self.places = places }

  public static let formats = DocumentFormats<PlaceReport>([
    .text(\.story), .json(\.json), .csv(\.csv),
  ])

  public var story: Story {
    var story = Story()
    story.blocks.append(
      .table(
        header: ["id", "name", "kind", "position", "zone", "also"],
        rows: places.map { place in
          [
            place.id.text, place.name, "\(place.kind.rawValue) \(place.country)",
            place.positionText, place.zones.joined(separator: ", "),
            (place.codes + place.names).prefix(5).joined(separator: ", "),
          ]
        }))
    return story
  }

  public var json: JSONValue { .array(places.map { JSONValue($0) }) }

  public var csv: String {
    let rows = places.map { place in
      [
        place.id.text, place.name, place.kind.rawValue, place.country,
        place.coordinate.map { "\($0.latitude)" } ?? "",
        place.coordinate.map { "\($0.longitude)" } ?? "", place.zones.joined(separator: "; "),
      ].map(CommaSeparated.field).joined(separator: ",")
    }
    return (["id,name,kind,country,latitude,longitude,zones"] + rows).joined(separator: "\n")
      + "\n"
  }
}

extension Place {
  fileprivate var positionText: String {
    guard let coordinate else { return "unknown" }
    let sign = isEstimated ? "≈" : ""
    return sign + Numbers.plain(coordinate.latitude, 4) + ","
      + Numbers.plain(coordinate.longitude, 4)
  }
}
