/// A distance between the rails, in millimetres.
public struct Gauge: Hashable, Comparable, Sendable, CustomStringConvertible {
  public let millimeters: Int

  public init(millimeters: Int) { self.millimeters = millimeters }

  public var description: String { "\(millimeters) mm" }

  public static func < (left: Gauge, right: Gauge) -> Bool { left.millimeters < right.millimeters }
}

extension [Gauge] {
  /// All of them in one word, such as `1435/1520 mm`.
  public var title: String {
    isEmpty ? "unknown gauge" : map { "\($0.millimeters)" }.joined(separator: "/") + " mm"
  }
}

/// A place where trains can go over from one gauge to another, and how.
public struct GaugeBreakSite: Hashable, Sendable {
  /// How sure it is that the gauge is changed here.
  public enum Status: String, Sendable { case known, assumed, alternative, unrecorded }

  public let gauges: Set<Gauge>
  /// Such as bogie exchange, variable gauge or transhipment.
  public let method: String
  /// The least and greatest hours that sources give; nil where nobody measured.
  public let hours: (least: Double?, most: Double?)
  /// 1 is tried first.
  public let preference: Int
  public let status: Status
  public let source: String

  public static func == (left: GaugeBreakSite, right: GaugeBreakSite) -> Bool {
    left.gauges == right.gauges && left.method == right.method
      && left.hours.least == right.hours.least && left.hours.most == right.hours.most
      && left.status == right.status
  }

  public func hash(into hasher: inout Hasher) {
    hasher.combine(gauges)
    hasher.combine(method)
  }
}
