extension Parameter {
  static let from = Parameter(
    "from", "Where it begins: a name in any script, a code or a coordinate.", example: "khasan"
  ).required
  static let to = Parameter("to", "Where it ends.", example: "vladivostok").required
  static let network = Parameter(
    "network", "An imported network to go by where the built-in kilometrage has no way.",
    example: "europe")
  static let language = Parameter(
    "language", "What reports are written in, of geo/messages.yaml.", example: "en")

  init(_ name: String, _ words: String, example: String) {
    self.init(name, .text, words, example: example)
  }

  static func format(_ formats: [Format]) -> Parameter {
    Parameter(
      "format", .choice(formats.map(\.rawValue)), "How the answer is written.",
      example: formats.first?.rawValue ?? "")
  }
}

/// How ways are written.
enum Format: String, Sendable, CaseIterable {
  case json, md, csv, geojson, gpx, kml, mfjson

  var type: String {
    switch self {
    case .json, .mfjson: "application/json"
    case .md: "text/markdown; charset=utf-8"
    case .csv: "text/csv; charset=utf-8"
    case .geojson: "application/geo+json"
    case .gpx: "application/gpx+xml"
    case .kml: "application/vnd.google-earth.kml+xml"
    }
  }

  /// The format that a request asks for by its parameter, else by what it accepts, else the first.
  static func of(_ call: Call, among formats: [Format]) -> Format {
    if let named = call.arguments.text("format").flatMap(Format.init) { return named }
    let accepted = call.accept.split(separator: ",").map { part in
      part.prefix { $0 != ";" }.filter { $0 != " " }
    }
    return accepted.lazy.compactMap { type in
      formats.first { $0.type.hasPrefix(type) && !type.isEmpty }
    }.first ?? formats[0]
  }

  /// The media types of some, for a description, with the schema of those in JSON.
  static func types(_ formats: [Format], json: String? = nil) -> [(type: String, schema: String?)] {
    formats.map { format in
      let type = format.type.split(separator: ";").first.map(String.init) ?? format.type
      return (type, format == .json ? json : nil)
    }
  }
}
