extension String {
  /// How many terminal columns the text takes: two for East Asian wide characters, none for marks.
  var displayWidth: Int {
    // Most words are plain ASCII, of which no table need be asked.
    isPrintableASCII ? utf8.count : unicodeScalars.reduce(0) { $0 + $1.displayWidth }
  }

  private var isPrintableASCII: Bool { utf8.allSatisfy { (0x20...0x7E).contains($0) } }

  /// The text without line breaks and control characters, which must not reach a terminal.
  var onOneLine: String {
    guard !isPrintableASCII else { return self }
    var result = String.UnicodeScalarView()
    for scalar in unicodeScalars {
      switch scalar.properties.generalCategory {
      case .control: result.append(" ")
      case .lineSeparator, .paragraphSeparator: result.append(" ")
      // Stands for nothing in any text, and for no XML at all (XML 1.0, 2.2).
      case .unassigned where (0xFFFE...0xFFFF).contains(scalar.value): result.append(" ")
      default: result.append(scalar.isDirectionMark ? " " : scalar)
      }
    }
    return String(result)
  }
}

extension Unicode.Scalar {
  fileprivate var displayWidth: Int {
    switch properties.generalCategory {
    case .nonspacingMark, .enclosingMark, .format, .control: return 0
    default: break
    }
    switch value {
    case 0x1100...0x115F, 0x2E80...0x303E, 0x3041...0xA4CF, 0xAC00...0xD7A3, 0xF900...0xFAFF,
      0xFE30...0xFE6F, 0xFF00...0xFF60, 0xFFE0...0xFFE6, 0x1F300...0x1F64F, 0x20000...0x3FFFD:
      return 2
    default: return 1
    }
  }

  /// Marks that turn the direction of what follows and could disguise a report.
  fileprivate var isDirectionMark: Bool {
    (0x202A...0x202E).contains(value) || (0x2066...0x2069).contains(value)
  }
}
