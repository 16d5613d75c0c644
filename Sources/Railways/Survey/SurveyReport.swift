/// What an importer read, dropped and defaulted.
public struct SurveyReport: Hashable, Sendable {
  /// What was counted, in words, such as "ways read", in the order it came up.
  public private(set) var counts: [(what: String, count: Int)] = []
  private var places: [String: Int] = [:]

  public init() {}

  /// How often something was counted.
  public subscript(what: String) -> Int { places[what].map { counts[$0].count } ?? 0 }

  mutating func count(_ what: String, _ more: Int = 1) {
    if let index = places[what] {
      counts[index].count += more
    } else {
      places[what] = counts.count
      counts.append((what, more))
    }
  }

  public static func == (left: SurveyReport, right: SurveyReport) -> Bool {
    left.counts.elementsEqual(right.counts) { $0 == $1 }
  }

  public func hash(into hasher: inout Hasher) {
    for (what, count) in counts {
      hasher.combine(what)
      hasher.combine(count)
    }
  }
}

/// How far a reading has come, in bytes.
public struct ImportProgress: Sendable {
  public let file: String
  /// Which of the passes over the file it is.
  public let pass: Int
  public let passes: Int
  public let read: Int
  /// The length of the file; 0 where it is not known.
  public let size: Int
}
