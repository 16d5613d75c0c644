import Quantities

extension RailwayLine {
  /// A piece of a line with one set of attributes.
  struct Piece {
    let length: Distance
    let attributes: TrackAttributes
    let lineSpeed: Speed?
  }

  /// The line between posts that follow one another, up or down, cut where its sections change and where its lengths
  /// are known in another way.
  ///
  /// Track between two published posts is published, whatever lies between; the rest is as its weaker end.
  func pieces(along posts: [KilometragePost]) -> [Piece] {
    guard let first = posts.first, let last = posts.last else { return [] }
    let (low, high) = (
      min(first.chainage, last.chainage), max(first.chainage, last.chainage)
    )
    let sure = posts.filter { $0.status == .published }.map(\.chainage)
    let (firstSure, lastSure) = (sure.min(), sure.max())
    let cuts =
      sections.flatMap { [$0.range.lowerBound, $0.range.upperBound] }
      + [firstSure, lastSure].compactMap(\.self)
    let places = Set([low, high] + cuts.filter { $0 > low && $0 < high }).sorted()
    let (lowest, highest) = first.chainage <= last.chainage ? (first, last) : (last, first)
    let isGuessed = posts.contains { $0.status == .estimated }
    let pieces = zip(places, places.dropFirst()).map { start, end in
      let basis: KilometrageStatus
      if let firstSure, let lastSure {
        basis =
          end <= firstSure ? lowest.status : start >= lastSure ? highest.status : .published
      } else {
        basis = isGuessed ? .estimated : .derived
      }
      return piece(from: start, to: end, basis)
    }
    return first.chainage <= last.chainage ? pieces : pieces.reversed()
  }

  private func piece(
    from start: Distance, to end: Distance, _ basis: KilometrageStatus
  ) -> Piece {
    let middle = start + (end - start) * 0.5
    let section = sections.first { $0.range.contains(middle) }
    return Piece(
      length: end - start, attributes: attributes(of: section, basis),
      lineSpeed: section?.lineSpeed)
  }

  /// What is known of the line's track in one of its sections.
  func attributes(of section: LineSection?, _ basis: KilometrageStatus) -> TrackAttributes {
    var attributes = TrackAttributes()
    attributes.name = name
    attributes.use = .main
    attributes.basis = basis
    guard let section else { return attributes }
    attributes.gauges = section.gauges.sorted()
    attributes.country = section.country
    attributes.setPower(section.electrification)
    if let speed = section.lineSpeed {
      attributes.forwardSpeed = UInt16(held: max(0, min(1_000, speed.kilometersPerHour.rounded())))
      attributes.backwardSpeed = attributes.forwardSpeed
    }
    return attributes
  }
}

extension TrackAttributes {
  /// Takes over a power supply as tables write it, such as `3 kV DC`, `25 kV 50 Hz AC` or `none`; blank is unknown.
  fileprivate mutating func setPower(_ text: String) {
    guard !text.isEmpty else { return }
    guard text != "none" else {
      electrification = .none
      return
    }
    electrification = .contactLine
    let words = text.split(separator: " ")
    for (number, unit) in zip(words, words.dropFirst()) {
      guard let value = Double(number), value.isFinite, (0...1_000_000).contains(value) else {
        continue
      }
      switch unit {
      case "kV": voltage = UInt32(held: value * 1_000)
      case "V": voltage = UInt32(held: value)
      case "Hz": frequency = Float(value)
      default: continue
      }
    }
    if words.last == "DC" { frequency = 0 }
  }
}
