import Travel
import Datasets
import Foundation
import HTTPTypes
import Questions
import Railways
import Reporting

extension Endpoint {
  /// Which places a text stands for.
  static let places = Endpoint(
    method: .get, path: "/v1/places",
    summary: "Look places up by name, code or the beginning of a name, or those near one.",
    parameters: [
      Parameter("name", "A name in any script, a code or a coordinate.", example: "khasan"),
      Parameter("near", "A place or a coordinate, for those near it.", example: "42.4,130.6"),
      Parameter("within", .number(0...2_000), "How many km near is.", example: "25"),
    ],
    successes: [
      Success(
        words: "The places, the likeliest or the nearest first.", types: FileFormat.json.types)
    ],
    problems: [.unprocessableContent]
  ) { call in
    let (arguments, service) = (call.arguments, call.service)
    let (name, near) = (arguments.text("name"), arguments.text("near"))
    guard (name == nil) != (near == nil) else {
      throw Problem(.badRequest, "give name or near, one of them")
    }
    let places = try await service.queue.run { _ in
      try asking { () throws(QuestionError) in
        if let name { return try PlaceQuestion(name: name).answer(in: service.world.gazetteer) }
        var question = NearbyQuestion(place: near ?? "")
        question.within = arguments.number("within") ?? question.within
        return try question.answer(in: service.world, added: UserFolder().places.path)
      }
    }
    return Answer.json(.array(places.map { JSONValue($0) }))
  }

  /// The imported networks.
  static let networks = Endpoint(
    method: .get, path: "/v1/networks",
    summary: "The imported networks that ways may go by.",
    successes: [Success(words: "Their names, lengths and sources.", types: FileFormat.json.types)]
  ) { call in
    let networks = try await call.service.queue.run { _ in
      UserFolder().networks.compactMap { name, url -> JSONValue? in
        // A file that cannot be opened is none to go by.
        guard let meta = try? TrackNetwork(file: url.path).meta else { return nil }
        return .object([
          "name": .text(name), "track_km": .rounded(meta.totals.kilometers, 1),
          "stations": .whole(meta.totals.stations), "detail": .text(meta.detail.rawValue),
          "sources": .array(
            meta.sources.map {
              .object(["name": .text($0.name), "attribution": .text($0.attribution)])
            }),
        ])
      }
    }
    return Answer.json(.array(networks))
  }
}
