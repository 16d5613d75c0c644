import Figures

/// One clause of an article, with what it tells of a journey.
struct Scene {
  /// Something that a vehicle did.
  struct Told {
    let event: ReportedEvent
    let place: MentionedPlace?
    let token: Int
  }

  /// From where to where, in so many words.
  struct Way {
    let from: MentionedPlace
    let to: MentionedPlace
    let token: Int
  }

  let tokens: Range<Int>
  let sentence: Int
  let paragraph: Int
  var means: [Means] = []
  /// Whether a verb says that something flew, which ships and hikers "land", too.
  var isFlying = false
  var told: [Told] = []
  var ways: [Way] = []
  /// All places that it names, with what leads up to them.
  var places: [(place: MentionedPlace, preposition: Mention.Preposition)] = []
  /// Where it went, where only that is told: "took off for Grenoble".
  var goals: [MentionedPlace] = []
  /// Vehicles that do something, or go somewhere, and are not only named beside.
  var actors: Set<Means> = []
  /// Stretches that speak of how it was long ago, of another journey, or of what did not happen.
  var asides: [(tokens: Range<Int>, reason: TieReason)] = []
  /// Whether it speaks of a journey by a noun, such as "the trip".
  var namesJourney = false
  var isBack = false
  /// The journey that it tells of; nil where it is none of the article's.
  var strand: Int?

  /// Why a figure at a token is none of the journeys told; nil where nothing speaks against it.
  func aside(at token: Int) -> TieReason? {
    asides.first { $0.tokens.contains(token) }?.reason
  }
}
