import COsmium

/// What a pass over the file does with its objects.
class OSMPass {
  var told: (UInt64, UInt64) -> Void = { _, _ in }
  fileprivate(set) var report: SurveyReport

  init(report: SurveyReport) { self.report = report }

  func takeWay(_ id: Int64, _ nodes: UnsafeBufferPointer<Int64>, _ tags: OSMTags) {}
  func takeNode(_ id: Int64, _ latitude: Int32, _ longitude: Int32, _ tags: OSMTags) {}
  func takeRelation(_ members: UnsafeBufferPointer<cosmium_member>, _ tags: OSMTags) {}

  /// Says which of the file's objects the pass is about.
  func handle(in handler: inout cosmium_handler) { handler.progress = passProgress }
}

/// The first pass: ways of track, stations drawn as areas, and stop areas.
final class OSMWays: OSMPass {
  struct Way {
    let range: Range<Int>
    let track: TrackAttributes
  }

  private struct Area {
    let id: Int64
    let tags: OSMTags
    let range: Range<Int>
  }

  /// What belongs to one stop (`public_transport=stop_area`), with every name it bears.
  struct StopArea {
    let names: [String]
    let nodes: [Int64]
    let ways: [Int64]
  }

  private let takesFerries: Bool
  private(set) var ways: [Way] = []
  private(set) var references: [Int64] = []
  private var areas: [Area] = []
  private(set) var stopAreas: [StopArea] = []

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
      areas.append(Area(id: id, tags: tags, range: start..<references.count))
    } else if !tags["railway"].isEmpty {
      report.count("ways dropped: railway=\(tags["railway"])")
    }
  }

  override func takeRelation(
    _ members: UnsafeBufferPointer<cosmium_member>, _ tags: OSMTags
  ) {
    guard tags["public_transport"] == "stop_area", !tags.names.isEmpty else { return }
    func ids(_ type: Character) -> [Int64] {
      members.filter { UInt8(bitPattern: $0.type) == type.asciiValue }.map(\.id)
    }
    stopAreas.append(StopArea(names: tags.names, nodes: ids("n"), ways: ids("w")))
  }

  override func handle(in handler: inout cosmium_handler) {
    super.handle(in: &handler)
    handler.way = passWay
    handler.relation = passRelation
  }

  /// Stations drawn as areas stand in the middle of their corners.
  func stations(_ located: OSMReader.Points) -> [(id: Int64, station: TrackSurvey.Station)] {
    areas.compactMap { area in
      guard let middle = located.middle(of: Array(references[area.range])),
        let station = TrackSurvey.Station(area.tags, latitude: middle.0, longitude: middle.1)
      else { return nil }
      return (area.id, station)
    }
  }
}

/// The second pass: points with a part to play, stations and milestones.
final class OSMPoints: OSMPass {
  private(set) var roles: [Int64: TrackSurvey.PointRole] = [:]
  private(set) var stations: [(id: Int64, station: TrackSurvey.Station)] = []
  private(set) var milestones: [TrackSurvey.Milestone] = []

  override func handle(in handler: inout cosmium_handler) {
    super.handle(in: &handler)
    handler.node = passNode
  }

  override func takeNode(_ id: Int64, _ latitude: Int32, _ longitude: Int32, _ tags: OSMTags) {
    let role = tags.role
    if !role.isEmpty {
      roles[id] = role
      report.count("points of railway=\(tags["railway"].isEmpty ? "border" : tags["railway"])")
    }
    if let station = TrackSurvey.Station(tags, latitude: latitude, longitude: longitude) {
      stations.append((id, station))
    }
    if tags["railway"] == "milestone", let kilometers = tags.position {
      milestones.append(
        TrackSurvey.Milestone(latitude: latitude, longitude: longitude, kilometers: kilometers))
    }
  }
}

// MARK: Calls from C

private func passWay(
  _ context: UnsafeMutableRawPointer?, _ id: Int64, _ nodes: UnsafePointer<Int64>?, _ count: Int,
  _ tags: cosmium_tags
) {
  guard let context else { return }
  let pass = Unmanaged<OSMPass>.fromOpaque(context).takeUnretainedValue()
  pass.takeWay(id, UnsafeBufferPointer(start: nodes, count: count), OSMTags(tags))
}

private func passNode(
  _ context: UnsafeMutableRawPointer?, _ id: Int64, _ latitude: Int32, _ longitude: Int32,
  _ tags: cosmium_tags
) {
  guard let context else { return }
  let pass = Unmanaged<OSMPass>.fromOpaque(context).takeUnretainedValue()
  pass.takeNode(id, latitude, longitude, OSMTags(tags))
}

private func passRelation(
  _ context: UnsafeMutableRawPointer?, _ members: UnsafePointer<cosmium_member>?, _ count: Int,
  _ tags: cosmium_tags
) {
  guard let context else { return }
  let pass = Unmanaged<OSMPass>.fromOpaque(context).takeUnretainedValue()
  pass.takeRelation(UnsafeBufferPointer(start: members, count: count), OSMTags(tags))
}

private func passProgress(
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
