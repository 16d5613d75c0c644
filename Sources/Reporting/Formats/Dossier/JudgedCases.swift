public import Casework

/// Judged cases with the files that they come from, to be written in any of their formats.
public struct JudgedCases: Sendable {
  /// One judged case.
  public struct Case: Sendable {
    public let dossier: Dossier
    /// The bytes of its case file.
    public let file: [UInt8]

    public init(_ dossier: Dossier, file: [UInt8]) {
      self.dossier = dossier
      self.file = file
    }
  }

  public let cases: [Case]
  /// Whether several were asked for, even if only one of them could be judged: a program that asks for several gets a
  /// list whatever becomes of them.
  public let isList: Bool

  public init(_ cases: [Case], isList: Bool) {
    self.cases = cases
    self.isList = isList
  }

  /// A single case.
  public init(_ dossier: Dossier, file: [UInt8]) {
    self.init([Case(dossier, file: file)], isList: false)
  }

  var dossiers: [Dossier] { cases.map(\.dossier) }
}
