import Plausibility
import Scenarios

extension ScenarioFigure {
  var heatMap: HeatMap {
    let across = parameters.first
    var (columns, lines, seen) = ([String](), [String](), Set<String>())
    var cells: [String: [String: HeatMap.Cell]] = [:]
    let values = rows.compactMap { row -> Double? in
      if case .bounds(let bounds) = row.datum { return told(bounds) }
      return nil
    }.filter(\.isFinite)
    let (low, high) = (values.min() ?? 0, values.max() ?? 0)
    for row in rows {
      let column = across.map { label(row.values.prefix(1), [$0]) } ?? ""
      let line = label(row.values.dropFirst(), parameters.dropFirst())
      if seen.insert(column).inserted { columns.append(column) }
      if cells[line] == nil { lines.append(line) }
      cells[line, default: [:]][column] = cell(row.datum, low, high)
    }
    let missing = HeatMap.Cell(text: "", shade: .none)
    return HeatMap(
      title: title, xTitle: across?.path ?? "",
      yTitle: parameters.dropFirst().map(\.path).joined(separator: ", "), columns: columns,
      rows: lines,
      cells: lines.map { line in columns.map { cells[line]?[$0] ?? missing } }, key: key(low, high),
      notes: notes)
  }

  /// The words that were answered with their shades, or the shades from the least to the greatest number.
  private func key(_ low: Double, _ high: Double) -> [(shade: HeatMap.Shade, words: String)] {
    if let scale {
      let steps = high > low ? [0, 0.5, 1.0] : [0.5]
      return steps.map { (.value($0 * 0.999), scale.text(low + (high - low) * $0)) }
    }
    let words = rows.compactMap { row -> AnswerWord? in
      if case .word(let word) = row.datum { return word }
      return nil
    }
    return Set(words).sorted { $0.text < $1.text }.map { (HeatMap.Shade($0), $0.text) }
  }

  private func told(_ bounds: Bounds) -> Double { bounds.low.isFinite ? bounds.low : bounds.high }

  private func cell(_ datum: Datum, _ low: Double, _ high: Double) -> HeatMap.Cell {
    switch datum {
    case .word(let word): return HeatMap.Cell(text: word.text, shade: HeatMap.Shade(word))
    case .none: return HeatMap.Cell(text: "–", shade: .none)
    case .bounds(let bounds):
      let value = told(bounds)
      guard value.isFinite, let scale else { return HeatMap.Cell(text: "any", shade: .open) }
      let share = high > low ? (value - low) / (high - low) : 0.5
      let sign = bounds.low.isFinite ? (bounds.high.isFinite ? "" : "≥ ") : "≤ "
      return HeatMap.Cell(
        text: sign + scale.text(value), shade: .value(share * 0.999),
        isClaimed: bands.contains { $0.bounds.low <= value && value <= $0.bounds.high })
    }
  }

  private var notes: [String] {
    guard let scale, !bands.isEmpty else { return [] }
    return bands.map { band in
      let ends = [band.bounds.low, band.bounds.high].map(scale.text)
      let words =
        ends[0].isEmpty
        ? "at most \(ends[1])"
        : ends[1].isEmpty ? "at least \(ends[0])" : "\(ends[0]) to \(ends[1])"
      return "ringed: what the claim \(band.title) allows, \(words)"
    }
  }
}

extension HeatMap.Shade {
  /// The shade of an answer in words.
  init(_ word: AnswerWord) {
    switch word {
    case .verdict(true?), .possible(true?), .claimVerdict(.consistent): self = .good
    case .claimVerdict(.loose), .claimVerdict(.crowFlies), .claimVerdict(.unlikely): self = .fair
    case .verdict(false?), .possible(false?), .claimVerdict(.contradicted),
      .claimVerdict(.disputed):
      self = .bad
    case .verdict(nil), .possible(nil), .claimVerdict(.untested): self = .open
    }
  }
}
