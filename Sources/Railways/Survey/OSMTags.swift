import Quantities

/// The tags of an OpenStreetMap object, read as the railway community writes them.
struct OSMTags {
  private let values: [String: String]

  init(_ values: [String: String]) { self.values = values }

  subscript(key: String) -> String { values[key] ?? "" }

  /// Every `name`, `name:*`, `alt_name` and the like, the plain one first.
  var names: [String] {
    let plain = ["name", "int_name", "official_name", "alt_name", "old_name", "short_name"]
    var names = plain.flatMap { list(values[$0] ?? "") }
    for key in values.keys.sorted() where key.hasPrefix("name:") {
      names += list(values[key] ?? "")
    }
    return names.reduce(into: []) { if !$1.isEmpty, !$0.contains($1) { $0.append($1) } }
  }

  private func list(_ text: String) -> [String] {
    text.split(separator: ";").map { String($0.drop { $0 == " " }) }
  }

  // MARK: Tracks

  /// The track that the tags of a way describe; nil for anything that no train runs on: platforms,
  /// and track that is planned, disused or gone.
  ///
  /// - Parameter ferries: whether ferries that carry trains count.
  func track(ferries: Bool) -> TrackAttributes? {
    guard let kind = kind(ferries: ferries) else { return nil }
    var track = TrackAttributes()
    track.kind = kind
    track.name = self["name"]
    track.number = self["ref"]
    track.use = use
    track.gauges = Self.gauges(self["gauge"])
    (track.forwardSpeed, track.backwardSpeed) = speeds
    track.electrification = electrification
    track.voltage = Self.number(self["voltage"]).map { UInt32(min($0, 1e6)) } ?? 0
    track.frequency = Self.number(self["frequency"]).map { Float($0) }
    switch self["railway:preferred_direction"] {
    case "forward": track.preference = .forward
    case "backward": track.preference = .backward
    default: break
    }
    switch self["railway:traffic_mode"] {
    case "passenger": track.traffic = .passenger
    case "freight": track.traffic = .freight
    case "mixed": track.traffic = .mixed
    default: break
    }
    return track
  }

  private func kind(ferries: Bool) -> TrackAttributes.Kind? {
    switch self["railway"] {
    case "rail": return .rail
    case "narrow_gauge": return .narrowGauge
    case "light_rail": return .lightRail
    case "subway": return .subway
    case "tram": return .tram
    case "monorail": return .monorail
    case "funicular": return .funicular
    default: break
    }
    let carriesTrains =
      ["yes", "designated"].contains(self["rail"]) || self["ferry"] == "rail"
      || ["rail", "train"].contains(self["ferry:type"]) || self["railway"] == "ferry"
    // Some tag a train ferry as a railway alone.
    let isFerry = self["route"] == "ferry" || self["railway"] == "ferry"
    return ferries && isFerry && carriesTrains ? .ferry : nil
  }

  private var use: TrackAttributes.Use {
    switch self["service"] {
    case "siding": return .siding
    case "crossover": return .crossover
    case "spur": return .spur
    case "yard": return .yard
    default: break
    }
    switch self["usage"] {
    case "main": return .main
    case "branch": return .branch
    case "industrial", "military", "test", "scientific": return .industrial
    default: return .unstated
    }
  }

  /// Gauges in millimetres: `1435`, `1000;1435`, `1435;1520`. Words such as `standard` say too little.
  static func gauges(_ text: String) -> [Gauge] {
    let numbers = text.split { $0 == ";" || $0 == "," || $0 == "/" }.compactMap { part in
      Int(part.drop { $0 == " " }.prefix { $0.isNumber })
    }
    return Set(numbers.filter { (180...2_500).contains($0) }).sorted().map(Gauge.init)
  }

  private var speeds: (forward: UInt16, backward: UInt16) {
    let both = Self.speed(self["maxspeed"])
    let forward = Self.speed(self["maxspeed:forward"]) ?? both
    let backward = Self.speed(self["maxspeed:backward"]) ?? both
    return (forward ?? 0, backward ?? 0)
  }

  /// A speed in km/h: `120`, `75 mph`, `60 km/h`; nil for words and lists.
  static func speed(_ text: String) -> UInt16? {
    let digits = text.prefix { $0.isNumber || $0 == "." }
    guard let value = Double(digits), value > 0 else { return nil }
    let unit: LengthUnit
    switch text.dropFirst(digits.count).drop(while: { $0 == " " }) {
    case "", "km/h", "kmh": unit = .kilometer
    case "mph": unit = .mile
    case "knots": unit = .nauticalMile
    default: return nil
    }
    let kilometers = (value * unit.meters / 1_000).rounded()
    return kilometers <= 1_000 ? UInt16(kilometers) : nil
  }

  /// Whether a speed is given for some hours, trains or weathers only; such speeds are not used.
  var hasConditionalSpeed: Bool {
    values.keys.contains { $0.hasPrefix("maxspeed") && $0.hasSuffix(":conditional") }
  }

  private var electrification: TrackAttributes.Electrification {
    switch self["electrified"] {
    case "": .unknown
    case "no": .none
    case "contact_line": .contactLine
    case "rail", "4th_rail": .rail
    default: .other
    }
  }

  static func number(_ text: String) -> Double? {
    let first = text.split(separator: ";").first.map(String.init) ?? ""
    return Double(first).flatMap { $0.isFinite && $0 >= 0 ? $0 : nil }
  }

  // MARK: Points

  var role: TrackSurvey.PointRole {
    switch self["railway"] {
    case "railway_crossing": .crossing
    case "buffer_stop": .bufferStop
    case "switch": .switchBlades
    case "border": .border
    default: self["barrier"] == "border_control" ? .border : []
    }
  }

  /// The kilometrage of a milestone: `railway:position`, exact where it is given so.
  var position: Double? {
    let text =
      [self["railway:position:exact"], self["railway:position"]].first { !$0.isEmpty } ?? ""
    let plain = text.replacing(",", with: ".")
    // Some write 12+345 for kilometre 12 and 345 metres.
    let parts = plain.split(separator: "+")
    if parts.count == 2, let kilometers = Double(parts[0]), let meters = Double(parts[1]) {
      let position = kilometers + meters / 1_000
      return position.isFinite && abs(position) < 20_000 ? position : nil
    }
    let number = plain.hasPrefix("mi:") ? nil : Double(plain.prefix { "0123456789.-".contains($0) })
    return number.flatMap { $0.isFinite && abs($0) < 20_000 ? $0 : nil }
  }

  /// What a station is; nil for anything else.
  var stationKind: StationKind? {
    guard !["subway", "miniature", "monorail", "funicular"].contains(self["station"]) else {
      return nil
    }
    return switch self["railway"] {
    case "station": .station
    case "halt": .halt
    default: nil
    }
  }

  enum StationKind { case station, halt }
}
