public import Claims
public import Wording

/// A remark about a case, with the rule it comes from.
public struct Finding: Hashable, Sendable {
  public enum Severity: String, Sendable { case note, warning }

  /// The rule's name in kebab case.
  public let code: String
  public let severity: Severity
  public let message: Phrase
  public let claims: [Claim.ID]

  init(code: String, severity: Severity, message: Phrase, claims: [Claim.ID] = []) {
    self.code = code
    self.severity = severity
    self.message = message
    self.claims = claims
  }
}
