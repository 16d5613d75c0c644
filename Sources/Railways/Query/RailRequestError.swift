/// Why a query gets no course from a store.
public enum RailRequestError: ConditionNaming, Hashable {
  case condition(ConditionError)
  case railways(RailwaysError)
  case track(TrackError)

  public var message: ConditionText {
    switch self {
    case .condition(let error): error.message
    case .railways(let error): "\(error)"
    case .track(let error): error.message
    }
  }
}
