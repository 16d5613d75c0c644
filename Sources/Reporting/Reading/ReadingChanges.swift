public import ClaimReading

/// What became of an article's figures, as lines.
public struct ReadingChanges {
  private let changes: [FigureChange]

  public init(_ changes: [FigureChange]) { self.changes = changes }

  /// A line a figure that is not as it was, and one that counts them all.
  public var text: String {
    var lines: [String] = []
    for change in changes where change.kind != .unchanged {
      switch change.kind {
      case .changed: lines.append("changed: '\(change.before)' is now '\(change.after)'")
      case .vanished: lines.append("vanished: '\(change.before)'")
      case .new: lines.append("new: '\(change.after)'")
      default: lines.append("moved: '\(change.before)'")
      }
    }
    let counts = FigureChange.Kind.allCases.compactMap { kind -> String? in
      let count = changes.filter { $0.kind == kind }.count
      return count > 0 ? "\(count) \(kind.rawValue)" : nil
    }
    lines.append(counts.isEmpty ? "no figures, before or now" : counts.joined(separator: ", "))
    return lines.joined(separator: "\n") + "\n"
  }
}
