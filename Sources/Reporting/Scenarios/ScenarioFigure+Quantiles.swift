import Plausibility
public import Scenarios

extension ScenarioFigure {
  /// The quantiles of a simulation's answers to one question that is answered by numbers; nil for one answered in words.
  public static func quantiles(
    _ title: String, _ simulation: Simulation, _ samples: [Sweep.Row], measure place: Int,
    bands: [ClaimBand]
  ) -> String? {
    let measure = simulation.measures[place]
    guard let (scale, ends) = scale(of: measure) else { return nil }
    let known = samples.compactMap { sample -> Bounds? in
      switch sample.answers[place] {
      case .moments(let bounds), .seconds(let bounds): bounds
      case .word, .none: nil
      }
    }
    let series = [(\Bounds.low, ends.0, Chart.Style.main), (\Bounds.high, ends.1, .second)].map {
      end, name, style in
      let sorted = known.map { $0[keyPath: end] }.filter { abs($0) < 2.6e11 }.sorted()
      return Chart.Series(
        name: name,
        points: sorted.enumerated().map { index, value in
          (100 * (Double(index) + 0.5) / Double(known.count), scale.inUnits(value))
        }, style: style)
    }.filter { !$0.points.isEmpty }
    let figure = ScenarioFigure(title: title, scale: scale, ends: ends, bands: bands)
    return figure.chart(
      of: series, "\(title): \(measure.name)",
      x: .numbers("% of \(known.count) samples come to no more", holding: [0, 100]), scale
    ).svg
  }
}
