/// A distance between the rails, in millimetres.
public struct Gauge: Hashable, Comparable, Sendable, CustomStringConvertible {
  public let millimeters: Int

  public init(millimeters: Int) { self.millimeters = millimeters }

  public var description: String { "\(millimeters) mm" }

  /// Other gauges on whose track its vehicles run as they are: 1520 and 1524 mm are one gauge with other tolerances
  /// (Finland and Russia run through).
  public var runsThrough: [Gauge] {
    switch millimeters {
    case 1_520: [Gauge(millimeters: 1_524)]
    case 1_524: [Gauge(millimeters: 1_520)]
    default: []
    }
  }

  public static func < (left: Gauge, right: Gauge) -> Bool { left.millimeters < right.millimeters }
}

extension [Gauge] {
  /// Without those on which only the others' vehicles run through.
  var withoutRunningThrough: [Gauge] {
    filter { gauge in !gauge.runsThrough.contains { contains($0) && $0 < gauge } }
  }

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

extension GaugeBreakSite {
  /// A place where gauges meet and nobody says how trains go over.
  static func unrecorded(between one: [Gauge], and other: [Gauge]) -> GaugeBreakSite {
    GaugeBreakSite(
      gauges: Set(one + other), method: "no facility recorded", hours: (nil, nil),
      preference: 9, status: .unrecorded, source: "no source")
  }
}
