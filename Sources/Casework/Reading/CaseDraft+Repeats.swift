import ClaimReading
import Claims
import Yams

extension CaseDraft {
  /// From which confidence on a tie is of this journey and no other of its kind.
  private static let sure = 0.9

  /// Whether the article has given another value of the same before: "at 6:50 … at 23:55" are two trains sooner than one that
  /// left twice. Of several articles each may say otherwise.
  mutating func isSaidOtherwise(
    _ subject: [(String, Node)], _ figure: Figure, _ index: Int
  ) -> Bool {
    guard let value = subject.first?.1.string else { return false }
    if case .moment(let moment) = figure.value, moment.clock == nil { return false }
    let rest = subject.dropFirst().map { "\($0.0) \(words(of: $0.1))" }.joined(separator: ", ")
    let key = "\(index) \(subject.first?.0 ?? "") \(rest)"
    guard let known = values[key] else {
      values[key] = value
      return false
    }
    guard known != value, figure.tie.confidence < Self.sure else { return false }
    let quoted = articles[index].text.text(figure.range).split(whereSeparator: \.isWhitespace)
    untied.append(
      "'\(quoted.joined(separator: " "))' (\(sourceID(index))): the article says otherwise of the same; it may be of "
        + "another journey")
    return true
  }

  private func words(of node: Node) -> String {
    node.string ?? node.sequence?.compactMap(\.string).joined(separator: " ") ?? ""
  }
}
