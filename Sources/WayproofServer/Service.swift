import Travel
import Casework
import ClaimReading
import Claims
import Datasets
import Foundation
import HTTPTypes
import Questions
import Railways
import Reporting
import Wording

/// Everything that requests share.
struct Service: Sendable {
  let settings: Settings
  let world: World
  let reader: ArticleReader
  let workshop: Workshop
  let store: CaseStore
  let metrics: MetricsText

  /// - Throws: what is wrong with the data folder or the database.
  init(_ settings: Settings, metrics: MetricsText = MetricsText()) throws {
    self.settings = settings
    self.metrics = metrics
    let folder = try DataFolder.locate(explicit: settings.geo)
    world = try World(folder: folder, addedPlaces: UserFolder().places.path)
    reader = try ReadQuestion.reader(of: nil, in: world)
    workshop = Workshop(settings.limits)
    store = try CaseStore(path: settings.database)
  }

  // MARK: Cases

  /// The case of a file's bytes, or of a report that carries one.
  ///
  /// - Throws: `Problem` for what is wrong with it.
  func caseFile(_ bytes: [UInt8]) throws(Problem) -> CaseFile {
    do {
      let caseFile = try world.caseFile(
        bytes: EmbeddedCase.bytes(in: bytes) ?? bytes, name: Self.caseName)
      guard caseFile.claims.count <= settings.limits.claims else {
        throw Problem(
          .contentTooLarge,
          "the case has \(caseFile.claims.count) claims, and \(settings.limits.claims) are judged here"
        )
      }
      return caseFile
    } catch let problem as Problem {
      throw problem
    } catch {
      throw Problem(.unprocessableContent, "\(error)")
    }
  }

  func dossier(of bytes: [UInt8], _ world: World) throws(Problem) -> Dossier {
    let caseFile = try caseFile(bytes)
    do { return try Inquiry(world: world).dossier(of: caseFile, name: Self.caseName) } catch {
      throw Problem(.unprocessableContent, "\(error)")
    }
  }

  func model(of bytes: [UInt8], _ world: World) throws(Problem) -> CaseModel {
    let caseFile = try caseFile(bytes)
    do { return try Inquiry(world: world).model(of: caseFile, name: Self.caseName) } catch {
      throw Problem(.unprocessableContent, "\(error)")
    }
  }

  private static let caseName = "the case"

  // MARK: Networks

  /// The world with imported networks to go by.
  func world(with networks: [String]) throws(Problem) -> World {
    var world = world
    world.tracks = try networks.map(network)
    return world
  }

  /// One of the networks that the user keeps; no other file is ever opened.
  func network(_ name: String) throws(Problem) -> TrackNetwork {
    let known = UserFolder().networks
    guard let network = known.first(where: { $0.name == name }) else {
      let names = known.map(\.name)
      throw Problem(
        .unprocessableContent,
        "there is no network '\(name.prefix(40))'; there \(names.isEmpty ? "are none" : "are " + names.joined(separator: ", "))",
        parameter: "network")
    }
    do { return try TrackNetwork(file: network.url.path) } catch {
      throw Problem(.unprocessableContent, "\(error)", parameter: "network")
    }
  }

  /// How reports are written: in a language of the catalogue, over the basemap that the user keeps.
  func style(_ language: String?) throws(Problem) -> ReportStyle {
    do {
      var style = ReportStyle(
        language: try world.folder.language(language ?? Language.english.code))
      // A report without a coast is better than none.
      style.basemap = try? DataShelf.own.basemap()
      return style
    } catch {
      throw Problem(.unprocessableContent, "\(error)", parameter: "language")
    }
  }
}
