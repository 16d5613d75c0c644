public import Gazetteer
import Quantities

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

extension TrackNetwork {
  /// The edges of a country or a line that is to be avoided.
  ///
  /// - Throws: `ConditionError` for what is no country, and where the network has no such track.
  public func edges(avoiding avoided: RailAvoidance) throws(ConditionError) -> Set<Int> {
    try avoided.check()
    guard case .country(let code) = avoided else {
      let found = self.edges { avoided.matches(line: $0.name, number: $0.number) }
      guard !found.isEmpty else { throw .noSuchTrack(avoided) }
      return found
    }
    let found = self.edges { $0.country == code }
    guard found.isEmpty else { return found }
    guard self.edges(where: { !$0.country.isEmpty }).isEmpty else { throw .noSuchTrack(avoided) }
    throw ConditionError(
      """
      \(RailCondition.avoidance) '\(avoided)': the network does not know in which country its track lies; import it \
      again with \(RailCondition.countryOutlines)
      """)
  }

  /// The gauges that are laid at a place; none where no track is near, or where its gauge is not known.
  public func gauges(at place: Place) -> Set<Gauge> {
    let snap = try? self.snap(
      place, within: RailQuery.usualSnapLimit, kinds: RailQuery.mainlineKinds)
    let sections = (snap?.positions ?? []).flatMap { self.sections(ofEdge: $0.edge) }
    return sections.reduce(into: []) { gauges, section in
      let attributes = self.attributes(section.attributes)
      if !attributes.isGaugeAssumed { gauges.formUnion(attributes.gauges) }
    }
  }
}
