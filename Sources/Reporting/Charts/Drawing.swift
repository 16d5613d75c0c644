import Quantities

/// The marks that pictures are made of, as SVG that needs nothing else; legible in grey, light and dark.
enum Drawing {
  static func line(_ x1: Double, _ y1: Double, _ x2: Double, _ y2: Double, _ style: String)
    -> String
  {
    "<line class=\"\(style)\" x1=\"\(number(x1))\" y1=\"\(number(y1))\" "
      + "x2=\"\(number(x2))\" y2=\"\(number(y2))\"/>"
  }

  static func box(
    _ left: Double, _ top: Double, _ width: Double, _ height: Double, _ style: String,
    title: String = ""
  ) -> String {
    let shape =
      "<rect class=\"\(style)\" x=\"\(number(left))\" y=\"\(number(top))\" "
      + "width=\"\(number(max(0, width)))\" height=\"\(number(max(0, height)))\""
    return title.isEmpty ? shape + "/>" : shape + "><title>\(title.escapedForMarkup)</title></rect>"
  }

  static func text(
    _ x: Double, _ y: Double, _ words: String, _ anchor: String, style: String = ""
  ) -> String {
    let kind = style.isEmpty ? "" : " class=\"\(style)\""
    return "<text\(kind) x=\"\(number(x))\" y=\"\(number(y))\" text-anchor=\"\(anchor)\">"
      + "\(words.escapedForMarkup)</text>"
  }

  /// The labels of an axis below or above a picture's field, kept within it.
  static func labels(
    _ axis: Axis, at y: Double, from left: Double, to right: Double
  ) -> [String] {
    axis.ticks.map { tick in
      let half = width(of: tick.label) / 2
      let place = left + axis.share(tick.value) * (right - left)
      return text(min(place, right + 12 - half), y, tick.label, "middle")
    }
  }

  /// A line through points; those closer than a quarter of a unit are one.
  static func path(_ points: [(x: Double, y: Double)], _ style: String) -> String {
    var commands = ""
    var last = (x: -Double.infinity, y: -Double.infinity)
    for point in points where point.x.isFinite && point.y.isFinite {
      guard abs(point.x - last.x) >= 0.25 || abs(point.y - last.y) >= 0.25 else { continue }
      commands += "\(commands.isEmpty ? "M" : "L")\(number(point.x)) \(number(point.y))"
      last = point
    }
    return "<path class=\"\(style)\" d=\"\(commands)\"/>"
  }

  static func dot(_ x: Double, _ y: Double, _ radius: Double, _ style: String) -> String {
    "<circle class=\"\(style)\" cx=\"\(number(x))\" cy=\"\(number(y))\" r=\"\(number(radius))\"/>"
  }

  /// A closed shape.
  static func area(
    _ points: [(x: Double, y: Double)], _ style: String, title: String = ""
  ) -> String {
    let corners = points.map { "\(number($0.x)),\(number($0.y))" }.joined(separator: " ")
    let shape = "<polygon class=\"\(style)\" points=\"\(corners)\""
    return title.isEmpty
      ? shape + "/>" : shape + "><title>\(title.escapedForMarkup)</title></polygon>"
  }

  static func number(_ value: Double) -> String { Numbers.plain(value, 1) }

  /// About how wide words are drawn.
  static func width(of words: String) -> Double { Double(words.displayWidth) * 6.5 }

  /// A picture of a size with its title.
  static func picture(_ width: Double, _ height: Double, title: String, _ parts: [String]) -> String
  {
    let size = "\(Int(held: width.rounded(.up))) \(Int(held: height.rounded(.up)))"
    return """
      <svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 \(size)" role="img" font-family="system-ui, sans-serif" font-size="12">
      <title>\(title.escapedForMarkup)</title>
      \(styleElement)
      <text x="8" y="18" font-size="14" font-weight="600">\(title.escapedForMarkup)</text>

      """ + parts.joined(separator: "\n") + "\n</svg>\n"
  }

  /// A picture without a title of its own to be seen: what stands beside it says what it is.
  static func strip(_ width: Double, _ height: Double, title: String, _ parts: [String]) -> String {
    let size = "\(Int(held: width.rounded(.up))) \(Int(held: height.rounded(.up)))"
    return """
      <svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 \(size)" role="img" font-family="system-ui, sans-serif" font-size="12">
      <title>\(title.escapedForMarkup)</title>
      \(styleElement)

      """ + parts.joined(separator: "\n") + "\n</svg>\n"
  }

  /// What every picture carries with it; a page of several has the styles once.
  static let styleElement = "<style>\n\(styles)\n</style>"

  /// Colours are also told apart by lightness, width or dashes.
  static let styles = """
    svg{background:#fff}text{fill:#222}path,line{fill:none}.grid{stroke:#ddd}.axis{stroke:#222}.mark{stroke:#999;stroke-dasharray:2 3}
    .main{stroke:#0b5394;stroke-width:2}.second{stroke:#b45f06;stroke-width:2;stroke-dasharray:7 4}.third{stroke:#38761d;stroke-width:2;stroke-dasharray:2 3}.fourth{stroke:#741b47;stroke-width:2;stroke-dasharray:10 3 2 3}.limit{stroke:#777;stroke-width:1}
    .band{fill:#f1c232;fill-opacity:.28;stroke:#bf9000;stroke-dasharray:4 3}.claim{fill:#7f6000;font-size:11px}.strong{font-weight:600}.ring{fill:none;stroke:#000;stroke-width:2.5}
    .heat0{fill:#eef4fb}.heat1{fill:#d3e3f3}.heat2{fill:#a9c9e6}.heat3{fill:#74a7d4}.heat4{fill:#3f7fba}.heat5{fill:#1f5a94}.heat6{fill:#0b3560}.none{fill:#f4f4f4;stroke:#bbb;stroke-dasharray:2 2}
    .stop{fill:#fff;stroke:#222;stroke-width:2}.break{fill:#f1c232;stroke:#222}.degree{font-size:10px;fill:#888}.label{paint-order:stroke;stroke:#fff;stroke-width:3px;stroke-linejoin:round}
    .sea{fill:#e9f1f7}.land{fill:#f7f4ea}.coast{stroke:#a9b7c2;stroke-width:.8}.said{fill:#9fc5e8;stroke:#0b5394}.disputed{fill:#f4cccc;stroke:#990000;stroke-dasharray:3 2}.region{fill:#6aa84f;fill-opacity:.22;stroke:#38761d;stroke-dasharray:1 3}.claimed{fill:#74a7d4;stroke:#0b5394}.implied{fill:#fff;stroke:#38761d;stroke-width:1.6}
    .good{fill:#cfe8cf}.fair{fill:#f2d98c}.bad{fill:#a63a2a}.open{fill:#dcdcdc}.dark{fill:#111}.pale{fill:#fff}
    @media (prefers-color-scheme:dark){svg{background:#16191d}text{fill:#ddd}.grid{stroke:#333}.axis{stroke:#ddd}.main{stroke:#6fb1ff}.second{stroke:#f0a860}.third{stroke:#8fd17a}.fourth{stroke:#e39ac0}.limit{stroke:#999}.claim{fill:#e8c95c}.label{stroke:#16191d}.degree{fill:#999}.implied{fill:#16191d;stroke:#8fd17a}.ring{stroke:#ffd54d}.dark{fill:#111}.pale{fill:#fff}.sea{fill:#10171d}.land{fill:#252a2f}.coast{stroke:#55616b}.break,.claimed,.said{stroke:#ddd}}
    """
}
