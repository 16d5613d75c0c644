import Travel
public import Gazetteer

/// Which places a name, a code, a coordinate or the beginning of a name stands for.
public struct PlaceQuestion: Sendable {
  public var name: String

  public init(name: String) { self.name = name }

  /// - Throws: `QuestionError` for a name that is unknown, with similar ones.
  public func answer(in gazetteer: Gazetteer) throws(QuestionError) -> [Place] {
    let match: PlaceMatch
    do { match = try gazetteer.match(name) } catch { throw QuestionError(error) }
    switch match {
    case .one(let place): return [place]
    case .likely(let place, let others): return [place] + others
    case .several(let places): return places
    case .none(let similar):
      throw QuestionError(PlaceNameError.unknown(name, similar: similar))
    }
  }
}
