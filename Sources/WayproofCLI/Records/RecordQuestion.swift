/// What a record can ask, and the fields that it can have.
enum RecordQuestion: String, CaseIterable, Sendable {
  case check, read, verify, distance, route, run, fly, logbook, pairs

  /// The fields of its own.
  private var own: [String] {
    switch self {
    case .check: ["case", "article", "articles"] + Self.ofArticles + ["brief"]
    case .read: ["article"] + Self.ofArticles
    case .verify: ["sentence", "date", "brief"]
    case .distance: ["places", "from", "to"]
    case .route:
      [
        "from", "to", "via", "mode", "avoid", "gauge", "alternatives", "snap", "electrified",
        "recorded_breaks_only", "explain", "date", "depart", "average",
      ]
    case .run: ["from", "to", "train", "stop", "change", "max_speed", "limit"]
    case .fly:
      ["from", "to", "via", "aircraft", "wind", "altitude", "date", "depart", "take_off"]
    case .logbook: ["csv", "by"]
    case .pairs: ["csv", "lonlat"]
    }
  }

  private static let ofArticles = ["name", "input", "language", "published", "outlet", "url"]

  /// Every field that its records can have.
  var fields: [String] {
    let shared = self == .pairs ? ["id", "ask"] : ["id", "ask", "format", "only"]
    return shared + own
  }
}
