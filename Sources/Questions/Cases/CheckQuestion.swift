public import Casework
public import Claims
import Datasets
public import Foundation
public import Reporting
public import Travel

/// Whether what a case file says can all be true.
public struct CheckQuestion: Sendable {
  /// The bytes of the case file: those that were given, or those that a report carries.
  public let file: [UInt8]
  /// What it is called, for messages.
  public let name: String
  /// The folder in which the files that it names are looked for; nil if none may be read.
  public var folder: URL?
  /// A folder of source texts; quotes of sources whose SHA-256 matches are looked up.
  public var texts: URL?
  /// The most claims that are judged.
  public var claimLimit: Int?

  /// - Parameters:
  ///   - bytes: a case file, or a report that carries one.
  ///   - name: what it is called.
  /// - Throws: `QuestionError` for a file of scenarios.
  public init(_ bytes: [UInt8], name: String) throws(QuestionError) {
    guard !bytes.starts(with: Array("wayproof-scenarios:".utf8)) else {
      throw QuestionError("\(name) is a scenario file and no case", .scenarioFile(name))
    }
    file = EmbeddedCase.bytes(in: bytes) ?? bytes
    self.name = name
  }

  /// The judged case.
  ///
  /// - Throws: `QuestionError` with every mistake in the file and every name that nothing is known by.
  public func answer(in world: World) throws(QuestionError) -> JudgedCases.Case {
    let dossier = try model(in: world).dossier()
    guard let texts else { return JudgedCases.Case(dossier, file: file) }
    do {
      return JudgedCases.Case(try dossier.checkingQuotes(in: texts), file: file)
    } catch {
      throw QuestionError(.texts, because: error)
    }
  }

  /// The case, to be judged under any circumstances.
  ///
  /// - Throws: `QuestionError` with every mistake in the file and every name that nothing is known by.
  public func model(in world: World) throws(QuestionError) -> CaseModel {
    do { return try judging(in: world).model(of: file, name: name, files: folder) } catch {
      throw QuestionError(error)
    }
  }

  /// What the file says, with nothing judged.
  ///
  /// - Throws: `QuestionError` with every mistake in the file and every name that nothing is known by.
  public func caseFile(in world: World) throws(QuestionError) -> CaseFile {
    do { return try judging(in: world).caseFile(of: file, name: name) } catch {
      throw QuestionError(error)
    }
  }

  private func judging(in world: World) -> CaseJudging {
    var judging = CaseJudging(world: world)
    judging.claimLimit = claimLimit
    return judging
  }
}

extension QuestionError {
  fileprivate init(_ failure: CaseJudging.Failure) {
    let isTooLarge = if case .tooManyClaims = failure { true } else { false }
    self.init(failure.description, isTooLarge ? .tooManyClaims : .other)
  }
}
