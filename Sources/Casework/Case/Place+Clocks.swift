import Chronology
import Gazetteer

extension Place {
  /// By how many seconds its clocks are ahead of another place's, in every zone of either, on a day first and then at other times
  /// of the year; empty where a zone is unknown.
  func secondsAhead(of other: Place, around day: CivilDate) -> [Double] {
    // Between the changes of two countries' clocks there may be but a week or two.
    let days = ([0] + stride(from: -182, through: 182, by: 7)).map { day.advanced(byDays: $0) }
    let (own, others) = (
      zones.compactMap { try? Zone($0) }, other.zones.compactMap { try? Zone($0) }
    )
    return others.flatMap { start in
      own.flatMap { end in days.map { end.seconds(aheadOf: start, on: $0) } }
    }
  }
}

extension Zone {
  /// By how many seconds its clocks are ahead of another's at its noon of a day.
  func seconds(aheadOf other: Zone, on day: CivilDate) -> Double {
    let noon = instant(of: day, secondOfDay: 43_200)
    return Double(offset(at: noon) - other.offset(at: noon))
  }
}
