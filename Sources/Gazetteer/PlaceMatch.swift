/// What a name as written may stand for. Ambiguity is an answer, never settled in silence.
public enum PlaceMatch: Hashable, Sendable {
  /// One place bears exactly this name or code.
  case one(Place)
  /// Several bear it, of which one is so much the greatest that nobody would mean another without saying so.
  case likely(Place, others: [Place])
  /// Several do, or the text is only the beginning of their names.
  case several([Place])
  /// None does; these names are the most alike.
  case none(similar: [Place])
}
