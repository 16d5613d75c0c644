/// What a name as written may stand for. Ambiguity is an answer, never settled by a guess.
public enum PlaceMatch: Hashable, Sendable {
  /// One place bears exactly this name or code.
  case one(Place)
  /// Several do, or the text is only the beginning of their names.
  case several([Place])
  /// None does; these names are the most alike.
  case none(similar: [Place])
}
