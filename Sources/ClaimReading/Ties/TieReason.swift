/// Why a figure is taken to belong to what it is tied to, or to nothing.
public enum TieReason: String, CaseIterable, Hashable, Sendable {
  // Distances, and durations from place to place.
  case betweenPlaces = "between-places"
  case fromAndTo = "from-and-to"
  case away
  case fromPlaceBefore = "from-place-before"
  case toPlace = "to-place"
  case fromPlace = "from-place"
  case apart
  case placesOfSentence = "places-of-sentence"
  case oneEnd = "one-end"
  case distanceOfJourney = "distance-of-journey"
  case awayBeside = "away-beside"
  case straightOfJourney = "straight-of-journey"
  case asFarAs = "as-far-as"
  case remainder
  case lengthAbout = "length-about"
  case durationBetweenPlaces = "duration-between-places"
  case durationFromAndTo = "duration-from-and-to"
  case durationToPlace = "duration-to-place"
  // Speeds.
  case namedVehicle = "named-vehicle"
  case vehicleByMode = "vehicle-by-mode"
  case unknownVehicle = "unknown-vehicle"
  case vehicleOfJourney = "vehicle-of-journey"
  case speedOfJourney = "speed-of-journey"
  case averageOfJourney = "average-of-journey"
  // Durations.
  case gaugeChange = "gauge-change"
  case laterThanEvent = "later-than-event"
  case later
  case aheadOfEvent = "ahead-of-event"
  case hangsOnEvent = "hangs-on-event"
  case durationOfEvent = "duration-of-event"
  case earlierJourney = "earlier-journey"
  case besideJourney = "beside-journey"
  case journeyTakes = "journey-takes"
  case vehicleTakes = "vehicle-takes"
  case afterTravelling = "after-travelling"
  case journeyAbout = "journey-about"
  case wholeOfJourney = "whole-of-journey"
  case besideLength = "beside-length"
  case coversInTime = "covers-in-time"
  case stop
  case stopSomewhere = "stop-somewhere"
  case underWay = "under-way"
  case inADay = "in-a-day"
  // Moments.
  case verbWithPlace = "verb-with-place"
  case verb
  case verbNearPlace = "verb-near-place"
  case verbOfJourney = "verb-of-journey"
  case placeAlone = "place-alone"
  case listed
  case yearOfVerb = "year-of-verb"
  case yearOfJourney = "year-of-journey"
  case dayOfReport = "day-of-report"
  case dayOfJourney = "day-of-journey"
  /// What all words around it say together, where no rule says it.
  case weighed
  /// Another program's draft, of which only what the text bears was admitted.
  case drafted
  // None.
  case nothingInReach = "nothing-in-reach"
  case hangsOnOther = "hangs-on-other"
  case besideOther = "beside-other"
  case denied
  case difference
  case change
  case elsewhere
  case natural
  case otherJourney = "other-journey"
  case otherTime = "other-time"
  case usual
  case limit
  case offset
  case beyondEarth = "beyond-earth"
  /// Another program's draft says nothing of it.
  case undrafted

  /// Whether the figure is tied at all; a reason that ties nothing has no confidence.
  public var ties: Bool {
    switch self {
    case .nothingInReach, .hangsOnOther, .besideOther, .denied, .difference, .change, .elsewhere,
      .natural, .beyondEarth, .otherJourney, .otherTime, .usual, .limit, .offset,
      .undrafted:
      false
    default: true
    }
  }
}
