import Casework
import Claims
import Plausibility
import Wording

extension CaseTeller {
  /// The smallest changes that would let every report stand, the gravest first; nil if all can.
  ///
  /// - Parameter limit: how many reports of one sort are named; further ones are counted.
  func explanation(naming limit: Int = .max) -> Phrase? {
    let cheapest = dossier.corrections.compactMap(\.list.first)
    let parts = cheapest.flatMap(\.parts)
    guard !parts.isEmpty else { return nil }
    let claims = parts.filter { dossier.members[$0.member]?.claim != nil }
    let wrong = claims.filter { $0.stretch == nil || !$0.isWithinLimit }.map(name)
    let loose = claims.filter { $0.stretch != nil && $0.isWithinLimit }.map(name)
    let given = parts.filter { dossier.members[$0.member]?.claim == nil }.map(name)
    var clauses: [Phrase] = []
    if !wrong.isEmpty {
      let names = listed(wrong, limit)
      clauses.append(wrong.count == 1 ? "\(names) is wrong" : "\(names) are wrong")
    }
    if !loose.isEmpty {
      let names = listed(loose, limit)
      clauses.append(
        loose.count == 1 ? "\(names) was loosely worded" : "\(names) were loosely worded")
    }
    if !given.isEmpty {
      clauses.append("this assumption fails: \(listed(given, limit))")
    }
    return clauses.joined(separator: "; ")
  }

  private func name(_ part: Correction.Part) -> Phrase {
    let member = dossier.members[part.member]
    guard let id = member?.claim, let claim = dossier.account(of: id)?.claim else {
      return titles.words(of: part.member)
    }
    return "“\(shortQuote(claim, limit: 40))”"
  }

  /// Such as `A, B and C`, or `A, B and 2 more`.
  func listed(_ phrases: [Phrase], _ limit: Int = .max) -> Phrase {
    let more = phrases.count - limit
    // One more is named as shortly as it is counted.
    if more > 1 { return "\(phrases.prefix(limit).joined(separator: ", ")) and \(more) more" }
    guard let last = phrases.last, phrases.count > 1 else { return phrases.first ?? "" }
    return "\(phrases.dropLast().joined(separator: ", ")) and \(last)"
  }

  /// What had to be assumed, in a few words; nil if nothing was.
  var assumed: Phrase? {
    let assumptions = dossier.members.values.filter { $0.origin == .assumption }
      .sorted { $0.id < $1.id }.map { titles.words(of: $0.id) }
    guard !assumptions.isEmpty else { return nil }
    let shown = assumptions.prefix(2).joined(separator: "; ")
    let more = assumptions.count - 2
    return more > 0 ? "\(shown); and \(more) more" : shown
  }
}
