import COsmium

/// Reads the railways of an OpenStreetMap file (PBF or XML, plain or packed) in two passes: first the
/// ways, then the points they need, so that memory grows with the railways and not with the file.
struct OSMReader {
  let path: String
  let takesFerries: Bool
  let progress: (ImportProgress) -> Void

  private static let wayKeys = "railway route"
  private static let pointKeys = "railway barrier"

  /// - Throws: `ImportError.unreadable` with libosmium's reason, `.nothingFound` for a file without
  ///   railways.
  func survey(_ report: inout SurveyReport) throws(ImportError) -> TrackSurvey {
    let ways = OSMWays(takesFerries: takesFerries, report: report)
    let seen = try pass(1, keys: Self.wayKeys, wanted: [], object: ways)
    report = ways.report
    report.count("ways read", Int(clamping: seen.counts.ways))
    guard !ways.ways.isEmpty else { throw .nothingFound(path) }
    let wanted = Set(ways.references).sorted()
    let points = OSMPoints(wanted: wanted, report: report)
    let located = try pass(2, keys: Self.pointKeys, wanted: wanted, object: points)
    report = points.report
    report.count("nodes read", Int(clamping: located.counts.nodes))
    return assemble(ways, points, wanted: wanted, located, &report)
  }

  struct Points {
    var latitudes: [Int32]
    var longitudes: [Int32]
    var counts: cosmium_counts
  }

  private func pass(
    _ number: Int, keys: String, wanted: [Int64], object: OSMPass
  ) throws(ImportError) -> Points {
    let absent = Int32.max
    var located = Points(
      latitudes: Array(repeating: absent, count: wanted.count),
      longitudes: Array(repeating: absent, count: wanted.count),
      counts: cosmium_counts(nodes: 0, ways: 0))
    object.told = { read, size in
      progress(
        ImportProgress(
          file: path, pass: number, passes: 2, read: Int(clamping: read),
          size: Int(clamping: size)))
    }
    var message = [CChar](repeating: 0, count: 1_000)
    var handler = cosmium_handler()
    handler.context = Unmanaged.passUnretained(object).toOpaque()
    if number == 1 { handler.way = takeWay } else { handler.node = takeNode }
    handler.progress = takeProgress
    let status = withExtendedLifetime(object) {
      cosmium_read(
        path, keys, &handler, wanted, wanted.count, &located.latitudes, &located.longitudes,
        &located.counts, &message, message.count)
    }
    guard status == 0 else {
      let reason = String(
        decoding: message.prefix { $0 != 0 }.map { UInt8(bitPattern: $0) }, as: UTF8.self)
      throw .unreadable(path, reason: reason)
    }
    return located
  }

  private func assemble(
    _ ways: OSMWays, _ points: OSMPoints, wanted: [Int64], _ located: Points,
    _ report: inout SurveyReport
  ) -> TrackSurvey {
    var survey = TrackSurvey()
    var indices = Array(repeating: Int32(-1), count: wanted.count)
    for place in wanted.indices where located.latitudes[place] != Int32.max {
      indices[place] = survey.addPoint(
        latitude: located.latitudes[place], longitude: located.longitudes[place],
        role: points.roles[wanted[place]] ?? [])
    }
    for way in ways.ways {
      // A node outside the extract cuts the way in two.
      var open: [Int32] = []
      for id in ways.references[way.range] {
        let place = wanted.lowerBound(of: id)
        let index = place < wanted.count && wanted[place] == id ? indices[place] : -1
        if index >= 0 {
          open.append(index)
        } else {
          report.count("nodes missing in the extract")
          survey.addTrack(open, way.track)
          open = []
        }
      }
      survey.addTrack(open, way.track)
    }
    survey.stations = points.stations + ways.stations(located, wanted: wanted)
    survey.milestones = points.milestones
    report.count("stations", survey.stations.count)
    report.count("milestones", survey.milestones.count)
    return survey
  }
}

/// What a pass over the file does with its objects.
class OSMPass {
  fileprivate var told: (UInt64, UInt64) -> Void = { _, _ in }
  fileprivate(set) var report: SurveyReport

  init(report: SurveyReport) { self.report = report }

  func takeWay(_ id: Int64, _ nodes: UnsafeBufferPointer<Int64>, _ tags: OSMTags) {}
  func takeNode(_ id: Int64, _ latitude: Int32, _ longitude: Int32, _ tags: OSMTags) {}
}

private final class OSMWays: OSMPass {
  struct Way {
    let range: Range<Int>
    let track: TrackAttributes
  }

  private struct Area {
    let tags: OSMTags
    let range: Range<Int>
  }

  private let takesFerries: Bool
  private(set) var ways: [Way] = []
  private(set) var references: [Int64] = []
  private var areas: [Area] = []

  init(takesFerries: Bool, report: SurveyReport) {
    self.takesFerries = takesFerries
    super.init(report: report)
  }

  override func takeWay(_ id: Int64, _ nodes: UnsafeBufferPointer<Int64>, _ tags: OSMTags) {
    if let track = tags.track(ferries: takesFerries) {
      let start = references.count
      references.append(contentsOf: nodes)
      ways.append(Way(range: start..<references.count, track: track))
      report.count("ways taken")
      if tags.hasConditionalSpeed { report.count("conditional speeds left out") }
    } else if tags.stationKind != nil {
      let start = references.count
      references.append(contentsOf: nodes)
      areas.append(Area(tags: tags, range: start..<references.count))
    } else if !tags["railway"].isEmpty {
      report.count("ways dropped: railway=\(tags["railway"])")
    }
  }

  /// Stations drawn as areas stand in the middle of their corners.
  func stations(_ located: OSMReader.Points, wanted: [Int64]) -> [TrackSurvey.Station] {
    areas.compactMap { area in
      let corners = references[area.range].compactMap { id -> (Int32, Int32)? in
        let place = wanted.lowerBound(of: id)
        guard place < wanted.count, located.latitudes[place] != Int32.max else { return nil }
        return (located.latitudes[place], located.longitudes[place])
      }
      guard !corners.isEmpty else { return nil }
      let latitude = corners.reduce(0) { $0 + Int($1.0) } / corners.count
      let longitude = corners.reduce(0) { $0 + Int($1.1) } / corners.count
      return TrackSurvey.Station(
        area.tags, latitude: Int32(clamping: latitude), longitude: Int32(clamping: longitude))
    }
  }
}

private final class OSMPoints: OSMPass {
  private let wanted: [Int64]
  private(set) var roles: [Int64: TrackSurvey.PointRole] = [:]
  private(set) var stations: [TrackSurvey.Station] = []
  private(set) var milestones: [TrackSurvey.Milestone] = []

  init(wanted: [Int64], report: SurveyReport) {
    self.wanted = wanted
    super.init(report: report)
  }

  override func takeNode(_ id: Int64, _ latitude: Int32, _ longitude: Int32, _ tags: OSMTags) {
    let role = tags.role
    if !role.isEmpty { roles[id] = role }
    if let station = TrackSurvey.Station(tags, latitude: latitude, longitude: longitude) {
      stations.append(station)
    }
    if tags["railway"] == "milestone", let kilometers = tags.position {
      milestones.append(
        TrackSurvey.Milestone(latitude: latitude, longitude: longitude, kilometers: kilometers))
    }
  }
}

extension TrackSurvey.Station {
  /// The station that tags describe; nil for anything else and for one without a name.
  fileprivate init?(_ tags: OSMTags, latitude: Int32, longitude: Int32) {
    guard let kind = tags.stationKind, let name = tags.names.first else { return nil }
    self.init(
      name: name, names: Array(tags.names.dropFirst()), latitude: latitude, longitude: longitude,
      isHalt: kind == .halt)
  }
}

// MARK: Calls from C

private func takeWay(
  _ context: UnsafeMutableRawPointer?, _ id: Int64, _ nodes: UnsafePointer<Int64>?, _ count: Int,
  _ tags: cosmium_tags
) {
  guard let context else { return }
  let pass = Unmanaged<OSMPass>.fromOpaque(context).takeUnretainedValue()
  pass.takeWay(id, UnsafeBufferPointer(start: nodes, count: count), OSMTags(tags))
}

private func takeNode(
  _ context: UnsafeMutableRawPointer?, _ id: Int64, _ latitude: Int32, _ longitude: Int32,
  _ tags: cosmium_tags
) {
  guard let context else { return }
  let pass = Unmanaged<OSMPass>.fromOpaque(context).takeUnretainedValue()
  pass.takeNode(id, latitude, longitude, OSMTags(tags))
}

private func takeProgress(
  _ context: UnsafeMutableRawPointer?, _ read: UInt64, _ size: UInt64
) -> Bool {
  guard let context else { return false }
  Unmanaged<OSMPass>.fromOpaque(context).takeUnretainedValue().told(read, size)
  return true
}

extension OSMTags {
  fileprivate init(_ tags: cosmium_tags) {
    var values: [String: String] = [:]
    for index in 0..<tags.count {
      guard let key = tags.strings[2 * index], let value = tags.strings[2 * index + 1] else {
        continue
      }
      values[String(cString: key)] = String(cString: value)
    }
    self.init(values)
  }
}

extension [Int64] {
  /// Where a value stands in an ascending list, or would stand.
  fileprivate func lowerBound(of value: Int64) -> Int {
    var low = 0
    var high = count
    while low < high {
      let middle = (low + high) / 2
      if self[middle] < value { low = middle + 1 } else { high = middle }
    }
    return low
  }
}
