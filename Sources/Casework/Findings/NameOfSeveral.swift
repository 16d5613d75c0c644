import Claims
public import Gazetteer
import Wording

extension Rules {
  /// A name that several places bear, settled by the case's other places.
  enum NameOfSeveral: CaseRule {
    static let summary =
      "several places bear a name, and the one is taken that fits the case's other places"
    static let threshold =
      "by its name alone another would be meant, or any of them; beside the other places one fits better by far"
    static let basis = "Birmingham is in England and in Alabama, Valencia in Spain and in Venezuela"

    static func findings(_ context: FindingContext) -> [Finding] {
      let finder = context.finder
      return finder.passedOver.sorted { $0.key < $1.key }.compactMap { name, others in
        guard let taken = finder.found(name) else { return nil }
        let rest = others.map { Phrase(term: $0.placed) }.joined(separator: ", ")
        return finding(
          .note,
          """
          "\(name)" is taken to be \(term: taken.placed), and not \(rest); write its id where another is meant
          """)
      }
    }

    /// That a place is meant since the case could not be true of another of its name.
    fileprivate static func finding(_ taken: Place, not other: Place) -> Finding {
      finding(
        .warning,
        """
        "\(term: taken.city.isEmpty ? taken.name : taken.city)" is taken to be \(term: taken.placed): of \(term: other.placed) it could not be true
        """)
    }
  }
}

extension Dossier {
  /// The places of the stops of all journeys, each once.
  public var journeyPlaces: [Place] {
    itineraries.flatMap(\.places).reduce(into: []) { if !$0.contains($1) { $0.append($1) } }
  }

  /// The remarks on names that are taken to mean one place since the case could not be true of another.
  public var settledNames: [Finding] {
    findings.filter { $0.code == Rules.NameOfSeveral.code && $0.severity == .warning }
  }

  /// The same dossier with the remark that a place is meant since the case could not be true of another of its name.
  public func noting(_ taken: Place, not other: Place) -> Dossier {
    adding([Rules.NameOfSeveral.finding(taken, not: other)])
  }
}
