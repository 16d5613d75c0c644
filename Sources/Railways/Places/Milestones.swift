public import Geodesy
import Quantities
import Foundation

/// Kilometre posts that stand on track.
struct Milestones: Sendable {
  let edge: Column<UInt32>
  let offset: Column<Double>
  let kilometers: Column<Double>
  let attribute: Column<UInt32>

  init(_ columns: NetworkColumns) throws(NetworkFileError) {
    edge = try columns.column(.milestoneEdge)
    offset = try columns.column(.milestoneOffset)
    kilometers = try columns.column(.milestoneKilometers)
    attribute = try columns.column(.milestoneAttribute)
  }

  var count: Int { min(edge.count, offset.count, kilometers.count, attribute.count) }
}

/// A place by line and kilometre, such as `Line 2630, km 34.2`.
public struct LinePosition: Hashable, Sendable {
  public let line: String
  public let kilometers: Double

  /// The place that a text such as `2630, km 34.2` gives; nil for other texts.
  public init?(_ text: String) {
    guard let mark = text.range(of: "km ", options: [.caseInsensitive, .backwards]) else {
      return nil
    }
    let before = text[..<mark.lowerBound].trimmingCharacters(in: .whitespaces)
    let number = text[mark.upperBound...].trimmingCharacters(in: .whitespaces)
    guard let kilometers = Double(number.replacing(",", with: ".")), kilometers.isFinite,
      abs(kilometers) < 20_000
    else { return nil }
    line = before.hasSuffix(",") ? String(before.dropLast()) : before
    guard !line.isEmpty else { return nil }
    self.kilometers = kilometers
  }
}

extension TrackNetwork {
  /// How far two posts may stand apart for a place between them to be told.
  private static let postGap = 3.0

  /// The position of a kilometre of a line, between the posts before and after it.
  ///
  /// The posts must be joined by track about as long as they say, or they do not belong together: parallel
  /// tracks and several lines bear posts of the same number.
  /// - Throws: `TrackError.noMilestones` with the kilometres that the line's posts cover.
  public func position(of place: LinePosition) throws(TrackError) -> TrackPosition {
    let posts = (0..<milestones.count).filter { index in
      attributes(milestones.attribute[index]).isCalled(place.line)
        && Int(milestones.edge[index]) < edgeCount
    }
    let known = posts.map { milestones.kilometers[$0] }
    let before = posts.filter {
      (0...Self.postGap).contains(place.kilometers - milestones.kilometers[$0])
    }.sorted { milestones.kilometers[$0] > milestones.kilometers[$1] }
    let after = posts.filter {
      (0...Self.postGap).contains(milestones.kilometers[$0] - place.kilometers)
    }.sorted { milestones.kilometers[$0] < milestones.kilometers[$1] }
    for one in before.prefix(6) {
      for other in after.prefix(6) {
        if let found = position(at: place.kilometers, between: one, and: other) { return found }
      }
    }
    throw .noMilestones(place.line, place.kilometers, least: known.min(), most: known.max())
  }

  private func position(at kilometers: Double, between one: Int, and other: Int) -> TrackPosition? {
    let start = TrackPosition(edge: Int(milestones.edge[one]), offset: milestones.offset[one])
    let end = TrackPosition(edge: Int(milestones.edge[other]), offset: milestones.offset[other])
    let gap = milestones.kilometers[other] - milestones.kilometers[one]
    guard gap > 0 else { return start }
    // Posts further apart as the crow flies than they say belong to other tracks.
    guard let here = coordinate(of: start), let there = coordinate(of: end),
      Ellipsoid.wgs84.distance(from: here, to: there).meters <= 50 + 1_100 * gap
    else { return nil }
    var query = PlacedQuery(stops: [[start], [end]])
    query.conditions.recordedBreaksOnly = true
    var search = TrackSearch(network: self, query: query)
    guard let steps = search.steps() else { return nil }
    let length = steps.reduce(0) { $0 + abs($1.to - $1.from) }
    guard abs(length - gap * 1_000) <= 50 + 100 * gap else { return nil }
    var left = length * (kilometers - milestones.kilometers[one]) / gap
    for step in steps {
      let part = abs(step.to - step.from)
      if left <= part {
        return TrackPosition(
          edge: step.edge, offset: step.from + (step.to >= step.from ? left : -left))
      }
      left -= part
    }
    return end
  }

  /// Where a position on track is.
  public func coordinate(of position: TrackPosition) -> Coordinate? {
    points(ofEdge: position.edge, from: position.offset, to: position.offset).first
  }
}
