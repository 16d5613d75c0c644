/// What a course must not use.
public enum RailAvoidance: Hashable, Sendable, CustomStringConvertible {
  /// The track of a country, by its ISO 3166 code in capitals.
  case country(String)
  /// Lines that bear a name, or have it in theirs, or a number.
  case line(String)
  /// The track at a place, by a name or coordinate.
  case place(String)

  /// What a text such as `country:CN`, `line:Trans-Siberian` or `ussuriysk` means.
  public init(_ text: String) {
    if text.hasPrefix("country:") {
      self = .country(text.dropFirst(8).uppercased())
    } else if text.hasPrefix("line:") {
      self = .line(String(text.dropFirst(5)))
    } else {
      self = .place(text)
    }
  }

  /// The text that means it.
  public var description: String {
    switch self {
    case .country(let code): "country:\(code)"
    case .line(let name): "line:\(name)"
    case .place(let name): name
    }
  }

  /// Refuses what is no code of a country.
  func check() throws(ConditionError) {
    guard case .country(let code) = self, code.count != 2 else { return }
    throw ConditionError(
      .avoidance, "'\(self)'",
      "no country is called so; give its name, or its code as in country:CN")
  }

  /// Whether it is about a line of a name and a number.
  func matches(line name: String, number: String) -> Bool {
    guard case .line(let wanted) = self, !wanted.isEmpty else { return false }
    return name.lowercased().contains(wanted.lowercased())
      || number.lowercased() == wanted.lowercased()
  }
}
