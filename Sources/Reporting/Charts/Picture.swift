/// Something that is drawn, as SVG that needs nothing else.
public protocol Picture: Sendable {
  var title: String { get }
  var svg: String { get }
}
