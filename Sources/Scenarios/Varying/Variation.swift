import Casework
import Chronology
import Claims
import Quantities

/// A parameter with the values it is to take, such as `train.max_speed=40..120:10km/h`.
public struct Variation: Sendable {
  public let parameter: CaseParameter
  public let values: [ParameterValue]

  /// How many values one parameter may take; a range of more is a slip.
  private static let valueLimit = 1_000_000

  /// - Parameters:
  ///   - text: a path, `=`, and a list of values with commas, or a range `least..most:step`.
  ///   - list: the parameters there are.
  /// - Throws: `ScenarioError` with what is wrong and what may stand there.
  public init(parsing text: String, _ list: ParameterList) throws(ScenarioError) {
    let parts = text.split(separator: "=", maxSplits: 1, omittingEmptySubsequences: false)
    guard parts.count == 2 else {
      throw ScenarioError(
        "'\(text)': write PARAMETER=VALUES, such as train.max_speed=40..120:10km/h")
    }
    let parameter = try list.parameter(parts[0].trimmed)
    self.parameter = parameter
    let words = String(parts[1])
    if words.contains("..") {
      values = try Self.range(words, parameter)
    } else {
      let items = words.split(separator: ",", omittingEmptySubsequences: false).map(\.trimmed)
      guard items != [""] else { throw ScenarioError("'\(text)' has no values") }
      guard !items.contains("") else { throw ScenarioError("'\(text)': a value is missing") }
      // A unit that stands once, behind the last, is that of all.
      let unit = parameter.kind.sharedUnit(of: items[items.count - 1])
      values = try items.map { word throws(ScenarioError) in
        try parameter.kind.value(parsing: word.contains(where: \.isLetter) ? word : word + unit)
      }
    }
    if parameter.dimension == .place {
      for case .choice(let name) in values { try list.checkPlace(name) }
    }
  }

  private static func range(
    _ text: String, _ parameter: CaseParameter
  ) throws(ScenarioError) -> [ParameterValue] {
    let form = "write a range as least..most:step, such as 40..120:10km/h"
    guard let dots = text.firstRange(of: ".."), let colon = text.lastIndex(of: ":"),
      dots.upperBound <= colon
    else { throw ScenarioError("'\(text)': \(form)") }
    let step = text[text.index(after: colon)...].trimmed
    // The unit stands once, behind the step.
    let unit = parameter.kind.sharedUnit(of: step)
    func end(_ word: String) throws(ScenarioError) -> Double {
      let whole = word.contains(where: \.isLetter) ? word : word + unit
      guard case .number(let number) = try parameter.kind.value(parsing: whole) else {
        throw ScenarioError("'\(text)': \(parameter.path) takes words, not ranges")
      }
      return number
    }
    let low = try end(text[..<dots.lowerBound].trimmed)
    let high = try end(text[dots.upperBound..<colon].trimmed)
    let width = try parameter.kind.width(parsing: step)
    guard low <= high else { throw ScenarioError("'\(text)': the range is upside down") }
    guard width > 0 else { throw ScenarioError("'\(text)': the step must be more than nothing") }
    let count = ((high - low) / width * (1 + 1e-12)).rounded(.down) + 1
    guard count <= Double(valueLimit) else {
      throw ScenarioError(
        "'\(text)' has \(count > 1e15 ? "countless" : String(Int(held: count))) values; \(valueLimit) may be tried of one parameter; take wider steps"
      )
    }
    return (0..<Int(held: count)).map { .number(low + Double($0) * width) }
  }
}
