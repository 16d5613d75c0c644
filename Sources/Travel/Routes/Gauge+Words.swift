public import Railways
public import Wording

extension Gauge {
  /// Such as `1435 mm`.
  public var words: Phrase { "\(millimeters) mm" }
}

extension [Gauge] {
  /// All of them, such as `1435/1520 mm` where a track has both.
  public var words: Phrase {
    isEmpty ? "unknown gauge" : "\(map { "\($0.millimeters)" }.joined(separator: "/")) mm"
  }
}
