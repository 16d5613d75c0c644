import ArgumentParser
import Datasets
import Foundation
import Gazetteer
import Geodesy
import Quantities
import Railways
import Questions
import Reporting

struct PlacesImportCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "import",
    abstract: "Add the places of a table or the stations of OpenStreetMap.",
    discussion: """
      Tables are known by their columns: airports.csv of OurAirports or airportsdata, a dump of GeoNames \
      (tab-separated), or one's own with name, latitude, longitude and perhaps id, kind, country, zone, \
      names, extent_km. Files may be packed with gzip.

      EXAMPLES:
        wayproof places import airports.csv --attribution "OurAirports, public domain"
        wayproof places import my-stations.csv
        wayproof places import cologne-railway.osm.pbf
      """)

  enum Form: String, ExpressibleByArgument, CaseIterable {
    case ourairports, airportsdata, geonames, own
  }

  @Argument(help: "The files to read.")
  var files: [String]

  @Option(help: "ourairports, airportsdata, geonames or own (default: by the columns).")
  var form: Form?

  @Option(help: "Who has to be named.")
  var attribution = ""

  @Option(help: "An index of time zones by geohash, for rows that name none; needs --zone-list.")
  var zoneIndex: String?

  @Option(help: "The list of zones that the index counts.")
  var zoneList: String?

  func run() throws {
    do {
      let zones = try zones()
      var told: [String] = []
      try PlaceDatabase.changing(UserFolder().places.path) { database in
        for file in files { told.append(try add(file, to: database, zones)) }
      }
      // They are there, or none of them is.
      for line in told { Output.write(line) }
    } catch let failure as CommandFailure {
      throw failure
    } catch {
      throw CommandFailure(error)
    }
  }

  private func zones() throws -> ZoneIndex? {
    guard let zoneIndex, let zoneList else {
      guard zoneIndex == nil, zoneList == nil else {
        throw CommandFailure("--zone-index and --zone-list go together")
      }
      return nil
    }
    let index = ZoneIndex(
      index: try DataFolder.bytes(of: URL(fileURLWithPath: zoneIndex)),
      list: try DataFolder.bytes(of: URL(fileURLWithPath: zoneList)))
    guard let index else { throw CommandFailure("\(zoneIndex): this is no index of geohashes") }
    return index
  }

  /// - Returns: what came of it.
  private func add(
    _ file: String, to database: PlaceDatabase, _ zones: ZoneIndex?
  ) throws -> String {
    var isFolder: ObjCBool = false
    if FileManager.default.fileExists(atPath: file, isDirectory: &isFolder), isFolder.boolValue {
      throw CommandFailure("\(file): this is a folder; name the files in it")
    }
    let places: [Place]
    var dropped = 0
    var credit = attribution
    if NetworkImport.isOpenStreetMap(file) {
      places = try NetworkImport.stations(in: file, zones: zones)
      if credit.isEmpty { credit = "© OpenStreetMap contributors, ODbL 1.0" }
    } else {
      let bytes = try DataFolder.bytes(of: URL(fileURLWithPath: file), limit: 256 << 20)
      let form = form.flatMap { PlaceTables.Form(rawValue: $0.rawValue) }
      let table = try PlaceTables(zones: zones).places(bytes: bytes, name: file, form: form)
      (places, dropped) = (table.places, table.dropped)
    }
    let name = URL(fileURLWithPath: file).lastPathComponent
    try database.add(places, source: name, sha256: sha256(ofFile: file), attribution: credit)
    let left =
      dropped > 0 ? ", \(dropped) rows left out (closed, of another kind, or no position)" : ""
    return "\(name): \(places.count) places\(left)\n"
  }
}

struct PlacesNearCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "near",
    abstract: "The places nearest to a place or a coordinate.",
    discussion: """
      EXAMPLES:
        wayproof places near 42.415,130.64
        wayproof places near VVO --within 100
      """)

  @OptionGroup var data: DataOptions

  @Argument(help: "A name, a code or a coordinate.")
  var place: String

  @Option(help: "Within this many km.")
  var within = 25.0

  @Option(
    help: PlaceReport.formats.optionHelp, completion: PlaceReport.formats.completion,
    transform: { try PlaceReport.formats.named($0) })
  var format = PlaceReport.formats.usual

  func run() throws {
    do {
      let world = try data.world(vehicles: false)
      var question = NearbyQuestion(place: place)
      question.within = within
      let report = PlaceReport(try question.answer(in: world, added: UserFolder().places.path))
      Output.write(try Output.text(of: report, as: format))
    } catch {
      throw CommandFailure(error)
    }
  }
}
