public import Geodesy
public import Quantities

/// A named spot on the Earth: a station, an airport, a border point, or a bare coordinate.
public struct Place: Hashable, Sendable {
  /// What names a place in data files and cases, such as `ru-khasan` or `VVO`.
  public struct ID: Identifier {
    public let text: String

    public init(_ text: String) { self.text = text }
  }

  /// What sort of place it is.
  public enum Kind: String, Sendable {
    case station, halt, junction, border, airport, town, city
    /// One that is all within an outline.
    case country, region
    /// A coordinate that someone typed.
    case point
  }

  public let id: ID
  /// The usual English name.
  public let name: String
  public let kind: Kind
  /// The ISO 3166 code, or blank for a bare coordinate.
  public let country: String
  /// The state or province, where a name without it says little; blank elsewhere.
  public internal(set) var region = ""
  /// IANA zones: two at a border point, none for a bare coordinate.
  public let zones: [String]
  /// Where it is; nil where no source gives it.
  public let coordinate: Coordinate?
  /// Whether the coordinate was interpolated or stands for something near.
  public let isEstimated: Bool
  /// The radius within which the place lies: the error of a point, the size of a town.
  public let extent: Distance
  /// Other names, in any script.
  public let names: [String]
  /// As a headline has it: of an airport its city, with the code behind it.
  public var shortName: String {
    guard kind == .airport, !city.isEmpty, let code = codes.first else { return name }
    return "\(city) (\(code))"
  }

  /// IATA and ICAO codes of an airport.
  public let codes: [String]
  /// The town an airport serves.
  public let city: String
  /// Where position and names come from.
  public let source: String
  /// Of a place that may be anywhere within an area or along a line, such as a country or a border; its coordinate and
  /// extent are then those of a circle that holds all of it. Nil for a spot.
  public private(set) var outline: Outline?

  public init(
    id: ID, name: String, kind: Kind, country: String, zones: [String], coordinate: Coordinate?,
    isEstimated: Bool, extent: Distance, names: [String], codes: [String], city: String,
    source: String
  ) {
    self.id = id
    self.name = name
    self.kind = kind
    self.country = country
    self.zones = zones
    self.coordinate = coordinate
    self.isEstimated = isEstimated
    self.extent = extent
    self.names = names
    self.codes = codes
    self.city = city
    self.source = source
  }

  /// An area or a line, anywhere within which may be meant.
  public init(
    id: ID, name: String, kind: Kind, country: String, zones: [String], outline: Outline,
    source: String
  ) {
    self.init(
      id: id, name: name, kind: kind, country: country, zones: zones, coordinate: outline.center,
      isEstimated: true, extent: outline.extent, names: [], codes: [], city: "", source: source)
    self.outline = outline
  }
}

extension Place {
  /// The geodesic between two places as an interval: their extents widen it.
  ///
  /// Nil where either has no sourced position.
  public func geodesic(to other: Place, on ellipsoid: Ellipsoid = .wgs84) -> Interval<Distance>? {
    guard let coordinate, let end = other.coordinate else { return nil }
    switch (outline, other.outline) {
    case (let one?, let two?): return one.distance(to: two)
    case (let one?, nil): return one.distance(to: end, other.extent)
    case (nil, let two?): return two.distance(to: coordinate, extent)
    case (nil, nil): break
    }
    let between = ellipsoid.distance(from: coordinate, to: end)
    let slack = extent + other.extent
    return Interval(from: max(.zero, between - slack), to: between + slack)
  }
}
