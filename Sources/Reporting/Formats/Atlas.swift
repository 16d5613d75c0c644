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

  /// What a line stands for, which decides how it is drawn.
  enum LineKind: String, CaseIterable {
    /// The way that is gone.
    case way
    /// The geodesic between the ends of one that is not known.
    case straight
  }

  struct Line {
    let name: String
    let description: String
    let kind: LineKind
    /// Cut at the antimeridian.
    let parts: [[(longitude: Double, latitude: Double)]]

    init(name: String, description: String, kind: LineKind, line: Polyline) {
      self.name = name
      self.description = description
      self.kind = kind
      parts = line.partsByAntimeridian()
    }
  }

  let title: String
  let description: String
  let stops: [Stop]
  let routes: [Route]
  let lines: [Line]
}
