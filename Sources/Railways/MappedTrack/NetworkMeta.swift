/// What a network file says of itself.
public struct NetworkMeta: Codable, Sendable {
  /// A file or data set that went into it.
  public struct Source: Codable, Hashable, Sendable {
    public let name: String
    public let sha256: String
    public let licence: String
    /// What its licence asks to be shown.
    public let attribution: String

    public init(name: String, sha256: String, licence: String, attribution: String) {
      self.name = name
      self.sha256 = sha256
      self.licence = licence
      self.attribution = attribution
    }
  }

  /// How much there is of what.
  public struct Totals: Codable, Hashable, Sendable {
    public internal(set) var nodes = 0
    public internal(set) var edges = 0
    public internal(set) var points = 0
    public internal(set) var stations = 0
    public internal(set) var kilometers = 0.0
    public internal(set) var kilometersByKind: [String: Double] = [:]
    public internal(set) var kilometersByGauge: [String: Double] = [:]
    /// Of all kilometres, those whose gauge is the country's usual one.
    public internal(set) var assumedGaugeKilometers = 0.0
    public internal(set) var speedKilometers = 0.0
    public internal(set) var electrificationKilometers = 0.0
  }

  public var name: String
  public var sources: [Source] = []
  public internal(set) var totals = Totals()
  /// How detailed the geometry is, which says what may be concluded from it.
  public var detail: Detail

  /// How a network's geometry was drawn.
  public enum Detail: String, Codable, CaseIterable, Sendable {
    /// Every track and switch, as in OpenStreetMap: angles at junctions say where trains can go.
    case tracks
    /// One line for a railway, traced along its track.
    case lines
    /// Drawn for maps of 1 to 10 million: short of the track by much.
    case generalized
    /// The lengths between junctions, without the shape of the track between: the built-in railways of the world.
    case junctions
  }

  /// More junctions than this get no labels; their ways are sought without.
  var labelLimit = 400_000

  public init(name: String, detail: Detail) {
    self.name = name
    self.detail = detail
  }

  private enum CodingKeys: CodingKey { case name, sources, totals, detail }
}

extension NetworkMeta.Detail {
  /// By which share of itself a measured length may fall short of the track or exceed it.
  ///
  /// Measured: Natural Earth 1:10m against the DPRK's kilometrage -17 % to +14 % a leg; traces of OpenStreetMap
  /// against the Trans-Siberian's -0.15 % in all and within 0.6 % a leg.
  public var lengthError: ClosedRange<Double> {
    switch self {
    case .tracks, .lines, .junctions: -0.006...0.006
    case .generalized: -0.17...0.14
    }
  }

  /// Its number in a file.
  var number: UInt8 { UInt8(Self.allCases.firstIndex(of: self) ?? 0) }

  init(number: UInt8) {
    let all = Self.allCases
    self = Int(number) < all.count ? all[Int(number)] : .generalized
  }

  /// Whether angles at junctions say where trains can go.
  var hasTurnRules: Bool { self == .tracks }
}
