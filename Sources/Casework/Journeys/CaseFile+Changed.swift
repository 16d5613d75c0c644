import Claims

extension Claim {
  /// The same claim about another subject.
  func with(_ subject: ClaimSubject) -> Claim {
    Claim(
      id: id, source: source, quote: quote, selector: selector, modality: modality,
      subject: subject, note: note, place: place, names: names)
  }

  /// The claim as it would read under some circumstances.
  func under(_ circumstances: Circumstances) -> Claim {
    var subject = subject
    if let number = circumstances.numbers[id] { subject = subject.mapped { $0.with(number) } }
    if let hedge = circumstances.hedges[id] { subject = subject.mapped { $0.with(hedge) } }
    if let zone = circumstances.zones[id] { subject = subject.inZone(zone) }
    return subject == self.subject ? self : with(subject)
  }
}

extension ClaimSubject {
  /// The same with another value, where it has one.
  fileprivate func mapped(_ change: (HedgedValue) -> HedgedValue) -> ClaimSubject {
    switch self {
    case .distance(let value, let from, let to, let kinds):
      .distance(change(value), from: from, to: to, kinds: kinds)
    case .duration(let value, let from, let to): .duration(change(value), from: from, to: to)
    case .speed(let value, let speed): .speed(change(value), speed)
    case .way(let value, let from, let to): .way(change(value), from: from, to: to)
    case .total(let value, let counted, let from, let to):
      .total(change(value), counted, from: from, to: to)
    case .comparison(let said) where said.relation == .more:
      .comparison(
        QuantityComparison(
          relation: said.relation, value: change(said.value), greater: said.greater,
          lesser: said.lesser))
    case .ahead(let value, let from, let to): .ahead(change(value), from: from, to: to)
    case .time, .gauge, .mode, .route, .sighting, .track, .comparison, .stops: self
    }
  }

  fileprivate func inZone(_ zone: String) -> ClaimSubject {
    guard case .time(let expression, let event, _) = self else { return self }
    return .time(expression, event: event, zones: [zone])
  }
}
