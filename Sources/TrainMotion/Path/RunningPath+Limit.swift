extension RunningPath {
  /// The path with a further limit between two places: a temporary one, say.
  ///
  /// - Parameters:
  ///   - range: metres from the start; what lies beyond the path is left out.
  ///   - speed: metres a second.
  /// - Throws: `MotionError.path` where the speed is none, or nothing of the range is on the path.
  public func limited(
    to speed: Double, between range: ClosedRange<Double>
  ) throws(MotionError) -> RunningPath {
    let (start, end) = (max(0, range.lowerBound), min(length, range.upperBound))
    guard speed > 0, start < end else {
      throw .path(
        "a limit from km \(range.lowerBound / 1_000) to \(range.upperBound / 1_000) is not on a way of "
          + "\((length / 100).rounded() / 10) km")
    }
    var cut: [Section] = []
    for (index, section) in sections.enumerated() {
      let places = [section.start, start, end, self.end(of: index)]
        .filter { $0 >= section.start && $0 <= self.end(of: index) }.sorted()
      for (from, to) in zip(places, places.dropFirst()) where from < to {
        let isWithin = from >= start && to <= end
        cut.append(
          Section(
            start: from, limit: isWithin ? min(section.limit, speed) : section.limit,
            resistance: section.resistance))
      }
    }
    return try RunningPath(sections: cut, length: length)
  }
}
