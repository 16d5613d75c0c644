/// What can be wrong with a question about time.
public enum ChronologyError: Error, Hashable, Sendable {
  case unknownZone(String)
}

extension ChronologyError: CustomStringConvertible {
  public var description: String {
    switch self {
    case .unknownZone(let name):
      "'\(name)' is no time zone; write an IANA name such as Asia/Vladivostok, UTC, or an offset "
        + "such as +10:00"
    }
  }
}
