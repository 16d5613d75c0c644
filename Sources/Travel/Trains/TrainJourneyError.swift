public import Gazetteer
public import Railways
public import TrainMotion

/// Why a journey cannot be worked out.
public enum TrainJourneyError: ConditionNaming {
  case unknownTrain(String, known: [String], similar: [String] = [])
  case noWay(ConditionText)
  case place(PlaceNameError)
  case motion(MotionError, train: String)

  public var message: ConditionText {
    switch self {
    case .unknownTrain(let name, let known, let similar):
      similar.isEmpty
        ? "no train is called '\(name)'; there are \(known.joined(separator: ", "))"
        : "no train is called '\(name)'; did you mean \(similar.joined(separator: ", or "))?"
    case .noWay(let message): message
    case .place(let error): "\(error)"
    case .motion(let error, let train): "\(train): \(error)"
    }
  }
}
