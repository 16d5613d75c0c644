import Quantities

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

  /// The cells along a segment, sampled so closely that none of their neighbours is passed unseen.
  private func cells(from one: Int32, to other: Int32) -> [UInt64] {
    let latitudes = (Double(survey.latitudes[Int(one)]), Double(survey.latitudes[Int(other)]))
    var longitudes = (Double(survey.longitudes[Int(one)]), Double(survey.longitudes[Int(other)]))
    // The short way round, over the antimeridian where that is it.
    if longitudes.1 - longitudes.0 > 1.8e9 { longitudes.1 -= 3.6e9 }
    if longitudes.0 - longitudes.1 > 1.8e9 { longitudes.1 += 3.6e9 }
    let span = max(abs(latitudes.1 - latitudes.0), abs(longitudes.1 - longitudes.0))
    let steps = max(1, Int(held: 2 * span / Double(Self.cellSize)) + 1)
    var cells: [UInt64] = []
    for step in 0...steps {
      let share = Double(step) / Double(steps)
      let latitude = latitudes.0 + share * (latitudes.1 - latitudes.0)
      let longitude = longitudes.0 + share * (longitudes.1 - longitudes.0)
      let turned =
        longitude > 1.8e9 ? longitude - 3.6e9 : longitude < -1.8e9 ? longitude + 3.6e9 : longitude
      let cell = Self.cell(Int32(latitude), Int32(turned))
      if cells.last != cell { cells.append(cell) }
    }
    return cells
  }

  static func row(_ degrees: Int32) -> Int { (Int(degrees) + 1_800_000_000) / cellSize }

  /// The key of a cell; the column at 180 degrees east is the first.
  static func key(_ row: Int, _ column: Int) -> UInt64 {
    UInt64(max(0, row)) << 32 | UInt64(max(0, column % (3_600_000_000 / cellSize)))
  }

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
      func take(_ point: Int32, _ segment: Int32) {
        let place = Self.place(survey.latitudes[Int(point)], survey.longitudes[Int(point)])
        guard let post = kilometers[place] else { return }
        edges.append(UInt32(index))
        offsets.append(travelled)
        posts.append(post)
        attributes.append(UInt32(table.attributes[Int(segment)]))
      }
      for (point, segment) in zip(graph.points[edge.points], graph.segments[edge.segments]) {
        take(point, segment)
        travelled += table.meters[Int(segment)]
      }
      if let last = graph.points[edge.points].last, let segment = graph.segments[edge.segments].last
      {
        take(last, segment)
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
