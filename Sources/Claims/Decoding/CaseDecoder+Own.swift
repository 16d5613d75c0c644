import Datasets
import Quantities
import Yams

extension CaseDecoder {
  mutating func vehicle(_ node: Node) -> OwnVehicle? {
    guard
      let fields = YAMLFields(
        node, name: "a vehicle",
        known: ["id", "name", "mode", "greatest", "usual", "altitude", "range", "source"],
        problems: &problems),
      let id = fields.identifier("id", &problems),
      let modeText = fields.required("mode", &problems), let mode = mode(modeText, fields)
    else { return nil }
    let greatest = positive(fields, "greatest", as: .speed)
    let usual = positive(fields, "usual", as: .speed)
    if greatest == nil, usual == nil {
      report("the vehicle '\(id)' needs a speed: 'greatest', 'usual' or both", at: fields.position)
    }
    for key in ["altitude", "range"] where fields.has(key) && mode != .air {
      report("only a vehicle by air has '\(key)'", at: fields.position(of: key))
    }
    let name = fields.optional("name", &problems)
    return OwnVehicle(
      id: id, name: name.isEmpty ? id : name, mode: mode, greatest: greatest, usual: usual,
      altitude: positive(fields, "altitude", as: .distance),
      range: positive(fields, "range", as: .distance),
      source: fields.optional("source", &problems), place: fields.position)
  }

  mutating func positive(
    _ fields: YAMLFields, _ key: String, as dimension: ValueUnit.Dimension
  ) -> HedgedValue? {
    guard fields.has(key), let value = value(fields, key, as: dimension) else { return nil }
    guard value.number.value > 0 else {
      report("'\(key)' is more than nothing", at: fields.position(of: key))
      return nil
    }
    return value
  }
}
