import Geodesy
import Timetables

extension TimetableCheck {
  /// What the timetable says of how fast trains run between its stops: a row for each pair that no train passes
  /// faster than the simulation allows.
  public var sectionSpeeds: SectionSpeeds {
    var found: [Int: [Double]] = [:]
    for section in sections {
      let way = way(of: section)
      guard way.basis != .straight, let length = way.length, section.elapsed > 0,
        ![.impossible, .beyondTrain, .beyondSimulation, .unknown].contains(section.verdict)
      else { continue }
      let speed = (length.lowerBound + length.upperBound) / 2 / Double(section.elapsed)
      guard speed > 0.3 else { continue }
      found[section.way, default: []].append(speed)
    }
    var first: [Int: Section] = [:]
    for section in sections where first[section.way] == nil { first[section.way] = section }
    let rows = found.sorted { $0.key < $1.key }.compactMap { key, speeds -> SectionSpeeds.Row? in
      guard let section = first[key], let length = ways[key].length,
        let start = timetable.stops[section.from.stop].coordinate,
        let end = timetable.stops[section.to.stop].coordinate
      else { return nil }
      return SectionSpeeds.Row(
        from: timetable.stops[section.from.stop].name, to: timetable.stops[section.to.stop].name,
        start: start, end: end, kilometers: (length.lowerBound + length.upperBound) / 2_000,
        speeds: Self.usual(speeds), trains: speeds.count)
    }
    return SectionSpeeds(rows: rows, source: timetable.name)
  }

  /// From the slowest train to the fastest; of many trains the outermost twentieths are left out.
  private static func usual(_ speeds: [Double]) -> ClosedRange<Double> {
    let sorted = speeds.sorted()
    let cut = sorted.count / 20
    return sorted[cut]...sorted[sorted.count - 1 - cut]
  }
}
