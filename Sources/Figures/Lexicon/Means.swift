public import Quantities

/// By what somebody travels, as texts call it: finer than the four modes, so that a lorry is no car and a walker no
/// cyclist.
public enum Means: String, CaseIterable, Hashable, Sendable {
  /// Words that leave open which vehicle of its kind it is: "by rail", "by air".
  case rail, air, road, sea
  case plane, helicopter
  case lorry, convoy, bus, car, motorcycle, bicycle, foot
  case ferry, ship, boat, yacht

  /// The mode of travel that it belongs to.
  public var mode: TravelMode {
    switch self {
    case .rail: .rail
    case .air, .plane, .helicopter: .air
    case .road, .lorry, .convoy, .bus, .car, .motorcycle, .bicycle, .foot: .road
    case .sea, .ferry, .ship, .boat, .yacht: .sea
    }
  }

  /// Whether two words may speak of one vehicle: a ferry is a ship, and a convoy is of lorries, buses or cars.
  public func mayBe(_ other: Means) -> Bool {
    if self == other || self == other.mode.means || other == mode.means { return true }
    if self == .convoy || other == .convoy {
      let single: Set<Means> = [.lorry, .bus, .car, .rail]
      return single.contains(self) || single.contains(other)
    }
    return mode == .sea && other.mode == .sea
  }
}

extension TravelMode {
  /// The word that says no more than the mode.
  public var means: Means {
    switch self {
    case .rail: .rail
    case .air: .air
    case .road: .road
    case .sea: .sea
    }
  }
}
