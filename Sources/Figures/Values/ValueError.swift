/// Why a value in words could not be read.
public struct ValueError: Error, Hashable, Sendable, CustomStringConvertible {
  /// What is wrong and what would do.
  public let message: String
  /// Where in the text it is, in characters from 0.
  public let offset: Int

  public init(message: String, offset: Int) {
    self.message = message
    self.offset = offset
  }

  public var description: String { message }
}
