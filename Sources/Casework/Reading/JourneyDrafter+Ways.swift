import ClaimReading
import Figures
import Quantities
import Travel

extension JourneyDrafter {
  /// A journey for each way of which the words give figures together that are not all claims of another: where it began and
  /// ended is left open.
  func ways(besides journeys: [DraftJourney]) -> [DraftJourney] {
    articles.indices.flatMap { index in
      articles[index].reading.ways.compactMap { way in journey(of: way, index, besides: journeys) }
    }
  }

  private func journey(
    of way: ToldWay, _ index: Int, besides journeys: [DraftJourney]
  ) -> DraftJourney? {
    let figures = articles[index].reading.figures
    let speeds = way.figures.filter { isSpeed(figures[$0]) }
    // Where nothing says by what it was made, a time alone may be any vehicle's.
    guard let first = way.figures.first,
      way.means != nil || !speeds.isEmpty || !way.parts.isEmpty || way.clocks != nil
    else { return nil }
    let isClaimed =
      way.parts.isEmpty
      && journeys.contains { journey in
        journey.accounts.contains { account in
          account.article == index
            && way.figures.allSatisfy { number in
              account.figures.contains(number)
                || isClaim(figures[number]) && figures[number].tie.strand == account.strand
                  && (figures[number].isOfVehicle || figures[number].isLength)
            }
        }
      }
    guard !isClaimed else { return nil }
    var ends: ClockedEnds?
    if let clocks = way.clocks {
      guard let known = self.ends(by: clocks, way, index) else { return nil }
      ends = known
    }
    let mode = way.means?.mode ?? .air
    var account = DraftAccount(
      article: index, strand: figures[first].tie.strand, mode: mode, isPrevious: false)
    account.means = way.means
    account.figures = Set(way.figures)
    var journey = DraftJourney(accounts: [account], mode: mode)
    journey.isWay = true
    journey.parts = way.parts
    (journey.clocks, journey.clockedEnds) = (way.clocks, ends)
    return journey
  }

  private func isSpeed(_ figure: Figure) -> Bool {
    if case .quantity(let value) = figure.value { value.unit.dimension == .speed } else { false }
  }
}

extension Figure {
  /// Lengths are claims of places, and bind the journeys that go there.
  fileprivate var isLength: Bool {
    guard case .quantity(let value) = value else { return false }
    return value.unit.dimension == .distance
  }

  /// Whether it says what a vehicle can do.
  fileprivate var isOfVehicle: Bool {
    if case .vehicle = tie.target { true } else { false }
  }
}
