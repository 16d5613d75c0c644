public import Casework
import Chronology
import Claims
import Figures
import Gazetteer
import Quantities
public import Reporting
import Travel

/// Where the vehicle of a case's journey can have been.
public struct ReachQuestion: Sendable {
  /// The journey by its id; nil for the only one.
  public var journey: String?
  /// A moment in the words of a case, such as `2019-04-24 08:00 KST`; nil for any time between two known moments.
  public var at: String?
  /// In place of `at`: any time up to this moment.
  public var by: String?
  /// In place of the speeds that are known of the vehicle.
  public var speed: String?
  /// Claims that are left out.
  public var without: [String] = []

  public init() {}

  /// - Throws: `QuestionError` for what the case does not have, and where too little is known.
  public func answer(of model: CaseModel) throws(QuestionError) -> ReachReport {
    guard at == nil || by == nil else {
      throw QuestionError(about: "give \(.at) or \(.by), not both")
    }
    let itinerary = try itinerary(of: model)
    var request = Reach.Request()
    request.isUntil = by != nil
    for name in without {
      let id = Claim.ID(name)
      guard model.caseFile.claims.contains(where: { $0.id == id }) else {
        throw QuestionError(.without, name, "no claim of the case")
      }
      request.disbelieved.insert(id)
    }
    if let speed {
      let value: HedgedValue
      do { value = try model.grammar.value(speed, as: .speed) } catch {
        throw QuestionError(.speed, "'\(speed)'", error.message)
      }
      let most =
        value.interval(under: model.profile).upper ?? value.siValue
      guard value.number.value > 0, most > 0 else {
        throw QuestionError(.speed, speed, "nothing goes anywhere so")
      }
      request.speed = .metersPerSecond(most)
    }
    request.moment = try moment(model, itinerary)
    let reaches = model.reaches(of: itinerary.journey.id, request)
    guard !reaches.isEmpty else {
      throw QuestionError(
        "too little is known of where it was and when: an area needs two events of the journey with their times, or one and a moment that is asked about"
      )
    }
    return ReachReport(model.caseFile, reaches, zones: itinerary.places.compactMap(\.zones.first))
  }

  private func itinerary(of model: CaseModel) throws(QuestionError) -> Itinerary {
    let known = model.itineraries.map(\.journey.id)
    guard let journey else {
      guard let only = model.itineraries.first, known.count == 1 else {
        throw QuestionError(
          about: known.isEmpty
            ? "the case has no journey"
            : "\(.journey): name one of \(words: known.joined(separator: ", "))")
      }
      return only
    }
    guard let found = model.itineraries.first(where: { $0.journey.id == journey }) else {
      throw QuestionError(.journey, journey, "none of \(known.joined(separator: ", "))")
    }
    return found
  }

  /// From the first to the last moment that the words may mean, in the zone that they name or in that of any stop.
  private func moment(
    _ model: CaseModel, _ itinerary: Itinerary
  ) throws(QuestionError) -> ClosedRange<Instant>? {
    guard let moment = at ?? by else { return nil }
    let field: QuestionField = by != nil ? .by : .at
    let words: TimeExpression
    do { words = try model.grammar.time(moment) } catch {
      throw QuestionError(field, "'\(moment)'", error.message)
    }
    let zones =
      words.zone?.zones(in: [Set(itinerary.places.map(\.country))])
      ?? itinerary.places.flatMap(\.zones).compactMap { try? Zone($0) }
    let dateline = model.caseFile.sources.compactMap(\.published).first
    let intervals = zones.flatMap {
      words.intervals(in: $0, dateline: dateline, ahead: false, profile: model.profile)
    }.map(\.interval)
    guard let first = intervals.compactMap(\.lower).min(),
      let last = intervals.compactMap(\.upper).max(), first <= last
    else {
      throw QuestionError(
        field, "'\(moment)'", "write a moment with its day, such as 2019-04-24 08:00 KST")
    }
    return Instant(secondsSinceEpoch: first)...Instant(secondsSinceEpoch: last)
  }
}
