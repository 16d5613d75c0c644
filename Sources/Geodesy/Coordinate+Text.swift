import Quantities

extension Coordinate {
  /// Latitude and longitude in degrees with four decimals, about ten metres: `43.1112,131.8819`.
  public var decimalText: String {
    [latitude, longitude].map { degrees in
      let units = Int(held: (abs(degrees) * 10_000).rounded())
      let rest = String(units % 10_000)
      return (degrees < 0 && units > 0 ? "-" : "") + "\(units / 10_000)."
        + String(repeating: "0", count: 4 - rest.count) + rest
    }.joined(separator: ",")
  }

  /// Reads a coordinate as people write it: latitude first, in decimal degrees or in degrees, minutes
  /// and seconds, with or without N/S/E/W.
  ///
  /// Accepted: `43.1112,131.8819` · `43.1112 131.8819` · `43°06'40.4"N 131°52'54.8"E` ·
  /// `N43 06 40 E131 52 54`. With letters the order may be either; without, latitude comes first and
  /// the two are never swapped silently.
  ///
  /// - Throws: `GeodesyError.unreadableCoordinate`, `.invalidLatitude`, `.invalidLongitude`.
  public init(parsing text: String) throws(GeodesyError) {
    guard let angles = AngleScanner.angles(in: text), angles.count == 2 else {
      throw .unreadableCoordinate(text)
    }
    switch (angles[0].axis, angles[1].axis) {
    case (.longitude, .latitude), (.longitude, nil), (nil, .latitude):
      try self.init(latitude: angles[1].degrees, longitude: angles[0].degrees)
    case (.latitude, .latitude), (.longitude, .longitude):
      throw .unreadableCoordinate(text)
    default:
      try self.init(latitude: angles[0].degrees, longitude: angles[1].degrees)
    }
  }

  /// Whether a text begins like a coordinate rather than like a name.
  public static func looksLikeCoordinate(_ text: String) -> Bool {
    guard let angles = AngleScanner.angles(in: text) else { return false }
    return angles.count == 2
  }
}

private struct ScannedAngle {
  enum Axis { case latitude, longitude }
  var parts: [Double] = []
  var negative = false
  var axis: Axis?

  var degrees: Double {
    let scales: [Double] = [1, 60, 3_600]
    let size = zip(parts, scales).reduce(0) { $0 + $1.0 / $1.1 }
    return negative ? -size : size
  }
}

/// Splits a coordinate text into its two angles, or refuses it.
private enum AngleScanner {
  static func angles(in text: String) -> [ScannedAngle]? {
    guard let tokens = tokens(of: text) else { return nil }
    let numbers = tokens.reduce(0) { if case .number = $1 { $0 + 1 } else { $0 } }
    guard numbers >= 2, numbers.isMultiple(of: 2), numbers <= 6 else { return nil }
    return split(tokens, each: numbers / 2)
  }

  private enum Token {
    case number(Double, negative: Bool)
    case letter(ScannedAngle.Axis, negative: Bool)
  }

  private static func split(_ tokens: [Token], each size: Int) -> [ScannedAngle]? {
    var angles: [ScannedAngle] = []
    var angle = ScannedAngle()
    var letterBefore: (ScannedAngle.Axis, Bool)?
    for token in tokens {
      switch token {
      case .letter(let axis, let negative):
        if angle.parts.isEmpty, let last = angles.last, last.axis == nil, letterBefore == nil {
          angles[angles.count - 1].axis = axis
          if negative { angles[angles.count - 1].negative.toggle() }
        } else if angle.parts.isEmpty, letterBefore == nil {
          letterBefore = (axis, negative)
        } else {
          return nil
        }
      case .number(let value, let negative):
        if angle.parts.isEmpty {
          angle.negative = negative
        } else if negative || value >= 60 {
          return nil
        }
        angle.parts.append(value)
        if angle.parts.count == size {
          if let (axis, south) = letterBefore {
            angle.axis = axis
            if south { angle.negative.toggle() }
          }
          letterBefore = nil
          angles.append(angle)
          angle = ScannedAngle()
        }
      }
    }
    return angle.parts.isEmpty && letterBefore == nil ? angles : nil
  }

  private static func tokens(of text: String) -> [Token]? {
    var tokens: [Token] = []
    var number = ""
    func flush() -> Bool {
      guard !number.isEmpty else { return true }
      let negative = number.hasPrefix("-")
      let digits = number.drop { $0 == "-" || $0 == "+" }
      guard let value = Double(digits), value.isFinite else { return false }
      tokens.append(.number(value, negative: negative))
      number = ""
      return true
    }
    for character in text {
      switch character {
      case "0"..."9", ".":
        number.append(character)
      case "-", "+", "−":
        guard flush() else { return nil }
        number = character == "+" ? "+" : "-"
      case "N", "n", "S", "s":
        guard flush() else { return nil }
        tokens.append(.letter(.latitude, negative: character == "S" || character == "s"))
      case "E", "e", "W", "w":
        guard flush() else { return nil }
        tokens.append(.letter(.longitude, negative: character == "W" || character == "w"))
      case " ", "\t", ",", ";", "/", "°", "º", "'", "′", "’", "\"", "″", "”", "\u{A0}":
        guard flush() else { return nil }
      default:
        return nil
      }
    }
    return flush() ? tokens : nil
  }
}
