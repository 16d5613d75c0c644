import Foundation
public import Gazetteer
import Geodesy
import Quantities

/// The stations that a network file names.
struct NetworkStations: Sendable {
  let latitude: Column<Int32>
  let longitude: Column<Int32>
  let kind: Column<UInt8>
  private let nameStarts: Column<UInt32>
  private let names: Column<UInt32>
  private let keys: Column<UInt32>
  private let owners: Column<UInt32>
  private let strings: Column<UInt8>
  private let stringStarts: Column<UInt32>

  init(
    _ columns: NetworkColumns, strings: Column<UInt8>, starts: Column<UInt32>
  ) throws(NetworkFileError) {
    latitude = try columns.column(.stationLatitude)
    longitude = try columns.column(.stationLongitude)
    kind = try columns.column(.stationKind)
    nameStarts = try columns.column(.stationNameStarts)
    names = try columns.column(.stationNames)
    keys = try columns.column(.stationKeys)
    owners = try columns.column(.stationKeyOwners)
    self.strings = strings
    stringStarts = starts
  }

  var count: Int { latitude.count }

  /// A name as it is compared.
  static func key(_ name: String) -> String { NameKey(name).text }

  /// The stations of a name, whatever its case and accents.
  func named(_ name: String) -> [Int] {
    let wanted = Array(Self.key(name).utf8)
    guard !wanted.isEmpty else { return [] }
    var low = 0
    var high = keys.count
    while low < high {
      let middle = (low + high) / 2
      if bytes(ofKey: middle).lexicographicallyPrecedes(wanted) {
        low = middle + 1
      } else {
        high = middle
      }
    }
    var found: [Int] = []
    while low < keys.count, bytes(ofKey: low).elementsEqual(wanted) {
      let owner = Int(owners[low])
      if owner < count, !found.contains(owner) { found.append(owner) }
      low += 1
    }
    return found
  }

  private func bytes(ofKey place: Int) -> [UInt8] {
    stringStarts.range(Int(keys[place]), within: strings.count).map { strings[$0] }
  }

  func names(of station: Int) -> [String] {
    nameStarts.range(station, within: names.count).map { place in
      let range = stringStarts.range(Int(names[place]), within: strings.count)
      return String(decoding: range.map { strings[$0] }, as: UTF8.self)
    }
  }

  func coordinate(of station: Int) -> Coordinate {
    Coordinate(latitudeE7: latitude[station], longitudeE7: longitude[station])
  }
}

extension TrackNetwork {
  /// The stations of the network that bear a name, in any of the scripts the data has.
  public func places(named name: String) -> [Place] { stations.named(name).map(place(ofStation:)) }

  func place(ofStation station: Int) -> Place {
    let names = stations.names(of: station)
    return Place(
      id: Self.place(ofStation: station, named: meta.name),
      name: names.first ?? "station \(station)",
      kind: stations.kind[station] == 1 ? .halt : .station, country: "", zones: [],
      coordinate: stations.coordinate(of: station), isEstimated: false, extent: .meters(100),
      names: Array(names.dropFirst()), codes: [], city: "", source: meta.name)
  }

  /// What names a station of an imported network, given the network's own name.
  static func place(ofStation station: Int, named network: String) -> Place.ID {
    Place.ID("\(network):\(station)")
  }
}
