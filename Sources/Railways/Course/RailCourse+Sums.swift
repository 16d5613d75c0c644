public import Gazetteer
import Geodesy
public import Quantities

extension RailCourse {
  /// How much of the length is known in which way.
  public var coverage: [KilometrageStatus: Distance] {
    sections.reduce(into: [:]) { sum, section in
      sum[section.attributes.basis] = (sum[section.attributes.basis] ?? .zero) + section.length
    }
  }

  /// Whether any of the length is measured along a drawing of the track.
  public var isMeasured: Bool { sections.contains { $0.attributes.basis == .geometry } }

  /// The share of the length that comes from published tables, 0 to 1.
  public var publishedShare: Double {
    share { [.published, .derived].contains($0.attributes.basis) }
  }

  /// The share of the length whose sections have a property, 0 to 1; 1 for an empty course.
  public func share(where holds: (Section) -> Bool) -> Double {
    guard length.meters > 0 else { return 1 }
    return sections.reduce(0) { $0 + (holds($1) ? $1.length.meters : 0) } / length.meters
  }

  /// The parts on one line each, in travel order.
  public var runs: [Run] {
    var runs: [Run] = []
    var start = 0
    for (index, section) in sections.enumerated() {
      guard index + 1 == sections.count || sections[index + 1].run != section.run else { continue }
      let own = sections[start...index]
      let named = own.filter { !$0.attributes.title.isEmpty }
      let line = named.first { $0.isLong } ?? named.first
      runs.append(Run(line: line?.attributes.title ?? "", sections: own))
      start = index + 1
    }
    return runs
  }

  /// The lines in travel order, each once where it follows itself; short track between is left out.
  public var lineNames: [String] {
    runs.map(\.line).filter { !$0.isEmpty }.reduce(into: []) { if $0.last != $1 { $0.append($1) } }
  }

  /// How long the course takes at the line speeds, those nobody gives being assumed, without stops, reversals and
  /// changes of gauge.
  ///
  /// - Parameter most: the train's own greatest speed; nil for one that keeps up with every line.
  public func timeAtLineSpeed(noFasterThan most: Speed? = nil) -> Duration {
    let most = most?.metersPerSecond ?? .infinity
    return .seconds(
      sections.reduce(0) { sum, section in
        let speed =
          section.lineSpeed?.metersPerSecond ?? section.attributes.assumedSpeed / 3.6
        return sum + section.length.meters / min(speed, most)
      })
  }

  /// Stations lie within this of their points.
  static let stationRadius = Distance.meters(250)

  /// The stations of the course at a place: the place itself, else those within its extent.
  public func stations(at place: Place) -> [Location] {
    let all = stations
    let same = all.filter { $0.place == place.id }
    return same.isEmpty ? all.filter { $0.isAt(place) } : same
  }
}

extension RailCourse.Section {
  /// Whether it is no mere throat of a station, whose own name says nothing of the course's line.
  var isLong: Bool { length >= .meters(500) }
}

extension RailCourse.Location {
  /// Whether it is a place, or lies within the place's extent.
  public func isAt(_ place: Place) -> Bool {
    if self.place == place.id { return true }
    guard let coordinate, let centre = place.coordinate else { return false }
    let reach = max(place.extent, RailCourse.stationRadius)
    return Ellipsoid.wgs84.distance(from: centre, to: coordinate) <= reach
  }
}
