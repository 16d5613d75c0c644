import Casework
import Claims
import Gazetteer
import Quantities

/// Something in a case that could be otherwise.
public struct CaseParameter: Sendable {
  public let kind: ValueKind
  /// What it is now, in words; blank where it is open.
  public let current: String
  /// Where that comes from.
  public let source: String
  let target: Target

  /// Such as `train.max_speed`.
  public var path: String { kind.name }
  public var dimension: ValueKind.Dimension { kind.dimension }

  init(_ kind: ValueKind, current: String, source: String, target: Target) {
    self.kind = kind
    self.current = current
    self.source = source
    self.target = target
  }

  /// What it changes.
  enum Target: Hashable, Sendable {
    case ceiling(String)
    case way(Circumstances.LegID)
    case stay(Circumstances.StopID)
    case gaugeChange(Place.ID)
    case departure(String)
    case vehicle(String)
    case cars(String)
    case cruise(String)
    case wind(String)
    case place(Circumstances.StopID)
    case hedge(Claim.ID)
    case number(Claim.ID, unitSize: Double)
    case zone(Claim.ID)
    case belief(Claim.ID)
  }

  /// Takes the parameter to have a value.
  func set(_ value: ParameterValue, in circumstances: inout Circumstances) {
    switch value {
    case .number(let number): set(number, in: &circumstances)
    case .choice(let word): set(word, in: &circumstances)
    }
  }

  private func set(_ number: Double, in circumstances: inout Circumstances) {
    func traction(_ journey: String, _ change: (inout Circumstances.Traction) -> Void) {
      change(&circumstances.tractions[journey, default: Circumstances.Traction()])
    }
    switch target {
    case .ceiling(let journey): traction(journey) { $0.ceiling = number }
    case .cars(let journey): traction(journey) { $0.cars = Int(held: number.rounded()) }
    case .cruise(let journey): traction(journey) { $0.cruise = number }
    case .wind(let journey): traction(journey) { $0.wind = number }
    case .way(let leg): circumstances.ways[leg] = number
    case .stay(let stop): circumstances.stays[stop] = number
    case .gaugeChange(let place): circumstances.gaugeChanges[place] = number
    case .departure(let journey): circumstances.departures[journey] = number
    case .number(let claim, let size): circumstances.numbers[claim] = number / size
    case .vehicle, .place, .hedge, .zone, .belief: break
    }
  }

  private func set(_ word: String, in circumstances: inout Circumstances) {
    switch target {
    case .vehicle(let journey):
      circumstances.tractions[journey, default: Circumstances.Traction()].vehicle = word
    case .place(let stop): circumstances.places[stop] = word
    case .hedge(let claim): circumstances.hedges[claim] = Self.hedges[word]
    case .zone(let claim): circumstances.zones[claim] = word
    case .belief(let claim):
      if word == "no" {
        circumstances.disbelieved.insert(claim)
      } else {
        circumstances.disbelieved.remove(claim)
      }
    default: break
    }
  }

  /// The hedges that one number can have, by what they are called here.
  static let hedges: [String: Hedge] = [
    "exactly": .exactly, "bare": .bare, "about": .about, "nearly": .nearly,
    "just-over": .justOver, "at-least": .atLeast, "at-most": .atMost,
    "up-to": .upTo,
  ]

  /// Whether it decides how a journey runs.
  var isOfCourse: Bool {
    switch target {
    case .ceiling, .cars, .cruise, .wind, .vehicle, .place: true
    default: false
    }
  }
}

extension CaseModel {
  /// The kind of a parameter's values, understood as the case's own are.
  func kind(
    _ path: String, _ dimension: ValueKind.Dimension, within limits: ClosedRange<Double>? = nil
  ) -> ValueKind {
    ValueKind(name: path, dimension: dimension, limits: limits, grammar: grammar)
  }
}

/// Why a scenario cannot be tried.
public struct ScenarioError: Error, CustomStringConvertible {
  public let message: String
  public var description: String { message }

  init(_ message: String) { self.message = message }
}
