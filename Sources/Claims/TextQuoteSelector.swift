/// Where words stand in a text, so that they are found again when it changes (W3C Web Annotation Data Model, 4.2.4
/// and 4.2.5).
public struct TextQuoteSelector: Hashable, Sendable {
  public let exact: String
  /// The characters just before and behind; blank where they are not known.
  public let prefix: String
  public let suffix: String
  /// Offsets in Unicode scalars, the end excluded.
  public let range: Range<Int>

  public init(exact: String, prefix: String, suffix: String, range: Range<Int>) {
    self.exact = exact
    self.prefix = prefix
    self.suffix = suffix
    self.range = range
  }
}
