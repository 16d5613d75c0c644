import Travel
import Gazetteer
import Quantities

extension World {
  /// The one place that a text stands for.
  func place(_ text: String) throws(QuestionError) -> Place {
    do { return try gazetteer.only(text) } catch { throw QuestionError(error) }
  }

  /// The places that texts stand for which are asked about together.
  func places(_ texts: [String], by mode: TravelMode? = nil) throws(QuestionError) -> [Place] {
    do { return try gazetteer.only(texts, by: mode) } catch { throw QuestionError(error) }
  }
}
