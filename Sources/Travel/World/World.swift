public import Quantities
public import Chronology
public import Datasets
public import Figures
public import Flights
public import Gazetteer
import Parallelism
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
  /// Closed airspace and the brands of trains: asked for by some journeys only, and then often.
  let closures: Lazily<Result<[AirspaceClosure], DatasetError>>
  let brands: Lazily<Result<[TrainBrand], DatasetError>>
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
    closures = Lazily { Result { () throws(DatasetError) in try folder.airspaceClosures() } }
    brands = Lazily { Result { () throws(DatasetError) in try folder.trainBrands() } }
    // Places are half of all there is to read.
    let (places, transport) = inParallel(
      { Result { () throws(DatasetError) in try folder.gazetteer(added: addedPlaces) } },
      { Result { () throws(DatasetError) in try Transport(folder, vehicles: vehicles) } })
    gazetteer = try places.get()
    let moving = try transport.get()
    network = moving.network
    railways = moving.railways
    trains = moving.trains
    aircraft = moving.aircraft
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

  /// What moves, and the railways that it moves on.
  private struct Transport: Sendable {
    let network: RailNetwork
    let railways: WorldRailways?
    let trains: [TrainModel]
    let aircraft: [Aircraft]

    init(_ folder: DataFolder, vehicles: Bool) throws(DatasetError) {
      network = try folder.railNetwork()
      railways = try folder.worldRailways(network)
      trains = vehicles ? try folder.trainModels() : []
      aircraft = vehicles ? try folder.aircraft() : []
    }
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
}
