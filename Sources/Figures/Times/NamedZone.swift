public import Chronology

/// A zone as a text names it, with all that the name can mean.
public struct NamedZone: Hashable, Sendable {
  public struct Meaning: Hashable, Sendable {
    public let zone: Zone
    /// ISO 3166 codes of the countries whose texts mean it; none where it is the same everywhere.
    public let countries: [String]

    public init(zone: Zone, countries: [String]) {
      self.zone = zone
      self.countries = countries
    }
  }

  /// As it is printed back: an abbreviation that means several zones, or else the zone itself.
  public let name: String
  /// At least one.
  public let meanings: [Meaning]

  public init(name: String, meanings: [Meaning]) {
    self.name = name
    self.meanings = meanings
  }

  /// The one zone of an IANA name or an offset such as `+09:00`.
  ///
  /// - Throws: `ChronologyError.unknownZone`.
  public init(_ identifier: String) throws(ChronologyError) {
    self.init(
      name: identifier, meanings: [Meaning(zone: try Zone(identifier), countries: [])])
  }

  /// The zones that remain where it is known of which countries the text speaks.
  ///
  /// - Parameter circles: sets of countries, the surest first: those of the place, then those of the whole case. The first
  ///   that settles anything counts.
  /// - Returns: all zones where none of them does.
  public func zones(in circles: [Set<String>] = []) -> [Zone] {
    for circle in circles where meanings.count > 1 {
      let fitting = meanings.filter { !circle.isDisjoint(with: $0.countries) }
      if !fitting.isEmpty { return fitting.map(\.zone) }
    }
    return meanings.map(\.zone)
  }
}
