/// Something that is drawn, as SVG that needs nothing else.
public protocol Picture: Sendable {
  var title: String { get }
  var svg: String { get }
  /// Whether it can be read at the width of a phone; what is larger is moved along there.
  var isSmall: Bool { get }
}

extension Picture {
  public var isSmall: Bool { false }
}
