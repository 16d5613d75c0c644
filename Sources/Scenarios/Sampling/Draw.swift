import Casework
import Claims
import Plausibility

/// Whether distributions may be read from files that a text names.
public enum ObservedFiles: Hashable, Sendable { case read, refused }

/// A parameter with how likely its values are, such as `train.max_speed=triangular(40,60,80)km/h`.
public struct Draw: Sendable {
  public let parameter: CaseParameter
  public let distribution: Distribution

  /// The value below which a share of all values lies. What has no sign is never negative.
  func value(at share: Double) -> Double {
    let value = distribution.quantile(share)
    return parameter.kind.isSigned ? value : max(0, value)
  }

  /// - Parameter files: whether it may take its values from a file.
  /// - Throws: `ScenarioError` with what is wrong and what may stand there.
  public init(
    parsing text: String, _ list: ParameterList, files: ObservedFiles = .refused
  ) throws(ScenarioError) {
    let parts = text.split(separator: "=", maxSplits: 1, omittingEmptySubsequences: false)
    guard parts.count == 2 else { throw ScenarioError("'\(text)': \(Distribution.forms)") }
    let parameter = try list.parameter(parts[0].trimmed)
    self.parameter = parameter
    distribution = try Distribution(
      parsing: String(parts[1]), of: parameter.kind, list.model.profile, files: files
    ) { id throws(ScenarioError) in
      try list.model.said(of: parameter, by: id)
    }
  }
}

extension CaseModel {
  /// What a claim's words give for a parameter; of a moment any within its window alike.
  fileprivate func said(
    of parameter: CaseParameter, by name: String
  ) throws(ScenarioError) -> Distribution.Words {
    let id = try claim(name)
    guard parameter.kind.isMoment else {
      guard let value = caseFile.claims.first(where: { $0.id == id })?.value,
        value.unit.dimension == parameter.dimension.ofValues
      else {
        throw ScenarioError("'\(name)': that claim has no value such as \(parameter.path) takes")
      }
      return .value(value)
    }
    let bands = bands(for: parameter).filter { $0.claim == id }
    guard let band = bands.first, bands.count == 1, band.bounds.low.isFinite,
      band.bounds.high.isFinite
    else {
      throw ScenarioError(
        "'\(name)': that claim gives \(bands.isEmpty ? "no" : "several or open") windows for \(parameter.path)"
      )
    }
    return .window(band.bounds)
  }
}
