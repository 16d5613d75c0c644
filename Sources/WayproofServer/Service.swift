import Travel
import Casework
import ClaimReading
import Datasets
import Foundation
import Questions
import Railways
import Reporting

/// Everything that requests share.
struct Service: Sendable {
  let settings: ServiceSettings
  let world: World
  let reader: ArticleReader
  let queue: RequestQueue
  let store: CaseStore
  let metrics: MetricsText

  /// - Throws: what is wrong with the data folder or the database.
  init(_ settings: ServiceSettings, metrics: MetricsText = MetricsText()) throws {
    self.settings = settings
    self.metrics = metrics
    let folder = try DataFolder.locate(explicit: settings.geo)
    world = try World(folder: folder, addedPlaces: UserFolder().places.path)
    reader = try ReadQuestion.reader(of: nil, in: world)
    queue = RequestQueue(settings.limits)
    store = try CaseStore(path: settings.database, megabytes: settings.limits.kept)
  }

  // MARK: Cases

  /// The question about a case file's bytes, or about a report that carries one.
  func question(_ bytes: [UInt8]) throws(Problem) -> CheckQuestion {
    try asking { () throws(QuestionError) in
      var question = try CheckQuestion(bytes, name: "the case")
      question.claimLimit = settings.limits.claims
      return question
    }
  }

  /// A judged case.
  ///
  /// - Parameter networks: the names of imported networks to go by.
  /// - Throws: `Problem` for what is wrong with it.
  func judged(_ bytes: [UInt8], networks: [String] = []) throws(Problem) -> JudgedCases.Case {
    let question = try question(bytes)
    let world = try world(with: networks)
    return try asking { () throws(QuestionError) in try question.answer(in: world) }
  }

  // MARK: What questions go by

  /// The world with imported networks to go by.
  func world(with networks: [String]) throws(Problem) -> World {
    try asking { () throws(QuestionError) in try NetworkLibrary.kept.world(world, with: networks) }
  }

  /// One of the networks that the user keeps; no other file is ever opened.
  func network(_ name: String) throws(Problem) -> TrackNetwork {
    try asking { () throws(QuestionError) in try NetworkLibrary.kept.network(name) }
  }

  /// How reports are written: in a language of the catalogue, over the basemap that the user keeps.
  func style(_ language: String?) throws(Problem) -> ReportStyle {
    try asking { () throws(QuestionError) in
      var style = try ReportStyle(asked: language, in: world.folder)
      // A report without a coast is better than none.
      style.basemap = try? DataShelf.own.basemap(or: world.folder)
      return style
    }
  }
}
