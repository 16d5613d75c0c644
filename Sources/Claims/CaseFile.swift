public import Quantities
public import Datasets
public import Chronology

/// A case: who said what about which journeys.
public struct CaseFile: Sendable {
  /// The version of the format that this program writes where nothing asks for a later one.
  public static let formatVersion = 1
  /// The versions of the format that this program reads.
  public static let readVersions = 1...2

  public let id: String
  public let title: String
  public let summary: String
  /// The name of the hedge profile, such as `default-1`.
  public let profile: String
  public let sources: [Source]
  public let journeys: [Journey]
  public let events: [NamedEvent]
  public let claims: [Claim]
  /// The version of the format that it is written in.
  public internal(set) var version = CaseFile.formatVersion
  /// Vehicles and places that the case brings with it.
  public internal(set) var vehicles: [OwnVehicle] = []
  public internal(set) var places: [OwnPlace] = []
  /// What the case's author takes for granted, in words.
  public let assumptions: [String]
  /// The SHA-256 of the file's bytes, which names exactly what was judged.
  public let digest: String

  public init(
    id: String, title: String, summary: String, profile: String, sources: [Source],
    journeys: [Journey], events: [NamedEvent], claims: [Claim], assumptions: [String],
    digest: String
  ) {
    self.id = id
    self.title = title
    self.summary = summary
    self.profile = profile
    self.sources = sources
    self.journeys = journeys
    self.events = events
    self.claims = claims
    self.assumptions = assumptions
    self.digest = digest
  }
}

extension CaseFile {
  /// The same case with other claims and journeys.
  public func with(_ claims: [Claim], journeys: [Journey]? = nil) -> CaseFile {
    var changed = CaseFile(
      id: id, title: title, summary: summary, profile: profile, sources: sources,
      journeys: journeys ?? self.journeys, events: events, claims: claims,
      assumptions: assumptions, digest: digest)
    changed.version = version
    changed.vehicles = vehicles
    changed.places = places
    return changed
  }

  /// The vehicle of its own that a journey or a claim names.
  public func ownVehicle(_ id: String) -> OwnVehicle? { vehicles.first { $0.id == id } }
}

/// A document that makes claims.
public struct Source: Hashable, Sendable {
  public let id: String
  public let outlet: String
  public let title: String
  /// The day it was published, in its own zone.
  public let published: CivilDate?
  public let url: String
  public let archive: String
  public let retrieved: String
  /// The SHA-256 of the text that the quotes were checked against, or blank.
  public let sha256: String
  /// How good it is held to be; nil where the case does not say. For ranking only.
  public let grade: SourceGrade?
  public let place: FilePosition
}

/// A journey by one vehicle through ordered stops.
public struct Journey: Hashable, Sendable {
  public let id: String
  public let title: String
  public let mode: TravelMode
  /// The identifier of a train or an aircraft in the data folder, or blank.
  public let vehicle: String
  /// The day it began, which says whether a claim's scope covers it.
  public let date: CivilDate?
  /// In travel order, at least 2.
  public let stops: [Stop]
  public let place: FilePosition
  /// The journey that this one goes on from, at its last stop: they are parts of one journey by several means.
  public internal(set) var continues: String?
}

/// A place at which a journey begins, calls, passes or ends.
public struct Stop: Hashable, Sendable {
  public let id: String
  /// The name of the place, as the gazetteer is asked.
  public let name: String
  /// What has to be taken for granted for the journey to run this way, in words; blank for nothing.
  public let assumption: String
  /// Whether clocks of either side of a border may be meant here.
  public let isBorder: Bool
  /// What is done here besides calling, such as a bogie exchange or border control.
  public let procedures: [Procedure]
  /// Stations that the way to this stop passes.
  public let via: [String]
  /// Other ways to this stop.
  public let alternatives: [Way]
  public let place: FilePosition
  /// Where each place that it names stands in the file.
  public let names: [String: FilePosition]
  /// How often the vehicle stopped on its way to this stop where nobody knows; nil where nobody says that it did.
  public internal(set) var unknownStops: HedgedValue?

  /// Something that is done at a stop and takes time.
  public struct Procedure: Hashable, Sendable {
    /// Such as bogie exchange, border control, locomotive change.
    public let name: String
    /// How long it takes, where that is known.
    public let duration: HedgedValue?
  }

  /// Another way to a stop.
  public struct Way: Hashable, Sendable {
    public let title: String
    public let via: [String]
  }
}

/// An event that is no stop of a journey, such as a meeting.
public struct NamedEvent: Hashable, Sendable {
  public let id: String
  public let title: String
  /// The name of its place, for its time zone.
  public let name: String
  public let place: FilePosition
  /// Where the place's name stands in the file.
  public let namePosition: FilePosition
}

extension Journey {
  /// The same journey by another vehicle, with other stops.
  public func with(vehicle: String, stops: [Stop]) -> Journey {
    Journey(
      id: id, title: title, mode: mode, vehicle: vehicle, date: date, stops: stops, place: place,
      continues: continues)
  }
}

extension Stop {
  /// The same stop at another place.
  public func moved(to name: String) -> Stop {
    Stop(
      id: id, name: name, assumption: "supposed: it called at \(name)", isBorder: isBorder,
      procedures: procedures, via: via, alternatives: alternatives, place: place, names: names,
      unknownStops: unknownStops)
  }
}
