public import Quantities
public import Chronology
public import Datasets
public import Figures
public import Flights
public import Gazetteer
public import Railways
public import TrainMotion

/// All built-in data that judging a case needs, loaded once.
public struct World: Sendable {
  public let folder: DataFolder
  public let gazetteer: Gazetteer
  public let network: RailNetwork
  public internal(set) var trains: [TrainModel]
  public internal(set) var aircraft: [Aircraft]
  /// What every flight needs besides flying straight.
  public let operations: FlightOperations
  public let winds: WindClimatology
  /// What trains stop for, and how long.
  public let stopKinds: [StopKind]
  /// What words mean for numbers where a case names no other profile.
  public let usualProfile: HedgeProfile
  public let modes: [TravelMode: ModeRange]
  /// The same with the classes of vehicles that have their own.
  let modeClasses: ModeRanges
  public let parts: CalendarParts
  /// How values and times are understood, in every language of the data folder.
  public let grammar: FigureGrammar
  public let datasets: [Dataset]
  /// What is taken for lines of a country where no source gives their speeds and gradients.
  public let lineDefaults: [String: LineDefault]
  /// How fast trains are timetabled; nil where nobody knows.
  public var speeds: SectionSpeeds?
  /// How far other trains may be from those speeds.
  public let spread: TimetableSpread
  /// Imported networks of track, asked in their order where the built-in kilometrage has no way.
  public var tracks: [TrackNetwork] = []
  /// How fast vehicles by road and sea are that somebody told of, by their names.
  var toldRanges: [String: ModeRange] = [:]
  /// The railways of the whole world, asked last; nil where the data folder has none.
  public let railways: WorldRailways?

  /// Everything in a data folder.
  ///
  /// - Parameters:
  ///   - folder: the data folder.
  ///   - addedPlaces: the file of a place database that a user keeps.
  ///   - vehicles: whether trains and aircraft are wanted; reading them takes as long as all the rest, which
  ///     questions about distances alone need not wait for.
  /// - Throws: `DatasetError` with the file and line of the first mistake.
  public init(
    folder: DataFolder, addedPlaces: String? = nil, vehicles: Bool = true
  ) throws(DatasetError) {
    self.folder = folder
    gazetteer = try folder.gazetteer(added: addedPlaces)
    let network = try folder.railNetwork()
    self.network = network
    railways = try folder.worldRailways(network)
    trains = vehicles ? try folder.trainModels() : []
    aircraft = vehicles ? try folder.aircraft() : []
    operations = try folder.flightOperations()
    winds = try folder.windClimatology()
    stopKinds = try folder.stopKinds()
    usualProfile = try folder.hedgeProfile()
    modeClasses = try folder.modeRanges()
    modes = modeClasses.modes
    parts = try folder.calendarParts()
    grammar = FigureGrammar(folder, parts: parts)
    datasets = try folder.datasets()
    lineDefaults = try folder.lineDefaults()
    speeds = try SectionSpeeds(
      csv: DataFolder.bytes(of: folder.file("section_speeds.csv")), name: "section_speeds.csv")
    spread = try folder.timetableSpread()
    try World.check(zonesOf: gazetteer, in: folder)
  }

  /// Every zone that a place names must exist.
  private static func check(
    zonesOf gazetteer: Gazetteer, in folder: DataFolder
  ) throws(DatasetError) {
    var known: Set<String> = []
    for place in gazetteer.places {
      for name in place.zones where known.insert(name).inserted {
        do { _ = try Zone(name) } catch {
          throw try folder.mistake("\(error)", of: place.id, column: "zone")
        }
      }
    }
  }

  /// The data that an answer about some places rests on: the world's tables only where a place is of them.
  public func datasets(for places: [Place]) -> [Dataset] {
    let used = Set(places.compactMap { gazetteer.worldFile(of: $0) })
    return datasets.filter { dataset in
      !dataset.file.hasPrefix("syntax/")
        && (!dataset.file.hasPrefix("world/") || used.contains(dataset.file))
    }
  }

  /// What the licences of the data ask to be shown for an answer about some places, each once.
  ///
  /// - Parameters:
  ///   - places: the places that the answer speaks of.
  ///   - usesKilometrage: whether the built-in lines were used; airports and stations count where a place is one
  ///     of them.
  ///   - usesTimetables: whether the built-in times of other trains were used.
  public func attributions(
    of places: [Place], usesKilometrage: Bool = true, usesTimetables: Bool = false
  ) -> [String] {
    let known = places.filter {
      gazetteer[id: $0.id] != nil && gazetteer.worldFile(of: $0) == nil
    }
    let used = datasets.filter { dataset in
      switch dataset.file {
      case "airports.csv": known.contains { $0.kind == .airport }
      case "cities.csv": known.contains { $0.kind == .city }
      // Words of texts say nothing of a journey.
      case "city_names.csv": false
      case _ where dataset.file.hasPrefix("syntax/"): false
      case _ where dataset.file.hasPrefix("world/"):
        places.contains { gazetteer.worldFile(of: $0) == dataset.file }
      case "stations.csv":
        usesKilometrage || known.contains { $0.kind != .airport && $0.kind != .city }
      case "section_speeds.csv": usesTimetables
      default: usesKilometrage
      }
    }
    // A database that cannot be read has said so when the places were looked up.
    let added = (try? gazetteer.attributions(of: places)) ?? []
    return (used.map(\.attribution) + added).reduce(into: []) {
      if !$1.isEmpty, !$0.contains($1) { $0.append($1) }
    }
  }
}
