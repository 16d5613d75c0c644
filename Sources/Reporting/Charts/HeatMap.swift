import Quantities

/// A table of cells whose colour tells their value; what it tells is written in them too where there is room.
public struct HeatMap: Picture {
  /// One cell.
  public struct Cell: Sendable {
    public let text: String
    public let shade: Shade
    /// Whether somebody's statement allows it, which a ring round it shows.
    public let isClaimed: Bool

    public init(text: String, shade: Shade, isClaimed: Bool = false) {
      self.text = text
      self.shade = shade
      self.isClaimed = isClaimed
    }
  }

  public enum Shade: Hashable, Sendable {
    /// From 0, light, to 1, dark.
    case value(Double)
    case good, fair, bad, open
    /// There is nothing to tell.
    case none

    var style: String {
      switch self {
      case .value(let share): "heat\(min(6, max(0, Int(held: share * 7))))"
      case .good: "good"
      case .fair: "fair"
      case .bad: "bad"
      case .open: "open"
      case .none: "none"
      }
    }

    /// What can be read on it.
    var ink: String {
      switch self {
      case .value(let share): share * 7 >= 4 ? "pale" : "dark"
      case .bad: "pale"
      default: "dark"
      }
    }
  }

  public let title: String
  public let xTitle: String
  public let yTitle: String
  public let columns: [String]
  public let rows: [String]
  /// Row by row.
  public let cells: [[Cell]]
  /// What shades mean, where that is not written in the cells.
  public let key: [(shade: Shade, words: String)]
  /// What the rings mean, a line each.
  public let notes: [String]

  public init(
    title: String, xTitle: String, yTitle: String, columns: [String], rows: [String],
    cells: [[Cell]], key: [(shade: Shade, words: String)] = [], notes: [String] = []
  ) {
    self.title = title
    self.xTitle = xTitle
    self.yTitle = yTitle
    self.columns = columns
    self.rows = rows
    self.cells = cells
    self.key = key
    self.notes = notes
  }

  // MARK: Drawing

  private static let width = 840.0

  /// Where the cells lie in the picture.
  private struct Grid {
    let left: Double
    let top = 58.0
    let across: Double
    let down: Double
    let bottom: Double

    init(_ map: HeatMap) {
      left = min(320, max(58, (map.rows.map { Drawing.width(of: $0) }.max() ?? 0) + 16))
      across = (HeatMap.width - 16 - left) / Double(max(1, map.columns.count))
      down = min(34, max(3, 900 / Double(max(1, map.rows.count))))
      bottom = top + down * Double(map.rows.count)
    }
  }

  public var svg: String {
    let grid = Grid(self)
    var parts = [Drawing.text(8, 44, yTitle, "start")] + cellParts(grid) + labels(grid)
    parts.append(
      Drawing.text((grid.left + Self.width) / 2, grid.bottom + 38, xTitle, "middle"))
    var below = grid.bottom + 62
    if !key.isEmpty {
      var place = grid.left
      for (shade, words) in key {
        parts.append(Drawing.box(place, below - 11, 16, 14, shade.style))
        parts.append(Drawing.text(place + 22, below, words, "start"))
        place += 44 + Drawing.width(of: words)
      }
      below += 20
    }
    for note in notes {
      parts.append(Drawing.text(8, below, note, "start", style: "claim"))
      below += 18
    }
    return Drawing.picture(Self.width, below - 8, title: title, parts)
  }

  private func cellParts(_ grid: Grid) -> [String] {
    let widest = cells.joined().map { Drawing.width(of: $0.text) }.max() ?? 0
    let areWritten = widest + 8 <= grid.across && grid.down >= 16
    return cells.enumerated().flatMap { place, row in
      row.enumerated().flatMap { column, cell -> [String] in
        let x = grid.left + grid.across * Double(column)
        let y = grid.top + grid.down * Double(place)
        var parts = [
          Drawing.box(
            x, y, grid.across, grid.down, cell.shade.style,
            title: "\(columns[column]), \(rows[place]): \(cell.text)")
        ]
        if cell.isClaimed {
          parts.append(Drawing.box(x + 1.5, y + 1.5, grid.across - 3, grid.down - 3, "ring"))
        }
        if areWritten {
          parts.append(
            Drawing.text(
              x + grid.across / 2, y + grid.down / 2 + 4, cell.text, "middle",
              style: cell.shade.ink))
        }
        return parts
      }
    }
  }

  /// The names of rows and columns, as many as there is room for.
  private func labels(_ grid: Grid) -> [String] {
    let everyRow = max(1, Int(held: (14 / grid.down).rounded(.up)))
    let widest = columns.map { Drawing.width(of: $0) }.max() ?? 0
    let everyColumn = max(1, Int(held: ((widest + 10) / grid.across).rounded(.up)))
    return rows.enumerated().filter { $0.offset % everyRow == 0 }.map { place, row in
      Drawing.text(
        grid.left - 6, grid.top + grid.down * (Double(place) + 0.5) + 4, row, "end")
    }
      + columns.enumerated().filter { $0.offset % everyColumn == 0 }.map { place, column in
        Drawing.text(
          grid.left + grid.across * (Double(place) + 0.5), grid.bottom + 17, column, "middle")
      }
  }
}
