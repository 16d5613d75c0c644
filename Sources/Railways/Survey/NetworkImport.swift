import Datasets
import Foundation
public import Gazetteer
public import Geodesy
import Quantities

/// Takes railways over from files into a network file.
public struct NetworkImport: Sendable {
  /// A gap between tracks that is closed by hand, such as a bridge that the data lacks.
  public struct Joint: Sendable {
    public let name: String
    public let start: Coordinate
    public let end: Coordinate
    public let gauges: [Gauge]

    public init(name: String, start: Coordinate, end: Coordinate, gauges: [Gauge]) {
      self.name = name
      self.start = start
      self.end = end
      self.gauges = gauges
    }
  }

  /// The network's name, which its stations bear before their numbers.
  public var name: String
  public var takesFerries = false
  /// The gauge of lines that name none.
  public var usualGauge: Gauge?
  /// The usual gauges of countries, for lines that name none.
  public var countries: CountryGauges?
  /// How far apart loose ends may be that are joined, in metres; 0 joins none.
  public var joinsWithin = 0.0
  public var joints: [Joint] = []
  /// How the geometry was drawn; nil takes what the kind of file says.
  public var detail: NetworkMeta.Detail?
  public var sources: [NetworkMeta.Source] = []
  /// Whether ways are prepared for being asked for in microseconds.
  public var hasLabels = true

  public init(name: String) { self.name = name }

  /// How an import speaks while it works.
  public struct Listener {
    public let progress: (ImportProgress) -> Void
    public let stage: (String) -> Void

    public init(progress: @escaping (ImportProgress) -> Void, stage: @escaping (String) -> Void) {
      self.progress = progress
      self.stage = stage
    }
  }

  /// Reads files and writes a network file: aside first, then renamed, so that a half-written one never
  /// takes the place of a whole one.
  ///
  /// - Returns: what the network says of itself, and what was read, dropped and defaulted.
  /// - Throws: `ImportError` for the first file that cannot be used or the place that cannot be written.
  public func run(
    _ paths: [String], to output: String, _ listener: Listener
  ) throws(ImportError) -> (meta: NetworkMeta, report: SurveyReport) {
    try Self.check(output, against: paths)
    var report = SurveyReport()
    let (survey, meta) = try survey(of: paths, &report, listener)
    guard survey.hasLength else { throw .nothingFound(paths.joined(separator: ", ")) }
    let bytes = NetworkBuilder(survey: survey, meta: meta).draft(progress: listener.stage).encoded()
    listener.stage("writing")
    do {
      try Data(bytes).write(to: URL(fileURLWithPath: output), options: .atomic)
    } catch {
      throw .unwritable(
        output, reason: "does the folder exist, is there room, and may you write there?")
    }
    let network: TrackNetwork
    do { network = try TrackNetwork(file: output) } catch {
      throw .unwritable(output, reason: "\(error)")
    }
    return (network.meta, report)
  }

  /// Refuses to write over an input, or over what is no network.
  private static func check(_ output: String, against paths: [String]) throws(ImportError) {
    let target = URL(fileURLWithPath: output).resolvingSymlinksInPath().path
    for path in paths where URL(fileURLWithPath: path).resolvingSymlinksInPath().path == target {
      throw .unwritable(output, reason: "it is one of the files to be read")
    }
    guard FileManager.default.fileExists(atPath: output) else { return }
    do { _ = try TrackNetwork(file: output) } catch .notANetwork, .unreadable {
      throw .unwritable(
        output, reason: "there is something there that is no network; remove it first")
    } catch {
      return
    }
  }

  func survey(
    of paths: [String], _ report: inout SurveyReport, _ listener: Listener
  ) throws(ImportError) -> (TrackSurvey, NetworkMeta) {
    var survey = TrackSurvey()
    var details: [NetworkMeta.Detail] = []
    var anchors: [(station: TrackSurvey.Station, points: Range<Int>)] = []
    var parts: [Range<Int>] = []
    var meta = NetworkMeta(name: name, detail: .lines)
    for path in paths {
      let (part, detail, attribution) = try part(path, &report, listener)
      let isKilometrage = !part.publishedLengths.isEmpty
      let (points, stations) = (survey.latitudes.count, part.stations)
      survey.append(part)
      if isKilometrage {
        // What was put between others must not be joined to whatever runs there.
        anchors += stations.filter(\.isPlaced).map { ($0, points..<survey.latitudes.count) }
      }
      parts.append(points..<survey.latitudes.count)
      details.append(detail)
      let source = try source(path, attribution)
      guard !meta.sources.contains(where: { $0.sha256 == source.sha256 }) else {
        throw .unreadable(path, reason: "it is there twice; its tracks would be laid twice")
      }
      meta.sources.append(source)
    }
    complete(&survey, listener)
    if parts.count > 1 {
      listener.stage("joining data sets")
      report.count("stations joined to other data", survey.joinStations(anchors, within: 2_000))
      report.count("ends joined to other data", survey.joinEnds(across: parts, within: 3_000))
    }
    try closeGaps(&survey, &report)
    // The coarsest of several says what may be concluded from them all.
    let order: [NetworkMeta.Detail] = [.generalized, .lines, .tracks]
    meta.detail = detail ?? order.first(where: details.contains) ?? .lines
    meta.sources += sources
    if !hasLabels { meta.labelLimit = 0 }
    return (survey, meta)
  }

  /// One data set, its own loose ends joined.
  private func part(
    _ path: String, _ report: inout SurveyReport, _ listener: Listener
  ) throws(ImportError) -> (TrackSurvey, NetworkMeta.Detail, String) {
    var (part, detail, attribution) = try read(path, &report, listener)
    if part.attributes.contains(where: { $0.detail == .generalized }) { detail = .generalized }
    detail = self.detail ?? detail
    part.mapAttributes { $0.detail = detail }
    // Each by itself first: an end must not be drawn away from its own line by another data set's.
    if joinsWithin > 0 {
      listener.stage("joining loose ends")
      report.count("loose ends joined", part.joinLooseEnds(within: joinsWithin))
    }
    return (part, detail, attribution)
  }

  /// Gives gauges and countries to lines that name none.
  private func complete(_ survey: inout TrackSurvey, _ listener: Listener) {
    if let usualGauge {
      survey.mapAttributes { attributes in
        guard attributes.gauges.isEmpty else { return }
        attributes.gauges = [usualGauge]
        attributes.isGaugeAssumed = true
      }
    }
    if let countries {
      listener.stage("finding countries")
      survey = countries.assigning(to: survey)
    }
  }

  /// Closes the gaps that are named by hand.
  private func closeGaps(
    _ survey: inout TrackSurvey, _ report: inout SurveyReport
  ) throws(ImportError) {
    for joint in joints {
      guard
        survey.join(
          joint.start, joint.end, name: joint.name, gauges: joint.gauges, within: 3_000)
      else {
        throw .malformed(
          "the joint '\(joint.name)'", place: "its ends",
          reason: "there is no track within 3 km of one of them")
      }
      report.count("joints")
    }
  }

  private func read(
    _ path: String, _ report: inout SurveyReport, _ listener: Listener
  ) throws(ImportError) -> (TrackSurvey, NetworkMeta.Detail, String) {
    let url = URL(fileURLWithPath: path)
    var isFolder: ObjCBool = false
    guard FileManager.default.fileExists(atPath: path, isDirectory: &isFolder) else {
      throw .unreadable(path, reason: "there is no such file")
    }
    if isFolder.boolValue || url.lastPathComponent == "kilometrage.csv" {
      let folder = isFolder.boolValue ? path : url.deletingLastPathComponent().path
      let (survey, attribution) = try kilometrage(folder)
      return (survey, .lines, attribution)
    }
    var parts = url.lastPathComponent.lowercased().split(separator: ".").dropFirst()
    while let last = parts.last, ["gz", "bz2"].contains(last) { parts.removeLast() }
    switch parts.last {
    case "pbf", "osm", "xml":
      let reader = OSMReader(path: path, takesFerries: takesFerries, progress: listener.progress)
      return (
        try reader.survey(&report), .tracks, "© OpenStreetMap contributors, ODbL 1.0"
      )
    case "geojson", "json":
      let bytes: [UInt8]
      do { bytes = try DataFolder.bytes(of: url, limit: 1 << 30) } catch {
        throw .unreadable(path, reason: "\(error)")
      }
      let survey = try GeoJSONTracks(name: path, takesFerries: takesFerries).survey(
        bytes: bytes, &report)
      return (survey, .lines, "")
    default:
      throw .unreadable(
        path,
        reason: "its ending is none of .osm.pbf, .osm, .osm.xml, .geojson (also with .gz), "
          + "and it is no folder with a kilometrage.csv")
    }
  }

  private func kilometrage(_ path: String) throws(ImportError) -> (TrackSurvey, String) {
    guard FileManager.default.fileExists(atPath: path + "/kilometrage.csv") else {
      throw .unreadable(
        path, reason: "it is a folder without a kilometrage.csv; name a file, or such a folder")
    }
    do {
      let folder = try DataFolder(path: path)
      let used = try folder.datasets().filter {
        ["stations.csv", "kilometrage.csv"].contains($0.file)
      }
      let survey = try folder.railNetwork().survey(gazetteer: folder.gazetteer())
      return (survey, used.map(\.attribution).joined(separator: "; "))
    } catch {
      throw .unreadable(
        path,
        reason:
          "a folder of kilometrage has the tables of Wayproof's own geo/, of which these are read: "
          + "kilometrage.csv, lines.csv, sections.csv, junctions.csv, gauge_breaks.csv, stations.csv, "
          + "airports.csv, datasets.csv; \(error)")
    }
  }

  private func source(
    _ path: String, _ attribution: String
  ) throws(ImportError) -> NetworkMeta.Source {
    let digest: String
    do { digest = try sha256(ofFile: path) } catch { throw .unreadable(path, reason: "\(error)") }
    return NetworkMeta.Source(
      name: URL(fileURLWithPath: path).lastPathComponent, sha256: digest,
      licence: attribution.isEmpty ? "" : "ODbL-1.0", attribution: attribution)
  }
}

extension NetworkImport {
  /// Whether a file's ending says that it comes from OpenStreetMap.
  public static func isOpenStreetMap(_ path: String) -> Bool {
    let parts = URL(fileURLWithPath: path).lastPathComponent.lowercased().split(separator: ".")
    return parts.contains("pbf") || parts.contains("osm")
  }

  /// The stations of a file of OpenStreetMap as places.
  ///
  /// - Parameters:
  ///   - path: the file.
  ///   - zones: gives their time zones.
  /// - Throws: `ImportError` for a file that cannot be read or holds no railways.
  public static func stations(in path: String, zones: ZoneIndex?) throws(ImportError) -> [Place] {
    var report = SurveyReport()
    let reader = OSMReader(path: path, takesFerries: false, progress: { _ in })
    let name = URL(fileURLWithPath: path).lastPathComponent.split(separator: ".").first ?? "osm"
    return try reader.survey(&report).stations.enumerated().map { index, station in
      let coordinate = Coordinate(
        latitudeE7: station.latitude, longitudeE7: station.longitude)
      return Place(
        id: Place.ID("\(name):\(index)"), name: station.name,
        kind: station.isHalt ? .halt : .station, country: "",
        zones: zones?.zones(latitude: coordinate.latitude, longitude: coordinate.longitude) ?? [],
        coordinate: coordinate, isEstimated: false, extent: .meters(250), names: station.names,
        codes: [], city: "", source: "OpenStreetMap")
    }
  }
}
