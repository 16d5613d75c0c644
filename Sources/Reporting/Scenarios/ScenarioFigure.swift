import Chronology
import Plausibility
public import Scenarios
import Casework

/// Scenarios as a picture: lines where one number is varied, a heat map elsewhere, with what the claims say as bands.
public struct ScenarioFigure: Sendable {
  /// What one scenario comes to.
  enum Datum: Sendable {
    case word(AnswerWord)
    /// In SI, or seconds since 1970.
    case bounds(Bounds)
    case none
  }

  /// What the numbers are.
  enum Scale: Sendable {
    case moments(Zone)
    /// Numbers in a unit, with the size of that unit in SI and the decimals that are shown.
    case numbers(unit: String, size: Double, decimals: Int)

    func text(_ value: Double) -> String {
      guard value.isFinite else { return "" }
      switch self {
      case .moments(let zone):
        let (date, second) = zone.local(Instant(secondsSinceEpoch: (value / 60).rounded() * 60))
        return "\(date.day) \(Numbers.month(date.month)) \(Numbers.clock(second))"
      case .numbers(_, let size, let decimals): return Numbers.shortest(value / size, decimals)
      }
    }

    func axis(_ title: String, holding values: [Double], fits: Bool) -> Axis {
      switch self {
      case .moments(let zone): .moments(title, holding: values, zone: zone, fits: fits)
      case .numbers(let unit, _, _):
        .numbers("\(title) (\(unit))", holding: values.map(inUnits), fits: fits)
      }
    }

    /// A value in what its axis counts.
    func inUnits(_ value: Double) -> Double {
      switch self {
      case .moments: value
      case .numbers(_, let size, _): value / size
      }
    }
  }

  let title: String
  let parameters: [CaseParameter]
  let rows: [(values: [ParameterValue?], datum: Datum)]
  let scale: Scale?
  /// What the two ends of a number are called.
  let ends: (String, String)
  let bands: [ClaimBand]

  /// The answers to one of a sweep's questions.
  public init(
    _ title: String, _ sweep: Sweep, _ rows: [Sweep.Row], measure place: Int, bands: [ClaimBand]
  ) {
    let measure = sweep.measures[place]
    self.title = "\(title): \(measure.name)"
    parameters = sweep.variations.map(\.parameter)
    self.rows = rows.map { row in
      switch row.answers[place] {
      case .word(let word): (row.values, .word(word))
      case .moments(let bounds), .seconds(let bounds): (row.values, .bounds(bounds))
      case .none: (row.values, .none)
      }
    }
    let known = Self.scale(of: measure)
    scale = known?.scale
    ends = known?.ends ?? ("", "")
    self.bands = bands
  }

  init(title: String, scale: Scale, ends: (String, String), bands: [ClaimBand]) {
    self.title = title
    self.scale = scale
    self.ends = ends
    self.bands = bands
    parameters = []
    rows = []
  }

  /// What a measure's numbers are, and what their ends are called; nil for words.
  static func scale(of measure: Measure) -> (scale: Scale, ends: (String, String))? {
    switch measure.form {
    case .word: nil
    case .moments: (.moments((try? Zone(measure.zone)) ?? .utc), ("earliest", "latest"))
    case .seconds: (.numbers(unit: "h", size: 3_600, decimals: 1), ("least", "most"))
    }
  }

  /// The values of a parameter that some condition needs; of several stretches the first.
  public init(
    _ title: String, _ parameter: CaseParameter, for condition: Condition,
    _ variations: [Variation],
    _ rows: [(values: [ParameterValue?], solution: Solution)], bands: [ClaimBand]
  ) {
    self.title = "\(title): \(parameter.path) for \(condition.text)"
    parameters = variations.map(\.parameter)
    self.rows = rows.map { values, solution in
      guard let first = solution.stretches.first else { return (values, .none) }
      return (
        values,
        .bounds(
          Bounds(
            first.beginsOpen ? -.infinity : first.bounds.low,
            first.endsOpen ? .infinity : first.bounds.high))
      )
    }
    scale = parameter.scale
    ends = ("at least", "at most")
    self.bands = bands
  }

  /// As SVG.
  ///
  /// - Parameter lines: whether a line is wanted for each value of the last parameter, in place of a heat map.
  public func svg(lines: Bool) -> String {
    let isOverNumbers = parameters.first?.scale != nil && rows.count > 1
    if scale != nil, isOverNumbers, parameters.count == 1 || lines, let chart { return chart.svg }
    return heatMap.svg
  }

  // MARK: Lines

  private var chart: Chart? {
    guard let across = parameters.first, let xScale = across.scale, let scale else { return nil }
    var order: [String] = []
    var groups: [String: [(x: Double, bounds: Bounds)]] = [:]
    for row in rows {
      guard case .number(let x)?? = row.values.first, case .bounds(let bounds) = row.datum else {
        continue
      }
      let name = label(row.values.dropFirst(), parameters.dropFirst())
      if groups[name] == nil { order.append(name) }
      groups[name, default: []].append((xScale.inUnits(x), bounds))
    }
    let styles = Chart.Style.allCases.filter { $0 != .limit }
    var series: [Chart.Series] = []
    for name in order {
      let points = groups[name] ?? []
      for (end, word) in [(\Bounds.low, ends.0), (\Bounds.high, ends.1)] {
        let known = points.filter {
          $0.bounds[keyPath: end].isFinite && abs($0.bounds[keyPath: end]) < 2.6e11
        }
        guard !known.isEmpty else { continue }
        series.append(
          Chart.Series(
            name: [name, word].filter { !$0.isEmpty }.joined(separator: ", "),
            points: known.map { ($0.x, scale.inUnits($0.bounds[keyPath: end])) },
            style: styles[series.count % styles.count]))
      }
    }
    guard !series.isEmpty else { return nil }
    let xs = rows.compactMap { row -> Double? in
      if case .number(let x)?? = row.values.first { return x }
      return nil
    }
    return chart(
      of: series, title, x: xScale.axis(across.path, holding: xs, fits: true), scale)
  }

  /// A chart of series with the claims as bands.
  func chart(of series: [Chart.Series], _ title: String, x: Axis, _ scale: Scale) -> Chart {
    let told = series.flatMap { $0.points.map(\.y) }
    return Chart(
      title: title, x: x, y: axis(holding: told + bandEnds(near: told, scale), scale),
      series: series,
      bands: bands.map { band in
        Chart.Band(
          name: band.title, low: scale.inUnits(band.bounds.low),
          high: scale.inUnits(band.bounds.high))
      })
  }

  /// The ends of bands that lie within twice the values' own spread, with a little room to show which side is meant.
  private func bandEnds(near values: [Double], _ scale: Scale) -> [Double] {
    let (low, high) = (values.min() ?? 0, values.max() ?? 0)
    let spread = max(high - low, 1e-9)
    let near = (low - 2 * spread)...(high + 2 * spread)
    return bands.flatMap { band in
      [(band.bounds.low, 1.0), (band.bounds.high, -1.0)].flatMap { end, inwards -> [Double] in
        let value = scale.inUnits(end)
        return near.contains(value) ? [value, value + inwards * spread / 10] : []
      }
    }
  }

  private func axis(holding values: [Double], _ scale: Scale) -> Axis {
    switch scale {
    case .moments(let zone): .moments(zone.cityName, holding: values, zone: zone)
    case .numbers(let unit, _, _): .numbers(unit, holding: values)
    }
  }

  func label(
    _ values: some Collection<ParameterValue?>, _ parameters: some Collection<CaseParameter>
  ) -> String {
    zip(parameters, values).map { parameter, value in
      switch (value, parameter.scale) {
      case (.number(let number), let scale?):
        scale.text(number) + (scale.unit.isEmpty ? "" : " " + scale.unit)
      default: parameter.text(value)
      }
    }.joined(separator: ", ")
  }
}

extension ScenarioFigure.Scale {
  /// What stands behind a number; blank for moments.
  fileprivate var unit: String {
    if case .numbers(let unit, _, _) = self { return unit }
    return ""
  }
}

extension CaseParameter {
  /// What its numbers are; nil where it takes words.
  fileprivate var scale: ScenarioFigure.Scale? {
    switch dimension {
    case .speed, .wind: .numbers(unit: "km/h", size: 1 / 3.6, decimals: 1)
    case .distance: .numbers(unit: "km", size: 1_000, decimals: 1)
    case .duration: .numbers(unit: "h", size: 3_600, decimals: 1)
    case .count: .numbers(unit: "", size: 1, decimals: 0)
    case .moment(let clock): .moments((try? Zone(clock.zone)) ?? .utc)
    case .choice, .place: nil
    }
  }
}

extension ClaimBand {
  var title: String {
    reading.isEmpty ? "“\(claim)”" : "“\(claim)”, \(reading)"
  }
}
