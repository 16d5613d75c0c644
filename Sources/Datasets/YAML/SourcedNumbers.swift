public import Yams

/// The numbers of a mapping each of which has its source under the same name in the field `sources`.
///
/// A number is written as such or as an interval `a..b`. Every mistake is kept, none is thrown.
public struct SourcedNumbers {
  private let node: Node

  public init(_ node: Node) { self.node = node }

  /// Where the number of a field comes from.
  public struct Source: Hashable, Sendable, CustomStringConvertible {
    public let field: String
    public let words: String

    public init(field: String, words: String) {
      self.field = field
      self.words = words
    }

    public var description: String { "\(field): \(words)" }
  }

  /// The sources, in their order.
  public var sources: [Source] {
    guard case .mapping(let mapping)? = node["sources"] else { return [] }
    return mapping.compactMap { key, value in
      key.string.flatMap { key in value.string.map { Source(field: key, words: $0) } }
    }
  }

  /// Says that a field which is no number has no source.
  public func requireSource(of key: String, _ problems: inout [DocumentProblem]) {
    if node["sources"]?[key]?.string == nil {
      note(
        node[key] ?? node, "'\(key)' has no source; write one under 'sources: \(key)'", &problems)
    }
  }

  /// A number or an interval; nil, with a problem, where it is missing and not optional, or is none.
  ///
  /// - Parameters:
  ///   - key: the name of the field.
  ///   - limits: the range that it may have.
  ///   - factor: from the field's unit to the one that is wanted.
  ///   - isOptional: whether it may be missing.
  ///   - problems: what is found wrong is added here.
  public func range(
    _ key: String, within limits: ClosedRange<Double>, times factor: Double = 1,
    isOptional: Bool = false, _ problems: inout [DocumentProblem]
  ) -> ClosedRange<Double>? {
    guard let value = node[key] else {
      if !isOptional { note(node, "the field '\(key)' is missing", &problems) }
      return nil
    }
    requireSource(of: key, &problems)
    return Self.interval(value, key, within: limits, &problems).map {
      $0.lowerBound * factor...$0.upperBound * factor
    }
  }

  /// A list of numbers or intervals.
  public func ranges(
    _ key: String, count: Int, within limits: ClosedRange<Double>,
    _ problems: inout [DocumentProblem]
  ) -> [ClosedRange<Double>]? {
    guard let list = node[key]?.sequence, list.count == count else {
      note(node[key] ?? node, "'\(key)' must be a list of \(Self.count(count)) numbers", &problems)
      return nil
    }
    requireSource(of: key, &problems)
    let ranges = list.compactMap { Self.interval($0, key, within: limits, &problems) }
    return ranges.count == count ? ranges : nil
  }

  /// The number or interval of a node.
  public static func interval(
    _ value: Node, _ key: String, within limits: ClosedRange<Double>,
    _ problems: inout [DocumentProblem]
  ) -> ClosedRange<Double>? {
    let text = value.string ?? ""
    let parts = text.contains("..") ? text.split(separator: "..", maxSplits: 1) : [text[...]]
    let numbers = parts.compactMap { Double($0) }
    guard numbers.count == parts.count, let low = numbers.first, let high = numbers.last,
      low <= high, limits.contains(low), limits.contains(high)
    else {
      problems.append(
        DocumentProblem(
          position: FilePosition(value),
          message: "'\(key)' must be a number or an interval a..b within \(limits.lowerBound) and "
            + "\(limits.upperBound)"))
      return nil
    }
    return low...high
  }

  private static func count(_ count: Int) -> String { count == 3 ? "three" : "\(count)" }

  private func note(_ node: Node, _ message: String, _ problems: inout [DocumentProblem]) {
    problems.append(DocumentProblem(position: FilePosition(node), message: message))
  }
}
