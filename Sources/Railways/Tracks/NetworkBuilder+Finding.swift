/// The columns by which edges, stations and kilometre posts are found.
extension NetworkBuilder {
  /// Which edges pass each cell.
  func set(gridOf graph: JunctionGraph, in draft: inout NetworkFile.Draft) {
    var entries: [(key: UInt64, edge: UInt32)] = []
    for (index, edge) in graph.edges.enumerated() {
      var last: UInt64?
      for (one, other) in zip(graph.points[edge.points], graph.points[edge.points].dropFirst()) {
        for key in cells(from: one, to: other) where key != last {
          entries.append((key, UInt32(index)))
          last = key
        }
      }
    }
    entries.sort { ($0.key, $0.edge) < ($1.key, $1.edge) }
    var keys: [UInt64] = []
    var starts: [UInt32] = []
    var edges: [UInt32] = []
    for entry in entries {
      if keys.last != entry.key {
        keys.append(entry.key)
        starts.append(UInt32(edges.count))
      } else if edges.last == entry.edge {
        continue
      }
      edges.append(entry.edge)
    }
    starts.append(UInt32(edges.count))
    draft.set(.gridKeys, keys)
    draft.set(.gridStarts, starts)
    draft.set(.gridEdges, edges)
  }

  /// The cells of the rectangle around a segment; segments are short, so few are passed in vain.
  private func cells(from one: Int32, to other: Int32) -> [UInt64] {
    let (south, north) = Self.ordered(survey.latitudes[Int(one)], survey.latitudes[Int(other)])
    let (west, east) = Self.ordered(survey.longitudes[Int(one)], survey.longitudes[Int(other)])
    // A segment over the antimeridian would span the world; its ends will do.
    guard Int(east) - Int(west) < 1_800_000_000 else {
      return [
        Self.cell(survey.latitudes[Int(one)], survey.longitudes[Int(one)]),
        Self.cell(survey.latitudes[Int(other)], survey.longitudes[Int(other)]),
      ]
    }
    var cells: [UInt64] = []
    for row in Self.row(south)...Self.row(north) {
      for column in Self.row(west)...Self.row(east) { cells.append(Self.key(row, column)) }
    }
    return cells
  }

  private static func ordered(_ one: Int32, _ other: Int32) -> (Int32, Int32) {
    (min(one, other), max(one, other))
  }

  static func row(_ degrees: Int32) -> Int { (Int(degrees) + 1_800_000_000) / cellSize }

  static func key(_ row: Int, _ column: Int) -> UInt64 { UInt64(row) << 32 | UInt64(column) }

  static func cell(_ latitude: Int32, _ longitude: Int32) -> UInt64 {
    key(row(latitude), row(longitude))
  }

  func set(
    stationsIn draft: inout NetworkFile.Draft, _ strings: inout StringTable
  ) {
    var starts: [UInt32] = [0]
    var names: [UInt32] = []
    var keys: [(text: String, owner: UInt32)] = []
    for (index, station) in survey.stations.enumerated() {
      for name in [station.name] + station.names {
        names.append(strings.index(of: name))
        let key = NetworkStations.key(name)
        if !key.isEmpty { keys.append((key, UInt32(index))) }
      }
      starts.append(UInt32(names.count))
    }
    // By their bytes, as they are compared when looked up.
    keys.sort { one, other in
      one.text.utf8.elementsEqual(other.text.utf8)
        ? one.owner < other.owner : one.text.utf8.lexicographicallyPrecedes(other.text.utf8)
    }
    draft.set(.stationLatitude, survey.stations.map(\.latitude))
    draft.set(.stationLongitude, survey.stations.map(\.longitude))
    draft.set(.stationKind, survey.stations.map { UInt8($0.isHalt ? 1 : 0) })
    draft.set(.stationNameStarts, starts)
    draft.set(.stationNames, names)
    draft.set(.stationKeys, keys.map { strings.index(of: $0.text) })
    draft.set(.stationKeyOwners, keys.map(\.owner))
  }

  /// Milestones that stand on a point of the track; those beside it say no place on it.
  func set(milestonesOf graph: JunctionGraph, in draft: inout NetworkFile.Draft) {
    var kilometers: [UInt64: Double] = [:]
    for milestone in survey.milestones {
      kilometers[Self.place(milestone.latitude, milestone.longitude)] = milestone.kilometers
    }
    var edges: [UInt32] = []
    var offsets: [Double] = []
    var posts: [Double] = []
    var attributes: [UInt32] = []
    let table = graph.segmentTable
    for (index, edge) in graph.edges.enumerated() where !kilometers.isEmpty {
      var travelled = 0.0
      for (point, segment) in zip(graph.points[edge.points], graph.segments[edge.segments]) {
        let place = Self.place(survey.latitudes[Int(point)], survey.longitudes[Int(point)])
        if let post = kilometers[place] {
          edges.append(UInt32(index))
          offsets.append(travelled)
          posts.append(post)
          attributes.append(UInt32(table.attributes[Int(segment)]))
        }
        travelled += table.meters[Int(segment)]
      }
    }
    draft.set(.milestoneEdge, edges)
    draft.set(.milestoneOffset, offsets)
    draft.set(.milestoneKilometers, posts)
    draft.set(.milestoneAttribute, attributes)
  }

  private static func place(_ latitude: Int32, _ longitude: Int32) -> UInt64 {
    UInt64(UInt32(bitPattern: latitude)) << 32 | UInt64(UInt32(bitPattern: longitude))
  }
}
