public import Casework

/// What holds in every scenario of a case.
public struct Settings: Sendable {
  public private(set) var circumstances = Circumstances()

  /// - Parameter leavesOutEstimates: whether estimates, such as simulated running times, count for nothing.
  public init(leavesOutEstimates: Bool = false) {
    circumstances.leavesOutEstimates = leavesOutEstimates
  }

  /// - Parameters:
  ///   - texts: parameters with one value each, such as `train.max_speed=80km/h`.
  ///   - leavesOutEstimates: whether estimates, such as simulated running times, count for nothing.
  ///   - list: the parameters of the case.
  /// - Throws: `ScenarioError` with what is wrong.
  public init(
    parsing texts: [String], leavesOutEstimates: Bool, _ list: ParameterList
  ) throws(ScenarioError) {
    self.init(leavesOutEstimates: leavesOutEstimates)
    for text in texts { try add(parsing: text, list) }
  }

  /// Supposes a parameter to have one value, such as `train.max_speed=80km/h`.
  ///
  /// - Throws: `ScenarioError` with what is wrong.
  public mutating func add(parsing text: String, _ list: ParameterList) throws(ScenarioError) {
    let setting = try Variation(parsing: text, list)
    guard let value = setting.values.first, setting.values.count == 1 else {
      throw ScenarioError("'\(text)': one value is to be set; several are to be varied")
    }
    setting.parameter.set(value, in: &circumstances)
  }
}
