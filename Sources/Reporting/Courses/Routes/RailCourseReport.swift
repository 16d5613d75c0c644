import Gazetteer
import Geodesy
import Quantities
import Railways
public import Travel
import Wording

/// Courses by rail that answer a query, ready for any format.
public struct RailCourseReport: CourseReport {
  let route: RailRoute
  private let explains: Bool
  let attributions: [String]

  /// - Parameters:
  ///   - route: the courses.
  ///   - explains: whether every section of the courses is listed.
  ///   - attributions: who has to be named besides the networks' own sources.
  public init(_ route: RailRoute, explains: Bool, attributions: [String]) {
    self.route = route
    self.explains = explains
    let own = route.courses.flatMap(\.source.parts).map(\.attribution)
    self.attributions = (own + attributions)
      .reduce(into: []) { if !$1.isEmpty, !$0.contains($1) { $0.append($1) } }
  }

  var title: String { route.places.map(\.name).joined(separator: " – ") }

  /// A course with what it is called among others.
  struct Path {
    let name: String
    let course: RailCourse

    var line: Polyline? { try? Polyline(course.points) }
  }

  /// The courses with what each is called among the others.
  var named: [Path] {
    route.courses.enumerated().map { index, course in
      Path(
        name: route.courses.count == 1 ? title : "\(title), path \(index + 1)", course: course)
    }
  }

  // MARK: Words

  public var story: Story {
    var story = Story()
    story.blocks.append(.heading(level: 1, Line("\(title) by rail", .strong)))
    if let geodesic = route.geodesic {
      let lines = route.stops.count > 2 ? "straight lines " : "straight line "
      let length = Numbers.distance(geodesic.central.meters)
      story.blocks.append(.items([(Line("\(lines)\(length): \(geodesic.basis)"), [])]))
    }
    for (index, way) in route.ways.enumerated() {
      guard let course = way.course else { continue }
      let words = CourseWords(course: course, way: way, query: route.query)
      if route.ways.count > 1 {
        story.blocks.append(.heading(level: 2, Line("\(index + 1). \(words.byLines)", .strong)))
      }
      story.blocks.append(.items(words.lines(isOnly: route.ways.count == 1).map { (Line($0), []) }))
      story.blocks += tables(of: course)
    }
    if !remarks.isEmpty { story.blocks.append(.items(remarks.map { (Line($0), []) })) }
    story.blocks.append(.paragraph(Line(terms, .dim)))
    story.blocks.append(.paragraph(Line(attributions.joined(separator: "; "), .dim)))
    return story
  }

  /// More lines than these are listed only for who asks for every section.
  private static let runLimit = 40

  private func tables(of course: RailCourse) -> [Story.Block] {
    let runs = course.runs
    let isShort = runs.count <= Self.runLimit && runs.contains { !$0.line.isEmpty }
    return (isShort ? [CourseListing(course: course).lines] : [])
      + (explains ? [CourseListing(course: course).sections] : [])
  }

  /// What was asked and taken by default, so that nobody has to guess it.
  var terms: String {
    let query = route.query
    let source = route.courses.first?.source
    var parts = [sourceWords(source), query.objective.rawValue]
    parts.append(query.gauge.map { "gauge \($0)" } ?? "any gauge to start with")
    if query.needsElectrification { parts.append("electrified throughout") }
    if query.recordedBreaksOnly { parts.append("gauge changed only where that is recorded") }
    if !query.furtherKinds.isEmpty { parts.append("trams, light railways and metros too") }
    if !query.avoided.isEmpty {
      parts.append("avoiding \(query.avoided.map(\.description).joined(separator: ", "))")
    }
    if let detail = source?.detail {
      let usual =
        detail == .junctions ? WorldRailways.usualSnapLimit : RailQuery.usualSnapLimit
      let limit = query.snapLimit ?? usual
      parts.append("places at most \(Numbers.distance(limit.meters)) from track")
    }
    return parts.joined(separator: "; ")
  }

  private func sourceWords(_ source: RailCourse.Source?) -> String {
    switch source?.detail {
    case nil: "built-in kilometrage"
    case .junctions: "built-in railways of the world"
    case .some(let detail): "network '\(source?.name ?? "")' (\(detail.rawValue))"
    }
  }

  /// What a reader must know of the answer besides the courses: how far the places are from the track, and what was
  /// looked for and not found.
  private var remarks: [String] {
    var remarks = route.stops.compactMap { stop -> String? in
      let excluded = stop.nearerExcluded.map {
        ", and \($0.kind.words) that was left out is \(Numbers.distance($0.distance.meters)) from it"
      }
      guard stop.distance.meters >= 100 || excluded != nil else { return nil }
      return
        "\(stop.place.name) is \(Numbers.distance(stop.distance.meters)) from the track taken for it"
        + (excluded ?? "")
    }
    if route.ways.count < route.query.alternatives {
      remarks.append(
        "\(route.ways.count) of the \(route.query.alternatives) routes asked for: no other really "
          + "differs and is less than twice as long")
    }
    return remarks
  }
}

extension TypedDistance {
  /// The figure with its bounds, such as `326 km (324 km to 328 km)`.
  var words: String {
    let low = Numbers.distance(interval.lower?.meters ?? 0)
    let high = Numbers.distance(interval.upper?.meters ?? .infinity)
    return "\(Numbers.distance(central.meters)) (\(low) to \(high))"
  }
}

extension TrackAttributes.Kind {
  fileprivate var words: String {
    switch self {
    case .rail: "railway track"
    case .narrowGauge: "narrow-gauge track"
    case .lightRail: "a light railway"
    case .subway: "a metro"
    case .tram: "a tramway"
    case .monorail: "a monorail"
    case .funicular: "a funicular"
    case .ferry: "a ferry"
    case .joint: "a link between data sets"
    }
  }
}
