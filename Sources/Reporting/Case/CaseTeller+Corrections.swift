import Casework
import Claims
import Plausibility
import Wording

extension CaseTeller {
  /// How many corrections of a group are told.
  private static let told = 5

  /// What would mend all conflicts at once, the cheapest first, where that is more than one conflict's repair.
  var corrections: [Story.Block] {
    let groups = dossier.corrections.filter { !$0.list.isEmpty }
    guard dossier.conflicts.count > 1, !groups.isEmpty else { return [] }
    var blocks: [Story.Block] = [
      .heading(level: 2, line("The smallest changes that would make every report consistent"))
    ]
    if groups.count > 1 {
      blocks.append(
        .paragraph(
          line(
            """
            There are \(groups.count) separate problems; each needs its own fix.
            """)))
    }
    blocks.append(
      .paragraph(
        line(
          """
          Ranked by how much they would bend the sources' wording, weighed by the grade of each source; setting a \
          report aside ranks last.
          """, .dim)))
    for (index, group) in groups.enumerated() {
      if groups.count > 1 {
        blocks.append(
          .paragraph(line(index == 0 ? "One of these:" : "And one of these:", .strong)))
      }
      blocks.append(
        .items(
          group.list.prefix(Self.told).map { correction in
            (correctionLine(correction), [])
          }))
      let more = group.list.count + group.more - Self.told
      if more > 0 {
        blocks.append(.paragraph(line("\(more) costlier options are left out.", .dim)))
      }
    }
    return blocks
  }

  func correctionLine(_ correction: Correction) -> Line {
    let parts = correction.parts.map { part -> Line in
      let name = line(name(of: part.member), .strong)
      guard let stretch = part.stretch else {
        return name + line(" set aside", .bad) + line(needed(part), .dim)
      }
      if stretch == .asWorded { return name + line(" without some of what it says", .warning) }
      return name
        + line(
          correction.isExact ? " read at \(stretch.words)" : " read at at least \(stretch.words)",
          part.isWithinLimit ? .warning : .bad)
    }
    let joined = parts.dropFirst().reduce(parts.first ?? Line("")) { $0 + Line("; ") + $1 }
    return joined
  }

  /// Such as `, 8 h 19 and more in its place`.
  private func needed(_ part: Correction.Part) -> Phrase {
    guard let member = dossier.members[part.member], let implication = part.implication else {
      return ""
    }
    let value = member.readings[implication.reading].value
    return " for \(ValueFormat(value, titles).text(implication.implied))"
  }

  /// The words around a claim's figure, or an assumption's or estimate's words.
  private func name(of id: Member.ID) -> Phrase {
    guard let member = dossier.members[id] else { return "\(id)" }
    let claim = member.claim.flatMap { dossier.account(of: $0)?.claim }
    return claim.map { "“\(shortQuote($0, limit: 40))”" } ?? "“\(titles.words(of: id))”"
  }

  /// What members that are no claims would have to be for a conflict to vanish.
  func requirementLines(_ conflict: Conflict) -> [Line] {
    conflict.requirements.compactMap { requirement in
      guard let member = dossier.members[requirement.member], member.origin != .physics else {
        return nil
      }
      let value = member.readings[requirement.implication.reading].value
      let format = ValueFormat(value, titles)
      let text = format.text(requirement.implication.implied)
      let told: Phrase =
        subject(of: value).map { "or \($0) would have to be \(text)" }
        ?? "or would have to be \(text)"
      return line(told)
        + line(readingWords(requirement.implication.others), .dim)
    }
  }

  /// What a constraint speaks of; nil if that has no name.
  func subject(of constraint: Constraint) -> Phrase? {
    switch constraint {
    case .within(let quantity, _): titles.quantities[quantity]
    case .elapsed(.epoch, let event, _): titles.events[event]?.words
    case .elapsed(let start, let end, _):
      "the time from \(titles.events[start]?.words ?? "") to \(titles.events[end]?.words ?? "")"
    default: nil
    }
  }
}
