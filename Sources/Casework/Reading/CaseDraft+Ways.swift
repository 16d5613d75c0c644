import ClaimReading
public import Claims
import Figures
import Quantities
import Yams

/// Ways of which the words give figures together, and nobody says from where to where.
extension CaseDraft {
  /// What a figure says of such a way, where it is of one.
  mutating func addOfWay(figure number: Int, of index: Int) {
    guard let way = way(of: number, index) else { return }
    let figure = articles[index].reading.figures[number]
    guard
      let subject = ofWay(
        figure, way, part: way.parts.firstIndex(of: number),
        isDeparture: way.clocks?.departure == number)
    else { return }
    add(figure, subject, "given together with what stands beside it", of: index)
  }

  /// What a figure says of the clocks of two places.
  mutating func addClockDifference(figure number: Int, of index: Int) {
    let reading = articles[index].reading
    guard let said = reading.clockDifferences.first(where: { $0.figure == number }),
      case .quantity(let value) = reading.figures[number].value,
      let day = datelines.dates[index],
      let (ahead, behind) = drafter.clocks(of: said, by: value, on: day)
    else { return }
    needsSecondFormat = true
    add(
      reading.figures[number],
      [("ahead", text(value.notation)), ("from", text(behind)), ("to", text(ahead))],
      "a difference between the clocks of two places", of: index)
  }

  func way(of number: Int, _ index: Int) -> DraftJourney? {
    journeys.first { journey in
      journey.isWay
        && journey.accounts.contains { $0.article == index && $0.figures.contains(number) }
    }
  }

  /// - Parameter part: which of the way's parts it is of; nil for the whole.
  private mutating func ofWay(
    _ figure: Figure, _ way: DraftJourney, part: Int?, isDeparture: Bool
  ) -> [(String, Node)]? {
    if case .moment(let moment) = figure.value {
      needsSecondFormat = true
      let day = way.clockedEnds?.days[isDeparture ? 0 : 1]
      return moment.expression(dateline: nil, ahead: false).map { time in
        [
          ("time", text(time.on(day.map { .date($0) }).notation)), ("journey", text(way.id)),
          ("event", text(isDeparture ? "start" : "end")),
        ]
      }
    }
    guard case .quantity(let value) = figure.value else { return nil }
    let ends =
      part.map { [("from", text(way.stops[$0])), ("to", text(way.stops[$0 + 1]))] }
      ?? [("from", text("start")), ("to", text("end"))]
    switch value.unit.dimension {
    case .distance:
      let length = length(value, by: isOfOpenMeans(way) ? nil : way.mode)
      return [("distance", text(length.notation)), ("journey", text(way.id))] + ends
    case .duration:
      return [("duration", text(value.notation)), ("journey", text(way.id))] + ends
    case .speed where figure.speedKind == .average:
      return [
        ("speed", text(value.notation)), ("kind", text("average")), ("journey", text(way.id)),
      ] + ends
    case .speed:
      guard let vehicle = vehicle(of: way) else { return nil }
      return [
        ("speed", text(value.notation)), ("kind", text("maximum")), ("vehicle", text(vehicle)),
        ("journey", text(way.id)),
      ]
    }
  }

  /// Whether no words say by what it went.
  private func isOfOpenMeans(_ way: DraftJourney) -> Bool { way.means == nil }

  /// The identifier of a vehicle of which articles give only the speed.
  static let unnamedVehicle = "unnamed-vehicle"

  func isOfUnnamedVehicle(_ journey: DraftJourney) -> Bool {
    journey.isWay && isOfOpenMeans(journey)
  }

  /// The vehicle of journeys whose means no article names: nothing that carries people is faster, so that only the
  /// reported speeds bind it.
  var unnamedVehicles: [Node] {
    journeys.contains(where: isOfUnnamedVehicle)
      ? [
        mapping([
          ("id", text(Self.unnamedVehicle)), ("name", text("vehicle")), ("mode", text("air")),
          ("greatest", text("3600 km/h")), ("source", text("as the Lockheed SR-71")),
        ])
      ] : []
  }

  /// The ends of the ways, as places whose position nobody tells.
  var openEnds: [Node] {
    journeys.filter(\.isWay).flatMap { way in
      way.stops.enumerated().map { place, stop in
        let isWithin = place > 0 && place < way.stops.count - 1
        let told = place == 0 ? way.clocks?.from : way.clocks?.to
        let name =
          told?.name ?? (isWithin ? "the end of that part" : place == 0 ? "its start" : "its end")
        return (stop, name, isWithin ? nil : way.clockedEnds?.zones[place == 0 ? 0 : 1])
      }
    }.map { (stop: String, name: String, zone: String?) in
      mapping(
        [("id", text(stop)), ("name", text(name)), ("position", text("unknown"))]
          + (zone.map { [("zone", text($0))] } ?? []))
    }
  }
}

extension Journey {
  /// Whether articles do not say by what it was made, only how fast that is.
  public var isOfUnnamedVehicle: Bool { vehicle == CaseDraft.unnamedVehicle }
}
