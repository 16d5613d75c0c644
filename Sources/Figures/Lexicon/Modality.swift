/// How firmly a source says something.
public enum Modality: String, CaseIterable, Sendable {
  case stated
  /// "according to assumptions", "it is believed"
  case assumed
  /// "is expected to", "may": says nothing of what happened
  case forecast
}
