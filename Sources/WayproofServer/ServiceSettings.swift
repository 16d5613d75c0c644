import Configuration
import Foundation

/// How the service is run. Flags come before the environment (`WAYPROOF_PORT`), that before the file.
struct ServiceSettings: Sendable {
  /// Where it listens; other machines can reach any but a loopback address.
  var host = "127.0.0.1"
  var port = 8080
  /// The data folder; the `geo` beside the program where it is nil.
  var geo: String?
  /// The database of kept cases.
  var database: String
  /// An address of map tiles, such as `https://tile.example.org/{z}/{x}/{y}.png`; none are fetched where it is nil.
  var tiles: String?
  /// What the map has to say of the tiles.
  var tilesAttribution = ""
  /// The bearer tokens that requests must carry one of; nobody is asked where there are none.
  var tokens: [String] = []
  /// The one origin whose pages may ask from browsers, `*` for all; none where it is nil.
  var corsOrigin: String?
  /// Names under which it is reached beside the loopback ones, for the check of `Host`.
  var names: [String] = []
  /// Addresses of proxies beside those of this machine: who asks through one is whom its `X-Forwarded-For` names last.
  var proxies: [String] = []
  var limits = Limits()

  /// What one request, or all at once, may take.
  struct Limits: Sendable {
    /// Bytes of a request's body.
    var body = 4 << 20
    var claims = 500
    var scenarios = 20_000
    /// Seconds until a request is answered, one way or the other.
    var seconds = 20.0
    /// Megabytes that the program may hold before it refuses new work.
    var memory = 2_048
    /// Requests that may wait for a core.
    var waiting = 256
    /// Requests a second from one address beyond this machine; as many again at once.
    var rate = 50.0
    var connections = 1_024
    /// Megabytes that kept cases may take with their histories.
    var kept = 1_024
  }

  /// Whether only this machine can reach it.
  var isLocal: Bool { Self.loopbackNames.contains(host) }

  static let loopbackNames = ["127.0.0.1", "localhost", "::1", "[::1]"]

  /// - Throws: `SettingsError` for a value that cannot be.
  init(_ reader: ConfigReader, database: String) throws {
    self.database = database
    let keys = Keys(reader.scoped(to: "wayproof"))
    host = keys.text("host") ?? host
    port = try keys.whole("port", 0...65_535) ?? port
    geo = keys.text("geo")
    self.database = keys.text("database") ?? database
    tiles = keys.text("tiles")
    tilesAttribution = keys.text("tiles.attribution") ?? ""
    tokens = keys.list("tokens")
    corsOrigin = keys.text("cors.origin")
    names = keys.list("names").map { $0.lowercased() }
    proxies = keys.list("proxies")
    limits.body = try keys.whole("limits.body", 1_024...1 << 30) ?? limits.body
    limits.claims = try keys.whole("limits.claims", 1...100_000) ?? limits.claims
    limits.scenarios = try keys.whole("limits.scenarios", 1...10_000_000) ?? limits.scenarios
    limits.seconds = try keys.number("limits.seconds", 0.1...3_600) ?? limits.seconds
    limits.memory = try keys.whole("limits.memory", 64...1 << 20) ?? limits.memory
    limits.waiting = try keys.whole("limits.waiting", 1...100_000) ?? limits.waiting
    limits.rate = try keys.number("limits.rate", 0.1...1e6) ?? limits.rate
    limits.connections = try keys.whole("limits.connections", 1...100_000) ?? limits.connections
    limits.kept = try keys.whole("limits.kept", 1...1 << 20) ?? limits.kept
    try check()
  }

  /// - Throws: `SettingsError` for a value that cannot be, or values that would let anybody in.
  func check() throws {
    // A page elsewhere can have a name of its own lead here: some names, or a token that it has not, must be asked for.
    guard isLocal || !names.isEmpty || !tokens.isEmpty else {
      throw SettingsError(
        "host", host,
        "other machines can reach the service there; give it tokens, or the names that it goes by")
    }
    if let short = tokens.first(where: { $0.utf8.count < 16 }) {
      throw SettingsError("tokens", "\(short.prefix(2))…", "a token has at least 16 characters")
    }
    if let tiles, !tiles.hasPrefix("https://") && !tiles.hasPrefix("http://") {
      throw SettingsError("tiles", tiles, "write an address such as https://…/{z}/{x}/{y}.png")
    }
  }
}

extension ServiceSettings {
  /// What can be set.
  static let keys = [
    "host", "port", "geo", "database", "tiles", "tiles.attribution", "tokens",
    "cors.origin",
    "names", "proxies", "limits.body", "limits.claims", "limits.scenarios", "limits.seconds",
    "limits.memory",
    "limits.waiting", "limits.rate", "limits.connections", "limits.kept",
  ]
}

/// A setting that cannot be.
struct SettingsError: Error, CustomStringConvertible {
  let description: String

  init(_ key: String, _ value: String, _ advice: String) {
    description = "the setting \(key) is \(value): \(advice)"
  }
}

/// Values of settings, each checked against its range.
private struct Keys {
  let reader: ConfigReader

  init(_ reader: ConfigReader) { self.reader = reader }

  func text(_ key: String) -> String? {
    reader.string(forKey: ConfigKey(key)).flatMap { $0.isEmpty ? nil : $0 }
  }

  func list(_ key: String) -> [String] {
    reader.string(forKey: ConfigKey(key), isSecret: key == "tokens", default: "")
      .split(separator: ",").map { $0.trimmingCharacters(in: .whitespaces) }.filter { !$0.isEmpty }
  }

  func whole(_ key: String, _ range: ClosedRange<Int>) throws -> Int? {
    guard let text = text(key) else { return nil }
    guard let value = Int(text), range.contains(value) else {
      throw SettingsError(key, text, "write \(range.lowerBound) to \(range.upperBound)")
    }
    return value
  }

  func number(_ key: String, _ range: ClosedRange<Double>) throws -> Double? {
    guard let text = text(key) else { return nil }
    guard let value = Double(text), range.contains(value) else {
      throw SettingsError(key, text, "write \(range.lowerBound) to \(range.upperBound)")
    }
    return value
  }
}
