/// A set of attributes as it lies in a file: a row of numbers.
struct AttributeRow: BitwiseCopyable, Sendable {
  let name: UInt32
  let number: UInt32
  let country: UInt32
  let voltage: UInt32
  /// Hertz; negative where nobody says.
  let frequency: Float
  let forwardSpeed: UInt16
  let backwardSpeed: UInt16
  let kind: UInt8
  let use: UInt8
  let gauges: UInt8
  let isGaugeAssumed: UInt8
  let electrification: UInt8
  let preference: UInt8
  let basis: UInt8
  let detail: UInt8
  let traffic: UInt8
  /// Rows are a whole number of words.
  private let blank: (UInt8, UInt8, UInt8) = (0, 0, 0)

  init(_ attributes: TrackAttributes, _ table: GaugeTable, _ strings: inout StringTable) {
    name = strings.index(of: attributes.name)
    number = strings.index(of: attributes.number)
    country = strings.index(of: attributes.country)
    voltage = attributes.voltage
    frequency = attributes.frequency ?? -1
    forwardSpeed = attributes.forwardSpeed
    backwardSpeed = attributes.backwardSpeed
    kind = attributes.kind.rawValue
    use = attributes.use.rawValue
    gauges = table.index(of: attributes.gauges)
    isGaugeAssumed = attributes.isGaugeAssumed ? 1 : 0
    electrification = attributes.electrification.rawValue
    preference = attributes.preference.rawValue
    basis = UInt8(KilometrageStatus.allCases.firstIndex(of: attributes.basis) ?? 0)
    detail = attributes.detail.number
    traffic = attributes.traffic.rawValue
  }

  /// The attributes, with strings and gauges looked up.
  func attributes(
    string: (UInt32) -> String, gauges: (UInt8) -> [Gauge]
  ) -> TrackAttributes {
    var result = TrackAttributes()
    result.name = string(name)
    result.number = string(number)
    result.country = string(country)
    result.voltage = voltage
    result.frequency = frequency >= 0 ? frequency : nil
    result.forwardSpeed = forwardSpeed
    result.backwardSpeed = backwardSpeed
    result.kind = TrackAttributes.Kind(rawValue: kind) ?? .rail
    result.use = TrackAttributes.Use(rawValue: use) ?? .unstated
    result.gauges = gauges(self.gauges)
    result.isGaugeAssumed = isGaugeAssumed != 0
    result.electrification = TrackAttributes.Electrification(rawValue: electrification) ?? .unknown
    result.preference = TrackAttributes.Preference(rawValue: preference) ?? .none
    result.traffic = TrackAttributes.Traffic(rawValue: traffic) ?? .unstated
    let bases = KilometrageStatus.allCases
    result.basis = Int(basis) < bases.count ? bases[Int(basis)] : .estimated
    result.detail = NetworkMeta.Detail(number: detail)
    return result
  }
}
