public import Datasets
import Yams

/// What hedge words do to a number: a named, versioned table.
public struct HedgeProfile: Hashable, Sendable {
  /// Shares of a number between which half a grain is held.
  public struct Share: Hashable, Sendable {
    public let least: Double
    public let most: Double

    func held(_ half: Double, of value: Double) -> Double {
      min(max(half, abs(value) * least), abs(value) * most)
    }
  }

  /// A count that words such as "a few" stand for.
  public struct Count: Hashable, Sendable {
    public let lower: Double
    public let upper: Double?
  }

  /// The profile of cases that name none.
  public static let defaultName = "default-1"

  public let name: String
  public let version: Int
  public let bareShare: Share
  public let aboutShare: Share
  /// Minutes by which "about" widens a clock time: the largest that divides the printed time.
  public let aboutClockMinutes: [Int]
  public let couple: Count
  public let few: Count
  public let several: Count
  public let plural: Count
  /// How far off "near" reaches, in kilometres.
  public let nearKilometers: Double
  /// Up to this factor a widened figure counts as stretched.
  public let stretchFactorLimit: Double
  /// Up to this relative shift a moved bound counts as stretched.
  public let oneSidedLimit: Double
  /// Up to this many hours a side a widened window counts as stretched.
  public let windowLimitHours: Double
}

extension DataFolder {
  /// The hedge profile of `hedges/NAME.yaml`.
  ///
  /// - Throws: `DatasetError` where the file is missing or a field is no number.
  public func hedgeProfile(named name: String = HedgeProfile.defaultName)
    throws(DatasetError) -> HedgeProfile
  {
    let path = "hedges/\(name).yaml"
    let bytes = try DataFolder.bytes(of: file(path), limit: 1 << 20)
    guard let text = String(validating: bytes, as: UTF8.self),
      let node = try? Yams.compose(yaml: text), let profile = HedgeProfile(node: node)
    else {
      throw .malformed(
        file: "geo/" + path, line: 1, column: 1,
        message: "this is no hedge profile; compare it with hedges/\(HedgeProfile.defaultName).yaml"
      )
    }
    return profile
  }
}

extension HedgeProfile {
  fileprivate init?(node: Node) {
    guard let name = node["name"]?.string, let version = node["version"]?.int,
      let bare = Share(node["bare_round_share"]), let about = Share(node["about_share"]),
      let minutes = node["about_clock_minutes"]?.sequence?.compactMap(\.int), !minutes.isEmpty,
      minutes.allSatisfy({ (1...60).contains($0) }),
      let couple = Count(node["couple"]), let few = Count(node["few"]),
      let several = Count(node["several"]), let plural = Count(node["plural"]),
      let near = node["near_km"]?.float, near > 0, near <= 1_000,
      let factor = node["stretch_factor_limit"]?.float, factor >= 1,
      let share = node["one_sided_limit_share"]?.float, share >= 0,
      let hours = node["window_limit_hours"]?.float, hours >= 0
    else { return nil }
    self.init(
      name: name, version: version, bareShare: bare, aboutShare: about,
      aboutClockMinutes: minutes, couple: couple, few: few, several: several, plural: plural,
      nearKilometers: near, stretchFactorLimit: factor, oneSidedLimit: share,
      windowLimitHours: hours)
  }
}

extension HedgeProfile.Share {
  fileprivate init?(_ node: Node?) {
    guard let values = node?.sequence, values.count == 2, let least = values[0].float,
      let most = values[1].float, 0 <= least, least <= most, most < 1
    else { return nil }
    self.init(least: least, most: most)
  }
}

extension HedgeProfile.Count {
  fileprivate init?(_ node: Node?) {
    guard let values = node?.sequence, values.count == 2, let lower = values[0].float else {
      return nil
    }
    self.init(lower: lower, upper: values[1].float)
  }
}
