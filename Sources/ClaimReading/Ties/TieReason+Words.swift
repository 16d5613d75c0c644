public import Figures

extension TieReason {
  /// The reason for readers.
  ///
  /// - Parameter event: the event that the figure is tied to, which some reasons name.
  public func words(of event: ReportedEvent? = nil) -> String {
    switch self {
    case .betweenPlaces, .durationBetweenPlaces: "between two places"
    case .fromAndTo: "from and to in one clause"
    case .away: "so far from a place, of the one spoken of"
    case .fromPlaceBefore: "from the place spoken of last, to"
    case .toPlace: "to a place; from where is inferred"
    case .fromPlace: "from a place; to where is inferred"
    case .apart: "two places apart"
    case .placesOfSentence: "the two places of the sentence"
    case .oneEnd: "one end only is named"
    case .weighed: "what the words around it say together"
    case .drafted: "a draft by another program"
    case .undrafted: "the draft says nothing of it"
    case .durationFromAndTo: "from and to"
    case .durationToPlace: "so long to a place; from where is inferred"
    case .namedVehicle, .vehicleByMode: "the vehicle spoken of"
    case .unknownVehicle: "a speed of a vehicle that is not named"
    case .gaugeChange: "the change of gauge in the sentence"
    case .laterThanEvent, .later: "later than what was reported before"
    case .aheadOfEvent: "so long before what is reported next"
    case .hangsOnEvent: "the \(event?.rawValue ?? "event") that the words hang on"
    case .durationOfEvent: "how long the \(event?.rawValue ?? "event") took"
    case .earlierJourney: "an earlier journey"
    case .awayBeside: "so far from a place that is named beside"
    case .straightOfJourney: "the straight line between the ends of the journey spoken of"
    case .asFarAs: "as far as the place that it came to"
    case .remainder: "from where it was last to its end"
    case .lengthAbout: "a length beside a journey, perhaps not its own"
    case .vehicleOfJourney, .speedOfJourney: "the vehicle of the journey spoken of"
    case .averageOfJourney: "the average of the journey spoken of"
    case .wholeOfJourney: "the whole of the journey spoken of"
    case .coversInTime: "so long for the length of the journey"
    case .verbNearPlace: "the nearest verb with a place not far from it"
    case .besideLength: "beside the length of the journey"
    case .stop: "a stop on the way"
    case .stopSomewhere: "a stop on the way at an unnamed place"
    case .underWay: "time under way, without stops"
    case .inADay: "what is done in a day"
    case .verbOfJourney: "the nearest verb, at the end of the journey spoken of"
    case .placeAlone: "a place beside it, without a verb"
    case .listed: "the place before it in a list"
    case .distanceOfJourney, .besideJourney, .journeyTakes, .vehicleTakes, .afterTravelling:
      "the journey spoken of"
    case .journeyAbout: "a journey is mentioned, perhaps not for how long it took"
    case .verbWithPlace: "the nearest verb with its place"
    case .verb: "the nearest verb; no place is named"
    case .yearOfVerb: "the year of the nearest verb of travel"
    case .yearOfJourney: "the year of a journey"
    case .dayOfReport: "the day on which it was reported"
    case .dayOfJourney: "a day beside a journey, whose beginning it may be"
    default: objection
    }
  }

  private var objection: String {
    switch self {
    case .hangsOnOther: "the noun that it hangs on does not travel"
    case .besideOther: "so long before or after something else"
    case .denied: "the words deny it"
    case .difference: "a difference to something else, such as what is usual"
    case .change: "a change from one value to another"
    case .elsewhere: "the words beside it speak of no way, such as a stop or an altitude"
    case .otherJourney: "another journey than the one reported"
    case .otherTime: "how it was at another time"
    case .usual: "what is usual, and not what was done"
    case .limit: "what is allowed"
    case .offset: "how far a place lies off, which nobody travelled"
    case .natural: "what moves is no vehicle"
    case .beyondEarth: "more than any journey on Earth"
    default: "no place, event or vehicle in reach"
    }
  }
}
