extension TrackNetwork {
  /// The edges with a stretch whose attributes fit.
  public func edges(where holds: (TrackAttributes) -> Bool) -> Set<Int> {
    let fitting = (0..<attributeRows.count).map { holds(attributes(UInt32($0))) }
    guard fitting.contains(true) else { return [] }
    var result: Set<Int> = []
    for edge in 0..<edgeCount
    where sections(ofEdge: edge).contains(where: { section in
      Int(section.attributes) < fitting.count && fitting[Int(section.attributes)]
    }) {
      result.insert(edge)
    }
    return result
  }
}
