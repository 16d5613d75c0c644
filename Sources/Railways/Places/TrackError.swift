public import Quantities

/// Why a place or a pair of places gets no way.
public enum TrackError: ConditionNaming, Hashable {
  /// A place without a position.
  case noPosition(String)
  /// No track within the limit, or within the place's own extent where that is wider; how far the nearest is,
  /// if any is near at all.
  case offNetwork(String, nearest: Distance?, limit: Distance, extent: Distance?)
  /// The only track near is drawn straight between stations far apart; where it runs is not known.
  case courseUnknown(String)
  case noPath(from: String, to: String, reason: ConditionText)
  /// A kilometre of a line that no posts enclose; which kilometres they cover, if there are any.
  case noMilestones(String, Double, least: Double?, most: Double?)
}

extension TrackError {
  public var message: ConditionText {
    switch self {
    case .noPosition(let place): "'\(place)' has no sourced position"
    case .offNetwork(let place, let nearest, let limit, let extent):
      offNetwork(place, nearest, limit, extent)
    case .courseUnknown(let place):
      """
      '\(place)' is near a line of which only stations far apart are known, and not where it runs between them; give a \
      station of it
      """
    case .noMilestones(let line, let kilometers, let least?, let most?):
      """
      '\(line), km \(kilometers)' is not between kilometre posts that track joins; the posts go from km \(least) to \
      \(most)
      """
    case .noMilestones(let line, _, _, _):
      "the network has no kilometre posts on a line called '\(line)'"
    case .noPath(let start, let end, let reason):
      "no way by rail from '\(start)' to '\(end)': \(reason)"
    }
  }

  private func offNetwork(
    _ place: String, _ nearest: Distance?, _ limit: Distance, _ extent: Distance?
  ) -> ConditionText {
    func words(_ distance: Distance) -> String { "\((distance.kilometers * 10).rounded() / 10) km" }
    let away = nearest.map { "\(words($0)) away" } ?? "more than 500 km away"
    let reason: ConditionText =
      extent == nil ? "\(RailCondition.snapLimit)" : "the extent of the place"
    return """
      '\(place)' is not at the network's track: the nearest is \(away), and at most \(words(limit)) are allowed \
      (\(reason))
      """
  }
}
