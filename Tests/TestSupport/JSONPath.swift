import Foundation

/// A place in a JSON document, such as `$.claims[3].verdict`.
public struct JSONPath: CustomStringConvertible {
  public let description: String

  /// The first place at which two documents differ, fields in the order of their names; nil if they are equal or one
  /// of them is no JSON.
  public init?(ofFirstDifferenceIn one: String, and other: String) {
    guard let old = try? JSONSerialization.jsonObject(with: Data(one.utf8)),
      let new = try? JSONSerialization.jsonObject(with: Data(other.utf8)),
      let path = Self.difference(old, new, "$")
    else { return nil }
    description = path
  }

  private static func difference(_ old: Any, _ new: Any, _ path: String) -> String? {
    if let one = old as? [String: Any], let other = new as? [String: Any] {
      for key in Set(one.keys).union(other.keys).sorted() {
        let place = "\(path).\(key)"
        guard let left = one[key], let right = other[key] else { return place }
        if let found = difference(left, right, place) { return found }
      }
      return nil
    }
    if let one = old as? [Any], let other = new as? [Any] {
      for (index, pair) in zip(one, other).enumerated() {
        if let found = difference(pair.0, pair.1, "\(path)[\(index)]") { return found }
      }
      return one.count == other.count ? nil : "\(path)[\(min(one.count, other.count))]"
    }
    return String(reflecting: old) == String(reflecting: new) ? nil : path
  }
}
