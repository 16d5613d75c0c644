import Quantities

extension Outline {
  /// Several areas as one; nil for none.
  public init?(of areas: [Outline]) {
    guard areas.allSatisfy(\.isArea), let error = areas.map(\.error).max() else { return nil }
    self.init(lines: areas.flatMap(\.lines), isArea: true, error: error)
  }

  /// The outline itself as a line: all of an area's border and coast.
  public var border: Outline? { Outline(lines: lines, isArea: false, error: error) }

  /// The line that two areas have in common, as far as both are drawn by the same corners; nil for none.
  public func border(with other: Outline) -> Outline? {
    let its = Set(other.lines.joined())
    var pieces: [[Corner]] = []
    for line in lines {
      var piece: [Corner] = []
      for corner in line {
        if its.contains(corner) {
          piece.append(corner)
        } else {
          if piece.count > 1 { pieces.append(piece) }
          piece = []
        }
      }
      if piece.count > 1 { pieces.append(piece) }
    }
    return Outline(lines: pieces, isArea: false, error: max(error, other.error))
  }
}
