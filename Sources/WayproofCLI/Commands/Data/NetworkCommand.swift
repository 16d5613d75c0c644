import ArgumentParser
import Datasets
import Foundation
import Geodesy
import Railways
import Reporting

struct NetworkCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "network",
    abstract: "Import and manage railway maps.",
    discussion: """
      EXAMPLES:
        wayproof network import cologne-railway.osm.pbf -o cologne
        wayproof network info cologne
        wayproof network verify cologne
      """,
    subcommands: [
      NetworkImportCommand.self, NetworkListCommand.self, NetworkInfoCommand.self,
      NetworkVerifyCommand.self,
    ])
}

struct NetworkImportCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "import",
    abstract: "Make a network of OpenStreetMap, GeoJSON or kilometrage files.",
    discussion: """
      Files may end in .osm.pbf, .osm or .osm.xml (plain, .gz, .bz2), .geojson or .json (plain or .gz); \
      a folder with a kilometrage.csv will do too. Several files make one network.

      EXAMPLES:
        wayproof network import cologne-railway.osm.pbf -o cologne
        wayproof network import railroads.geojson.gz -o world --detail generalized \\
            --countries countries.geojson
        wayproof network import traced.geojson.gz -o russia --gauge 1520 --join 100
      """)

  enum Detail: String, ExpressibleByArgument, CaseIterable { case tracks, lines, generalized }

  @OptionGroup var data: DataOptions

  @Argument(help: "The files to read, or names of kept data.")
  var files: [String]

  @Option(
    name: [.customShort("o"), .long],
    help: "The network's name, or a file ending in .network.")
  var output: String

  @Option(help: "The gauge in mm of lines that name none.")
  var gauge: Int?

  @Option(
    help: "A GeoJSON of countries (ISO_A2): lines without a gauge get their country's usual one.")
  var countries: String?

  @Option(help: "Join loose ends up to this many metres apart.")
  var join: Double = 0

  @Option(
    help: ArgumentHelp(
      "Close a gap: name,lat,lon,lat,lon[,gauge]; may be given several times.",
      valueName: "joint"))
  var joint: [String] = []

  @Option(
    help: "How the geometry was drawn: tracks (every track), lines (one a railway), generalized.")
  var detail: Detail?

  @Option(help: "Who has to be named, shown in every result.")
  var attribution: String?

  @Flag(help: "Include train ferries.")
  var ferries = false

  @Flag(inversion: .prefixedNo, help: "Precompute routing labels so that queries are instant.")
  var labels = true

  func run() throws {
    let target = try target()
    var work = try conditions(name: target.deletingPathExtension().lastPathComponent)
    do {
      if let countries {
        work.countries = try CountryGauges(folder: data.folder(), polygons: countries)
      }
      if target.path.hasPrefix(UserFolder().url.path) {
        try FileManager.default.createDirectory(
          at: target.deletingLastPathComponent(), withIntermediateDirectories: true)
      }
      let paths = try files.map { try path($0, crediting: &work) }
      let bar = ProgressBar()
      let result = try work.run(
        paths, to: target.path,
        NetworkImport.Listener(
          progress: { bar.show($0) }, stage: { bar.stage($0) }))
      bar.end()
      Output.write(Self.text(result.meta, result.report, at: target.path))
    } catch let failure as CommandFailure {
      throw failure
    } catch {
      throw CommandFailure(error)
    }
  }

  /// In millimetres.
  private static let gauges = 180...2_500

  /// The file that the network is written to.
  private func target() throws(CommandFailure) -> URL {
    guard !output.isEmpty else { throw CommandFailure("-o needs a name") }
    guard !output.contains("/") || output.hasSuffix(".network") else {
      throw CommandFailure("-o \(output): write a name without /, or a file ending in .network")
    }
    return UserFolder().network(output)
  }

  /// The import as the options want it.
  private func conditions(name: String) throws(CommandFailure) -> NetworkImport {
    var work = NetworkImport(name: name)
    work.takesFerries = ferries
    work.hasLabels = labels
    work.detail = detail.flatMap { NetworkMeta.Detail(rawValue: $0.rawValue) }
    if let gauge {
      guard Self.gauges.contains(gauge) else {
        throw CommandFailure("--gauge \(gauge): gauges are given in millimetres, 180 to 2500")
      }
      work.usualGauge = Gauge(millimeters: gauge)
    }
    guard join.isFinite, (0...2_000).contains(join) else {
      throw CommandFailure("--join \(join): loose ends are joined within 0 to 2000 m")
    }
    work.joinsWithin = join
    for text in joint { work.joints.append(try Self.joint(text)) }
    if let attribution {
      work.sources = [
        NetworkMeta.Source(name: name, sha256: "", licence: "", attribution: attribution)
      ]
    }
    return work
  }

  /// A file by its path, else by its name on the shelf, whose licence is then kept with the network.
  private func path(_ file: String, crediting work: inout NetworkImport) throws -> String {
    guard !FileManager.default.fileExists(atPath: file),
      let (item, url) = try DataShelf.own.item(file)
    else { return file }
    work.sources.append(
      NetworkMeta.Source(
        name: item.name, sha256: item.sha256, licence: item.licence,
        attribution: item.attribution))
    return url.path
  }

  private static func joint(_ text: String) throws(CommandFailure) -> NetworkImport.Joint {
    let parts = text.split(separator: ",", omittingEmptySubsequences: false)
    let numbers = parts.dropFirst().prefix(4).compactMap { Double($0) }
    let gauges = parts.dropFirst(5).flatMap { $0.split(separator: ";") }.map { Int($0) ?? 0 }
    guard numbers.count == 4,
      let start = try? Coordinate(latitude: numbers[0], longitude: numbers[1]),
      let end = try? Coordinate(latitude: numbers[2], longitude: numbers[3])
    else {
      throw CommandFailure(
        "--joint '\(text)': write name,lat,lon,lat,lon and perhaps a gauge, such as "
          + "'Friendship Bridge,42.4014,130.6271,42.4186,130.6594,1520'")
    }
    guard gauges.allSatisfy(Self.gauges.contains) else {
      throw CommandFailure(
        "--joint '\(text)': gauges are given in millimetres, 180 to 2500, with ; between them")
    }
    return NetworkImport.Joint(
      name: String(parts[0]), start: start, end: end,
      gauges: gauges.map { Gauge(millimeters: $0) })
  }

  private static func text(_ meta: NetworkMeta, _ report: SurveyReport, at path: String) -> String {
    let counts = report.counts.map { "\($0.what): \($0.count)" }
    return ([path] + counts + NetworkInfoCommand.lines(meta)).joined(separator: "\n") + "\n"
  }
}

struct NetworkListCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "list", abstract: "The networks that are kept.")

  func run() throws {
    for (name, url) in UserFolder().networks {
      do {
        let meta = try TrackNetwork(file: url.path).meta
        Output.write(
          "\(name): \(Numbers.fixed(meta.totals.kilometers, 0)) km, "
            + "\(meta.totals.stations) stations, \(meta.detail.rawValue)\n")
      } catch {
        Output.write("\(name): \(error)\n")
      }
    }
  }
}

struct NetworkInfoCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "info", abstract: "What a network holds.")

  @Argument(help: "The network's name or file.")
  var network: String

  func run() throws {
    do {
      let meta = try TrackNetwork(file: UserFolder().network(network).path).meta
      Output.write(Self.lines(meta).joined(separator: "\n") + "\n")
    } catch {
      throw CommandFailure(error)
    }
  }

  static func lines(_ meta: NetworkMeta) -> [String] {
    let totals = meta.totals
    func share(_ kilometers: Double) -> String {
      totals.kilometers > 0 ? "\(Numbers.fixed(100 * kilometers / totals.kilometers, 1)) %" : "–"
    }
    func list(_ kilometers: [String: Double]) -> String {
      kilometers.sorted { ($1.value, $0.key) < ($0.value, $1.key) }
        .map { "\($0.key) \(Numbers.fixed($0.value, 1))" }.joined(separator: ", ")
    }
    let known = totals.kilometers - (totals.kilometersByGauge["unknown"] ?? 0)
    return [
      "track: \(Numbers.fixed(totals.kilometers, 1)) km, \(totals.nodes) junctions, "
        + "\(totals.edges) stretches between them, \(totals.points) points",
      "by kind, km: \(list(totals.kilometersByKind))",
      "by gauge in mm, km: \(list(totals.kilometersByGauge))",
      "gauge known: \(share(known)) (of it assumed from the country or option: "
        + "\(share(totals.assumedGaugeKilometers)))",
      "line speed known: \(share(totals.speedKilometers)), electrification known: "
        + share(totals.electrificationKilometers),
      "stations: \(totals.stations)",
      "geometry: \(meta.detail.rawValue)",
    ]
      + meta.sources.map { source in
        "source: \(source.name) \(source.attribution) \(source.sha256.prefix(16))"
      }
  }
}

struct NetworkVerifyCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "verify", abstract: "Check every byte of a network file.")

  @Argument(help: "The network's name or file.")
  var network: String

  func run() throws {
    let path = UserFolder().network(network).path
    do { try TrackNetwork.verify(file: path) } catch { throw CommandFailure(error) }
    Output.write("\(path): every byte is as it was written\n")
  }
}
