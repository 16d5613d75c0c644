import Foundation

/// What another program makes of an article: which of its figures belong to which journey.
///
/// It is told in JSON, of at most `limit` bytes:
///
///     {"journeys": [{"mode": "rail", "from": "Lyon", "to": "Paris"}],
///      "claims": [{"quote": "took two hours", "value": "2 h", "of": "time", "journey": 1},
///                 {"quote": "at 10.30", "of": "arrival", "place": "Paris", "journey": 1}]}
public struct OutsideDraft: Decodable, Sendable {
  public struct Journey: Decodable, Sendable {
    /// rail, air, road or sea; untold where nobody says it.
    public let mode: String?
    public let from: String?
    public let to: String?
  }

  public struct Claim: Decodable, Sendable {
    /// Words of the article, to the letter, with one figure in them.
    public let quote: String
    /// The figure as the program reads it; it must be what the article's own reader finds.
    public let value: String?
    /// What the figure is of; one of `Subject`.
    public let of: String
    /// The number of its journey, from 1; the first where it is left out.
    public let journey: Int?
    /// Where something happened.
    public let place: String?
    /// The ends of a part of the journey; those of the journey where both are left out.
    public let from: String?
    public let to: String?
  }

  /// What a figure may be of.
  public enum Subject: String, CaseIterable, Sendable {
    case departure, arrival, passing
    case takeOff = "take-off"
    case landing
    /// How long the way is.
    case length
    /// How long it took from end to end, how long of that it moved, and how long it stood at a place.
    case time, moving, stop
    case average, maximum
  }

  /// Why a draft cannot be read.
  public struct Malformed: Error, CustomStringConvertible, Sendable {
    public let description: String
  }

  public let journeys: [Journey]
  public let claims: [Claim]

  /// The greatest size in bytes.
  public static let limit = 4 << 20
  /// So many journeys and claims at most.
  public static let mostJourneys = 100
  public static let mostClaims = 2_000

  /// - Throws: `Malformed` with what is wrong, and where.
  public init(json bytes: [UInt8]) throws(Malformed) {
    guard bytes.count <= Self.limit else {
      throw Malformed(description: "\(bytes.count) bytes; a draft has at most \(Self.limit)")
    }
    do { self = try JSONDecoder().decode(Self.self, from: Data(bytes)) } catch {
      throw Malformed(description: Self.words(for: error))
    }
    guard journeys.count <= Self.mostJourneys, claims.count <= Self.mostClaims else {
      throw Malformed(
        description: "\(journeys.count) journeys and \(claims.count) claims; a draft has at most "
          + "\(Self.mostJourneys) and \(Self.mostClaims)")
    }
  }

  private static func words(for error: any Error) -> String {
    func place(_ context: DecodingError.Context) -> String {
      let path = context.codingPath.map { $0.intValue.map { "[\($0)]" } ?? ".\($0.stringValue)" }
      return path.isEmpty ? "the draft" : String(path.joined().drop { $0 == "." })
    }
    return switch error {
    case DecodingError.keyNotFound(let key, let context):
      "\(place(context)) has no '\(key.stringValue)'"
    case DecodingError.typeMismatch(_, let context), DecodingError.valueNotFound(_, let context):
      "\(place(context)) is of another kind than it should be: a draft is an object with lists "
        + "'journeys' and 'claims'"
    default: "this is no JSON"
    }
  }
}
