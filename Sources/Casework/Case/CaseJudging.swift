public import Claims
public import Datasets
import Flights
public import Foundation
import Gazetteer
import Quantities
import TrainMotion
public import Travel

/// The way from the bytes of a case file to its dossier: everything is read, looked up and judged once.
public struct CaseJudging: Sendable {
  let world: World
  /// The most claims that are judged; more are refused before anything is looked up.
  public var claimLimit: Int?

  public init(world: World) { self.world = world }

  /// Why a case cannot be judged.
  public enum Failure: Error, Sendable, CustomStringConvertible {
    /// Every mistake of the file.
    case caseFile(DocumentError)
    case data(DatasetError)
    case tooManyClaims(Int, limit: Int)

    public var description: String {
      switch self {
      case .caseFile(let error): error.description
      case .data(let error): error.description
      case .tooManyClaims(let count, let limit):
        "the case has \(count) claims, and \(limit) are judged here"
      }
    }
  }

  /// The dossier of a case.
  ///
  /// - Parameters:
  ///   - bytes: the case file.
  ///   - name: its name, for messages.
  ///   - files: the folder in which the files that it names are looked for; nil if none may be read.
  /// - Throws: `Failure` with every mistake in the file and every name that nothing is known by.
  public func dossier(
    of bytes: [UInt8], name: String, files: URL? = nil
  ) throws(Failure) -> Dossier {
    try model(of: bytes, name: name, files: files).dossier()
  }

  /// A case with its places found and its journeys measured, to be judged under any circumstances.
  ///
  /// - Parameters:
  ///   - bytes: the case file.
  ///   - name: its name, for messages.
  ///   - files: the folder in which the files that it names are looked for; nil if none may be read.
  /// - Throws: `Failure` with every mistake in the file and every name that nothing is known by.
  public func model(
    of bytes: [UInt8], name: String, files: URL? = nil
  ) throws(Failure) -> CaseModel {
    var (decoded, finder, world) = try lookedUp(bytes, name)
    let tracks = decoded.map { self.tracks(of: $0, in: files, &finder) } ?? [:]
    let caseFile = try checked(decoded, finder.problems, name)
    let profile = try profile(named: caseFile.profile)
    do { try world.checkTables(for: Set(caseFile.journeys.map(\.mode))) } catch {
      throw .data(error)
    }
    let itineraries = caseFile.journeys.compactMap { world.itinerary(of: $0, &finder) }
    return CaseModel(
      CaseContext(
        world: world, caseFile: caseFile, profile: profile, itineraries: itineraries,
        finder: finder, tracks: tracks))
  }

  /// What a case file says, with its names looked up and nothing measured or judged.
  ///
  /// - Parameters:
  ///   - bytes: the case file.
  ///   - name: its name, for messages.
  /// - Throws: `Failure` with every mistake in the file and every name that nothing is known by.
  public func caseFile(of bytes: [UInt8], name: String) throws(Failure) -> CaseFile {
    let (decoded, finder, _) = try lookedUp(bytes, name)
    return try checked(decoded, finder.problems, name)
  }

  // MARK: Steps

  /// What could be read of a case file, and what its names stand for; the finder holds every mistake. The world is the
  /// given one with the case's own vehicles.
  private func lookedUp(
    _ bytes: [UInt8], _ name: String
  ) throws(Failure) -> (caseFile: CaseFile?, finder: PlaceFinder, world: World) {
    var finder = PlaceFinder(world: world)
    let decoded: (caseFile: CaseFile?, problems: [DocumentProblem])
    do {
      decoded = try CaseFile.decode(
        yaml: bytes, file: name, grammar: world.grammar, digest: sha256(bytes))
    } catch {
      throw .caseFile(error)
    }
    finder.problems = decoded.problems
    guard let caseFile = decoded.caseFile else { return (nil, finder, world) }
    if let claimLimit, caseFile.claims.count > claimLimit {
      throw .tooManyClaims(caseFile.claims.count, limit: claimLimit)
    }
    let profile = (try? profile(named: caseFile.profile)) ?? world.usualProfile
    finder.find(placesOf: caseFile, profile)
    let world = world.adding(caseFile.vehicles.map { $0.told(under: profile) })
    finder.problems += world.vehicleProblems(caseFile)
    return (caseFile, finder, world)
  }

  private func checked(
    _ caseFile: CaseFile?, _ problems: [DocumentProblem], _ name: String
  ) throws(Failure) -> CaseFile {
    guard let caseFile, problems.isEmpty else {
      throw .caseFile(DocumentError(file: name, problems: problems))
    }
    return caseFile
  }

  private func profile(named name: String) throws(Failure) -> HedgeProfile {
    guard name.allSatisfy({ $0.isLetter || $0.isNumber || $0 == "-" || $0 == "_" }) else {
      throw .data(.unreadable("hedges/", reason: "'\(name)' is no name of a hedge profile"))
    }
    let usual = world.usualProfile
    if name == "\(usual.name)-\(usual.version)" { return usual }
    do { return try world.folder.hedgeProfile(named: name) } catch { throw .data(error) }
  }
}
