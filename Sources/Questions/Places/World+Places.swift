import Travel
import Gazetteer

extension World {
  /// The one place that a text stands for.
  func place(_ text: String) throws(QuestionError) -> Place {
    do { return try gazetteer.only(text) } catch { throw QuestionError(error) }
  }
}
