extension RunningPath {
  /// The path from one place to another, in metres from its start; positions are counted anew.
  ///
  /// - Throws: `MotionError.path` where the part is empty or leaves the path.
  public func part(from start: Double, to end: Double) throws(MotionError) -> RunningPath {
    guard start >= 0, end <= length + 1e-6, start < end else {
      throw .path("a part from \(start) to \(end) m is none of a path of \(length) m")
    }
    var cut: [Section] = []
    for (index, section) in sections.enumerated()
    where section.start < end && self.end(of: index) > start {
      cut.append(
        Section(
          start: max(0, section.start - start), limit: section.limit,
          resistance: section.resistance))
    }
    return try RunningPath(sections: cut, length: end - start)
  }
}

extension RunCurve {
  /// This run and then another, which begins where this one ends.
  public func followed(by other: RunCurve) -> RunCurve {
    RunCurve(
      points: points
        + other.points.dropFirst().map {
          Point(
            position: $0.position + length, speed: $0.speed, time: $0.time + time, phase: $0.phase)
        })
  }
}
