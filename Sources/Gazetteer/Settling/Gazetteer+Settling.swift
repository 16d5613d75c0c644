import Foundation
import Geodesy
public import Quantities

extension Gazetteer {
  /// The places that names stand for which are spoken of together, such as the stops of a journey in their order: what a
  /// name leaves open the others settle.
  ///
  /// - Parameters:
  ///   - mode: how somebody travels between them; nil where that is not said.
  ///   - known: the places of names that are settled already.
  ///   - others: places that are not meant, nor what lies beside them, where a name has another bearer that could be.
  /// - Throws: `PlaceNameError` where one stands for none, or for several that nothing tells apart.
  public func only(
    _ names: [String], by mode: TravelMode? = nil, knowing known: [String: Place] = [:],
    passingOver others: [Place] = []
  ) throws(PlaceNameError) -> [Place] {
    var candidates: [[Settling.Candidate]] = []
    for name in names {
      if let place = known[name] {
        candidates.append([Settling.Candidate(place: place, cost: 0)])
      } else {
        candidates.append(try bearers(of: name, by: mode, isAlone: names.count == 1))
      }
    }
    var places: [Place] = []
    let settling = Settling(candidates, by: mode)
    for (index, place) in settling.meant(passingOver: others).enumerated() {
      guard let place else {
        throw .ambiguous(names[index], candidates[index].map(\.place))
      }
      places.append(place)
    }
    for (name, place) in zip(names, places)
    where known[name] == nil && isUnlikely(place, named: name, among: places, by: mode) {
      throw .ambiguous(name, [place])
    }
    return places
  }

  /// The places that names likeliest stand for which are asked about together, each with the others that it could be.
  ///
  /// - Throws: `PlaceNameError` where one stands for none, or is only the beginning of names.
  public func likeliest(_ names: [String]) throws(PlaceNameError) -> [SettledPlace] {
    var candidates: [[Settling.Candidate]] = []
    for name in names {
      candidates.append(try bearers(of: name, by: nil, isAlone: names.count == 1))
    }
    return Settling(candidates, by: nil).likeliest.compactMap(\.self)
  }

  /// Whether a place of no great name is across an ocean from all others of a journey by rail or road, or a small one far away: a
  /// town nearby that no table has is meant.
  private func isUnlikely(
    _ place: Place, named name: String, among places: [Place], by mode: TravelMode?
  ) -> Bool {
    guard mode == .rail || mode == .road, places.count > 1, place.isTown,
      !place.isWritten(as: name), (1..<Self.great).contains(prominence(of: place))
    else { return false }
    let isSmall = prominence(of: place) < Self.small
    return places.allSatisfy { other in
      other.id == place.id || other.isAcrossAnOcean(from: place)
        || isSmall && !place.isBeside(other, within: Self.drive)
    }
  }

  /// Inhabitants of a town that is hardly known far away, and how far that is; estimated.
  private static let small = 20_000.0
  private static let drive = Distance.kilometers(2_000)

  /// Inhabitants of a city that people know from across an ocean.
  private static let great = 500_000.0

  /// The one place that a text stands for.
  ///
  /// - Parameters:
  ///   - others: the places that it is spoken of with.
  ///   - mode: how somebody travels between them; nil where that is not said.
  /// - Throws: `PlaceNameError` where it stands for several or none.
  public func only(
    _ name: String, beside others: [Place] = [], by mode: TravelMode? = nil
  ) throws(PlaceNameError) -> Place {
    let candidates = try bearers(of: name, by: mode, isAlone: others.isEmpty)
    guard let place = Settling.meant(candidates, beside: others, by: mode) else {
      throw .ambiguous(name, candidates.map(\.place))
    }
    guard
      !isUnlikely(place, named: name, among: others + [place], by: mode)
    else {
      throw .ambiguous(name, [place])
    }
    return place
  }

  /// The notable places besides one that bear its name, where it would not be the one meant by the name alone.
  public func passedOver(for place: Place, named name: String) -> [Place] {
    guard let all = try? bearers(of: name, by: nil, isAlone: true), all.count > 1,
      Settling([all], by: nil).meant.first??.id != place.id
    else { return [] }
    return all.filter { $0.place.id != place.id && $0.cost <= Self.notable }.map(\.place)
  }

  /// How much less prominent than the greatest a place may be that is worth a word, as a logarithm.
  private static let notable = 1.5
  /// What a city costs that has no airport, where somebody flies, and an airport that bears a city's name.
  private static let withoutAirport = 1.0
  private static let airport = 0.5
  /// Inhabitants of what no table counts, as a logarithm: the built-in ones hold what is notable, and an airport is known
  /// farther than a station.
  private static let (builtIn, uncountedAirport, uncountedStation) = (5.5, 5.0, 3.0)
  /// What a name of another language costs where a city has it as its own, beside other places and by itself: Syracuse is in
  /// Sicily where Catania is near.
  private static let (otherName, otherNameAlone) = (1.3, 2.0)
  /// What a stop in a city costs that is called as a town elsewhere.
  private static let stop = 1.5
  /// Two tables put one city no farther apart.
  private static let beside = Distance.kilometers(30)
  private static let most = 12

  /// The bearers of a name with what each costs, the cheapest first; never empty.
  private func bearers(
    of name: String, by mode: TravelMode?, isAlone: Bool
  ) throws(PlaceNameError) -> [Settling.Candidate] {
    let match: PlaceMatch
    do { match = try self.match(name) } catch { throw .invalid(error.description) }
    let key = NameKey(name)
    var found: [Bearer] = []
    switch match {
    case .none(let similar): throw .unknown(name, similar: similar)
    // A code, an identifier, a coordinate or a country is no name that a city could bear besides.
    case .one(let place) where !place.isTown || place.isWritten(as: name):
      return [Settling.Candidate(place: place, cost: 0)]
    case .one(let place): found = [Bearer(place, prominence(of: place), key)]
    case .likely(let place, let others):
      found = ([place] + others).map { Bearer($0, prominence(of: $0), key) }
    case .several(let places):
      // A text with which names only begin is nobody's name.
      guard places.contains(where: { !isBuiltIn($0) || $0.bears(key) }) else {
        throw .ambiguous(name, places)
      }
      found = places.map { Bearer($0, prominence(of: $0), key) }
    }
    for other in worldBearers(of: name, by: mode).map({ Bearer($0.place, $0.prominence, key) }) {
      // Two tables have one city: a station that is called as its city is as great as that.
      if let same = found.firstIndex(where: { $0.place.isBeside(other.place, within: Self.beside) })
      {
        found[same].prominence = max(found[same].prominence, other.prominence)
        found[same].isOwnName = found[same].isOwnName || other.isOwnName
      } else {
        var other = other
        other.isStop = other.place.kind == .station
        found.append(other)
      }
    }
    return costs(of: found, by: mode, isAlone: isAlone)
  }

  /// A place that bears a name.
  private struct Bearer {
    let place: Place
    /// Inhabitants; 0 where nobody knows.
    var prominence: Double
    /// Whether it is called so in its own language, or is a part of a city.
    var isOwnName: Bool
    /// Whether its inhabitants are those of the city that it is a stop in.
    var isStop = false

    init(_ place: Place, _ prominence: Double, _ key: NameKey) {
      self.place = place
      self.prominence = prominence
      let isTown = place.kind == .city || place.kind == .town
      // Leh is no way to write LEH.
      let isCode = place.codes.contains { NameKey($0) == key }
      isOwnName = place.isNamed(key) || !isTown && !isCode
    }
  }

  /// How great a place is of which no table knows it, as a logarithm.
  private func uncounted(_ place: Place) -> Double {
    if isBuiltIn(place) { return Self.builtIn }
    return place.kind == .airport ? Self.uncountedAirport : Self.uncountedStation
  }

  private func costs(
    of found: [Bearer], by mode: TravelMode?, isAlone: Bool
  ) -> [Settling.Candidate] {
    let hasOwn = found.contains { $0.isOwnName }
    let hasTown = found.contains { $0.isOwnName && !$0.isStop }
    let sizes = found.map { bearer -> Double in
      let size = bearer.prominence > 1 ? log10(bearer.prominence) : uncounted(bearer.place)
      // Esperanto calls Pune so, and Turks Sparta.
      if hasOwn, !bearer.isOwnName {
        return size - (isAlone ? Self.otherNameAlone : Self.otherName)
      }
      // Fürth is a town beside Nuremberg before it is a stop near Munich.
      return hasTown && bearer.isStop ? size - Self.stop : size
    }
    let greatest = sizes.max() ?? 0
    let whole = found.map(\.place).filter { part in
      !found.contains { $0.place.id != part.id && $0.place.isWhole(of: part) }
    }
    return zip(found, sizes).filter { pair in whole.contains { $0.id == pair.0.place.id } }
      .map { pair in
        var cost = greatest - pair.1
        if mode == .air {
          cost +=
            pair.0.place.kind == .airport
            ? Self.airport : airports(of: pair.0.place).isEmpty ? Self.withoutAirport : 0
        }
        return Settling.Candidate(
          place: pair.0.place, cost: cost, isOwnName: pair.0.isOwnName)
      }.sorted { $0.cost < $1.cost }.prefix(Self.most).map { $0 }
  }
}

extension Place {
  /// Whether other cities may bear its name.
  fileprivate var isTown: Bool {
    switch kind {
    case .city, .town, .station, .airport: true
    default: false
    }
  }

  /// Whether it has a name, and not only begins with it.
  fileprivate func bears(_ key: NameKey) -> Bool {
    ([name, city] + names + codes).contains { NameKey($0) == key }
  }

  /// Whether a text is its identifier or its code, which nothing else bears.
  fileprivate func isWritten(as text: String) -> Bool {
    id.text == text || codes.contains(text)
  }

  func isBeside(_ other: Place, within limit: Distance) -> Bool {
    guard let one = coordinate, let two = other.coordinate else { return false }
    return Ellipsoid.wgs84.distance(from: one, to: two) <= limit
  }

  /// Whether another place of its country lies within its greater extent.
  fileprivate func isWhole(of part: Place) -> Bool {
    country == part.country && part.extent < extent && isBeside(part, within: extent)
  }
}
