/// What one thing of a kind is known by, such as a claim, a place or a quantity. Each kind has a type of its own, so that
/// they are never mixed up.
public protocol Identifier: Hashable, Comparable, Sendable, CustomStringConvertible {
  /// The form in which data files, documents and other programs have it; any text, of which no other thing of the kind
  /// has the same.
  var text: String { get }
}

extension Identifier {
  @inlinable
  public var description: String { text }

  /// In the order of their texts.
  @inlinable
  public static func < (left: Self, right: Self) -> Bool { left.text < right.text }
}
