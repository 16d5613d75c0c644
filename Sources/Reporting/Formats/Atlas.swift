import Geodesy

/// The places and lines of journeys, ready for programs that show them: for navigation, for globes.
struct Atlas {
  struct Stop {
    let name: String
    let description: String
    let position: Coordinate
  }

  /// Stops in the order in which they are come to.
  struct Route {
    let name: String
    let stops: [Stop]
  }

  struct Line {
    let name: String
    let description: String
    /// Whether it is a way that is gone, and not the straight line between its ends.
    let isWay: Bool
    /// Cut at the antimeridian.
    let parts: [[(longitude: Double, latitude: Double)]]

    init(name: String, description: String, isWay: Bool, line: Polyline) {
      self.name = name
      self.description = description
      self.isWay = isWay
      parts = line.partsByAntimeridian()
    }
  }

  let title: String
  let description: String
  let stops: [Stop]
  let routes: [Route]
  let lines: [Line]
}
