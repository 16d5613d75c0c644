import Casework
import Questions
import Scenarios
import Travel

extension FuzzTarget {
  /// What scripts ask: scenarios, distributions, conditions.
  static let scenarioTargets = [
    FuzzTarget("scenario-file") { bytes in _ = try ScenarioFile(yaml: bytes, name: "scenarios") },
    FuzzTarget("distribution") { bytes in
      let text = String(decoding: bytes, as: UTF8.self)
      let world = try FuzzWorld.world
      for dimension in [ValueKind.Dimension.distance, .duration, .speed, .count] {
        let kind = ValueKind(name: "it", dimension: dimension, grammar: world.grammar)
        guard let drawn = try? Distribution(parsing: text, of: kind, world.usualProfile) else {
          continue
        }
        for share in [0.001, 0.5, 0.999] where drawn.quantile(share).isNaN {
          violated("'\(text)' has no quantile at \(share)")
        }
      }
    },
    FuzzTarget("condition") { bytes in
      let text = String(decoding: bytes, as: UTF8.self)
      let model = try CheckQuestion(FuzzWorld.caseFile, name: "case").model(in: FuzzWorld.world)
      _ = try? Condition(parsing: text, model)
      _ = try? Measure(parsing: text, model)
      _ = try? Variation(parsing: text, ParameterList(model))
    },
  ]
}
