public import Gazetteer
public import Quantities
public import Railways

/// Courses by rail that answer a query.
public struct RailRoute: Sendable {
  /// A place that was asked for.
  public struct Stop: Sendable {
    public let place: Place
    /// How far it is from the track that the best course takes for it; zero for a station of the kilometrage.
    public let distance: Distance
    /// Track that is nearer but of a kind that was not asked for, such as a tramway.
    public let nearerExcluded: (kind: TrackAttributes.Kind, distance: Distance)?
  }

  public let query: RailQuery
  /// In order.
  public let stops: [Stop]
  /// The best first, each with its course; at least one, and fewer than asked where no more really differ.
  public let ways: [TypedDistance]
  /// The straight lines from stop to stop, added up; nil where one has no sourced position.
  public let geodesic: TypedDistance?

  public var places: [Place] { stops.map(\.place) }
  public var courses: [RailCourse] { ways.compactMap(\.course) }
}

/// Why a query gets no course.
public enum RailRouteError: ConditionNaming {
  case place(PlaceNameError)
  case request(RailRequestError)
  /// Places that stand for one spot, by their names.
  case samePlace([String])

  public var message: ConditionText {
    switch self {
    case .place(let error): "\(error)"
    case .request(let error): error.message
    case .samePlace(let names):
      "\(names.map { "'\($0)'" }.joined(separator: " and ")) are the same place on track"
    }
  }
}

extension RailRouteError {
  init(_ error: ConditionError) { self = .request(.condition(error)) }
  init(_ error: TrackError) { self = .request(.track(error)) }
}
