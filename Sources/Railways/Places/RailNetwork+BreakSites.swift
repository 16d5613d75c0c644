public import Gazetteer
import Geodesy
import Quantities

extension RailNetwork {
  /// The recorded places for a change of gauge, found on a network of track: every junction within 3 km of the
  /// station, or 40 km on generalized lines, whose gauge is assumed to change at the border; and transfers between
  /// tracks of different gauge at the station itself. A junction belongs to the nearest station.
  public func breakSites(on network: TrackNetwork, gazetteer: Gazetteer) -> BreakSites {
    var result = BreakSites()
    var nearest: [Int: Double] = [:]
    for (id, sites) in breakSites.sorted(by: { $0.key < $1.key }) {
      guard let place = gazetteer[id: id], let coordinate = place.coordinate else { continue }
      result.places[id] = place
      let isCoarse = network.detail == .generalized
      let close = (place.extent + .kilometers(isCoarse ? 12 : 3)).meters
      let reach = isCoarse ? max(40_000, close) : close
      let near = network.positions(
        near: coordinate, within: .meters(reach), kinds: RailQuery.mainlineKinds)
      var byGauge: [UInt64: Int] = [:]
      for (position, _) in near {
        let mask = network.gaugeMask(ofEdge: position.edge)
        for end in [network.edgeTable.from[position.edge], network.edgeTable.to[position.edge]] {
          let node = Int(end)
          let distance = Ellipsoid.wgs84.distance(
            from: coordinate, to: network.coordinate(ofNode: node)
          ).meters
          guard distance <= reach else { continue }
          if distance <= nearest[node] ?? .infinity {
            nearest[node] = distance
            result.sites[node] = sites.map { BreakSites.Recorded(site: $0, place: id) }
          }
          if distance <= close, byGauge[mask] == nil { byGauge[mask] = node }
        }
      }
      let ordered = byGauge.sorted { $0.key < $1.key }
      for (mask, node) in ordered {
        for (other, end) in ordered where other & mask == 0 {
          result.transfers[node, default: []].append(end)
        }
      }
    }
    return result
  }
}
