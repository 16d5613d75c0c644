import Figures

/// How often each place is left, reached or named, scene after scene.
struct PlaceCount {
  private(set) var facts: [MentionedPlace: StoryFacts.PlaceFacts] = [:]
  private(set) var ways: [[MentionedPlace]: Double] = [:]
  private var order = 0
  private var hasLeft = false
  private var lastReached: MentionedPlace?

  init(_ scenes: [Scene], from start: Int) {
    for scene in scenes {
      let isHead = scene.sentence - start < 3
      countNames(scene, isHead)
      guard scene.asides.isEmpty else { continue }
      countEvents(scene)
      countWays(scene, isHead)
    }
    if let lastReached { add(.reachedLast, lastReached) }
  }

  private mutating func add(
    _ sign: StoryFacts.EndSign, _ place: MentionedPlace, _ amount: Double = 1
  ) {
    facts[place, default: StoryFacts.PlaceFacts(place: place, first: order)]
      .counts[sign, default: 0] += amount
  }

  private mutating func countNames(_ scene: Scene, _ isHead: Bool) {
    for (place, preposition) in scene.places {
      if facts[place] == nil { order += 1 }
      add(.named, place)
      if isHead { add(.head, place) }
      if scene.asides.isEmpty { add(.asideOnly, place, -100) }
      switch preposition {
      case .from: add(.from, place)
      case .to: add(.to, place)
      case .inside: add(.inside, place)
      case .via: add(.via, place)
      case .between, .none: add(.bare, place)
      }
    }
  }

  private mutating func countEvents(_ scene: Scene) {
    for told in scene.told {
      guard let place = told.place else { continue }
      switch told.event.like {
      case .departure:
        add(.left, place)
        if !hasLeft { add(.leftFirst, place) }
        hasLeft = true
      case .arrival:
        add(.reached, place)
        lastReached = place
      case .passing: add(.passed, place)
      default: add(.stayed, place)
      }
    }
    for place in scene.goals { add(.goal, place) }
  }

  private mutating func countWays(_ scene: Scene, _ isHead: Bool) {
    for way in scene.ways {
      add(.wayFrom, way.from)
      add(.wayTo, way.to)
      ways[[way.from, way.to], default: 0] += 1
      if isHead {
        add(.headWayFrom, way.from)
        add(.headWayTo, way.to)
      }
    }
  }
}
