/// A run over a path: where the train is, how fast and when.
public struct RunCurve: Hashable, Sendable {
  /// What the train does.
  public enum Phase: String, CaseIterable, Sendable {
    case accelerating
    /// Full effort does not hold the speed on a rising gradient.
    case slowing
    case cruising, coasting, braking
  }

  /// Where a step of the run ends.
  public struct Point: Hashable, Sendable {
    /// Metres from the start of the path.
    public let position: Double
    /// Metres a second.
    public let speed: Double
    /// Seconds from departure, without dwell.
    public let time: Double
    /// What the train did since the point before.
    public let phase: Phase
  }

  /// In order; the first is the start.
  public private(set) var points: [Point]

  init(start phase: Phase, capacity: Int) {
    points = []
    points.reserveCapacity(capacity)
    points.append(Point(position: 0, speed: 0, time: 0, phase: phase))
  }

  init(points: [Point]) { self.points = points }

  @inline(__always)
  mutating func add(_ phase: Phase, to position: Double, speed: Double, taking time: Double) {
    points.append(
      Point(
        position: position, speed: speed, time: (points.last?.time ?? 0) + time, phase: phase))
  }

  /// The running time in seconds, without dwell.
  public var time: Double { points.last?.time ?? 0 }

  /// Metres.
  public var length: Double { points.last?.position ?? 0 }

  /// The greatest speed in metres a second.
  public var greatestSpeed: Double { points.reduce(0) { max($0, $1.speed) } }

  /// The phases in order, each once where it follows itself.
  public var phases: [Phase] {
    points.dropFirst().map(\.phase).reduce(into: []) { if $0.last != $1 { $0.append($1) } }
  }

  /// When the train is at a position, in seconds from departure; within a step as if it gained or lost speed evenly.
  public func time(at position: Double) -> Double {
    var low = 0
    var high = points.count - 1
    while low < high {
      let middle = (low + high) / 2
      if points[middle].position < position { low = middle + 1 } else { high = middle }
    }
    let end = points[low]
    guard low > 0, position < end.position else { return end.time }
    let start = points[low - 1]
    let share = (position - start.position) / (end.position - start.position)
    let square = start.speed * start.speed
    let speed = (square + share * (end.speed * end.speed - square)).squareRoot()
    let whole = end.time - start.time
    let even = 2 * (end.position - start.position) / max(1e-9, start.speed + end.speed)
    let part = 2 * (position - start.position) / max(1e-9, start.speed + speed)
    return start.time + whole * part / even
  }
}
