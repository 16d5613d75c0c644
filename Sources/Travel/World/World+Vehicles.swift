import Datasets
import Gazetteer
public import TrainMotion

extension World {
  /// The train that a case or a person means: by its identifier, by a brand such as `TGV`, or by another usual name;
  /// nil for a name that nobody knows.
  public func train(named name: String) -> TrainModel? {
    if let own = trains.first(where: { $0.id == name }) { return own }
    let key = NameKey(name)
    guard !key.text.isEmpty else { return nil }
    func bears(_ names: [String]) -> Bool { names.contains { NameKey($0) == key } }
    // A brand says more than the names of models, which stand for whole classes of trains.
    if let brand = try? folder.trainBrands().first(where: { bears($0.names) }),
      let model = trains.first(where: { $0.id == brand.model })
    {
      return model.branded(brand)
    }
    return trains.first { bears([$0.name] + $0.names) }
  }
}
