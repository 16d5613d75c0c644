import Quantities
import Claims
import Figures

/// Something in a sentence that says where, when or of what a figure is.
struct Mention {
  enum What: Equatable {
    case place(MentionedPlace, Preposition)
    case country(String, Preposition)
    case event(ReportedEvent)
    case means(Means)
    case cue(Cue)
    case there
    case journey
    case wholeTrip
    case previous
    case later
    case ahead
    case away
    case apart
    case takes
    case gauge
    case first
    case vehicle
    case kind(DistanceKind)
    case modality(Modality)
    case clause
    case and
    case negation
    case negationBehind
    case comparison
    case denial
    case change
    case elsewhere
    case natural
    case bound
    case average
    case past
  }

  /// What leads up to a place.
  enum Preposition: Equatable {
    case from, to, inside, via, between, none
  }

  let what: What
  let tokens: Range<Int>
}

extension Mention {
  /// By what it says that somebody travels.
  var means: Means? {
    switch what {
    case .means(let means): means
    case .event(.takeOff), .event(.landing): .air
    default: nil
    }
  }
}
