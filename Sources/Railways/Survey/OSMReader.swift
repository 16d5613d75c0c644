import COsmium

/// Reads the railways of an OpenStreetMap file (PBF or XML, plain or packed) in two passes: first the
/// ways and stop areas, then the points they need, so that memory grows with the railways and not with the file.
struct OSMReader {
  let path: String
  let takesFerries: Bool
  let progress: (ImportProgress) -> Void

  private static let wayKeys = "railway route"
  private static let relationKeys = "public_transport"
  private static let pointKeys = "railway barrier"

  /// - Throws: `ImportError.unreadable` with libosmium's reason, `.nothingFound` for a file without
  ///   railways.
  func survey(_ report: inout SurveyReport) throws(ImportError) -> TrackSurvey {
    let ways = OSMWays(takesFerries: takesFerries, report: report)
    let seen = try pass(1, wanted: [], object: ways)
    report = ways.report
    report.count("ways read", Int(clamping: seen.counts.ways))
    guard !ways.ways.isEmpty else { throw .nothingFound(path) }
    let wanted = Set(ways.references).union(ways.stopAreas.flatMap(\.nodes)).sorted()
    let points = OSMPoints(report: report)
    let located = try pass(2, wanted: wanted, object: points)
    report = points.report
    report.count("nodes read", Int(clamping: located.counts.nodes))
    return assemble(ways, points, located, &report)
  }

  /// Nodes by their identifiers in ascending order, and where they are.
  struct Points {
    let ids: [Int64]
    var latitudes: [Int32]
    var longitudes: [Int32]
    var counts: cosmium_counts

    /// What stands in place of a position that the file does not have.
    static let absent = Int32.max

    /// The place of a node in the list; nil for one that the file does not have.
    func place(of id: Int64) -> Int? {
      let place = ids.lowerBound(of: id)
      return place < ids.count && ids[place] == id && latitudes[place] != Self.absent ? place : nil
    }
  }

  private func pass(
    _ number: Int, wanted: [Int64], object: OSMPass
  ) throws(ImportError) -> Points {
    var located = Points(
      ids: wanted, latitudes: Array(repeating: Points.absent, count: wanted.count),
      longitudes: Array(repeating: Points.absent, count: wanted.count),
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
    object.handle(in: &handler)
    let status = withExtendedLifetime(object) {
      (number == 1 ? Self.wayKeys : Self.pointKeys).withCString { keys in
        Self.relationKeys.withCString { relationKeys in
          handler.keys = keys
          handler.relation_keys = relationKeys
          return cosmium_read(
            path, &handler, wanted, wanted.count, &located.latitudes, &located.longitudes,
            &located.counts, &message, message.count)
        }
      }
    }
    guard status == 0 else {
      let reason = String(
        decoding: message.prefix { $0 != 0 }.map { UInt8(bitPattern: $0) }, as: UTF8.self)
      throw .unreadable(path, reason: reason)
    }
    return located
  }

  private func assemble(
    _ ways: OSMWays, _ points: OSMPoints, _ located: Points, _ report: inout SurveyReport
  ) -> TrackSurvey {
    var survey = TrackSurvey()
    var indices = Array(repeating: Int32(-1), count: located.ids.count)
    for way in ways.ways {
      // A node outside the extract cuts the way in two.
      var open: [Int32] = []
      for id in ways.references[way.range] {
        guard let place = located.place(of: id) else {
          report.count("nodes missing in the extract")
          survey.addTrack(open, way.track)
          open = []
          continue
        }
        if indices[place] < 0 {
          indices[place] = survey.addPoint(
            latitude: located.latitudes[place], longitude: located.longitudes[place],
            role: points.roles[id] ?? [])
        }
        open.append(indices[place])
      }
      survey.addTrack(open, way.track)
    }
    var stations = OSMStations(points: points.stations, areas: ways.stations(located))
    let mapped = stations.count
    let onTrack = Set(ways.ways.lazy.flatMap { ways.references[$0.range] })
    for area in ways.stopAreas where stations.take(area, located, isOnTrack: onTrack.contains) {
      report.count("stop areas on railways")
    }
    report.count("stations", stations.count)
    report.count("stations known from stop areas only", stations.count - mapped)
    survey.stations = stations.all
    survey.milestones = points.milestones
    report.count("milestones", survey.milestones.count)
    return survey
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
