/// The line as a train's motion sees it: how far, how fast at the most, how steep.
public struct RunningPath: Hashable, Sendable {
  /// A stretch within which nothing changes.
  public struct Section: Hashable, Sendable {
    /// Metres from the start of the path.
    public let start: Double
    /// Metres a second; infinite where nobody limits the speed.
    public let limit: Double
    /// Gradient and curves together, in newtons a kilonewton of weight (‰), positive against the train.
    public let resistance: Double

    public init(start: Double, limit: Double = .infinity, resistance: Double = 0) {
      self.start = start
      self.limit = limit
      self.resistance = resistance
    }
  }

  /// In order; the first begins at 0.
  public let sections: [Section]
  /// Metres.
  public let length: Double

  /// - Throws: `MotionError.path` where sections do not rise from 0 to the length, or limits and resistances make no
  ///   sense.
  public init(sections: [Section], length: Double) throws(MotionError) {
    guard let first = sections.first, first.start == 0, length > 0, length < 1e8 else {
      throw .path("it must begin at 0 and be longer than nothing")
    }
    for (index, section) in sections.enumerated() {
      let end = index + 1 < sections.count ? sections[index + 1].start : length
      guard section.start < end else {
        throw .path("the section at \(section.start) m does not end behind its beginning")
      }
      guard section.limit > 0 else {
        throw .path("the speed limit at \(section.start) m must be greater than zero")
      }
      guard abs(section.resistance) <= 500 else {
        throw .path("\(section.resistance) ‰ at \(section.start) m are no gradient of a railway")
      }
    }
    self.sections = sections
    self.length = length
  }

  func end(of section: Int) -> Double {
    section + 1 < sections.count ? sections[section + 1].start : length
  }
}
