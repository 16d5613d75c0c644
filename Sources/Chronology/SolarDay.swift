import FoundationEssentials

#if canImport(Glibc)
  import Glibc
#endif

/// The sun of one day at one place: when it rises and sets, and when it is dark.
///
/// After J. Meeus, Astronomical Algorithms, 2nd ed. (1998), chapters 15 and 25 (the sun to 0.01°). The equation is
/// solved again at each moment found, so that times are good to a few seconds below 60° of latitude; refraction, which
/// the weather changes, may move a real sunrise by a minute or two.
public struct SolarDay: Hashable, Sendable {
  /// How high the centre of the sun is.
  public enum Altitude: Double, CaseIterable, Sendable {
    /// The upper edge touches the horizon, with 34' of refraction and 16' of the disc.
    case horizon = -0.833
    /// The end of civil twilight: outdoor work needs lamps.
    case civil = -6
    /// The end of nautical twilight: the sea's horizon is gone.
    case nautical = -12
    /// The end of astronomical twilight: as dark as it gets.
    case astronomical = -18
  }

  /// What the sun does at an altitude on a day.
  public enum Passage: Hashable, Sendable {
    /// It comes up through it and goes down through it.
    case both(rising: Instant, setting: Instant)
    /// It stays above all day: polar day, or a white night.
    case alwaysAbove
    /// It stays below all day: polar night.
    case alwaysBelow
  }

  /// Degrees, north positive.
  public let latitude: Double
  /// Degrees, east positive.
  public let longitude: Double
  public let date: CivilDate

  /// - Parameters:
  ///   - latitude: degrees, -90 to 90.
  ///   - longitude: degrees, -180 to 180.
  ///   - date: the day by the sun of the place, which is the day by its clocks wherever noon is not at midnight.
  public init(latitude: Double, longitude: Double, date: CivilDate) {
    self.latitude = min(90, max(-90, latitude.isFinite ? latitude : 0))
    self.longitude = min(180, max(-180, longitude.isFinite ? longitude : 0))
    self.date = date
  }

  /// When the sun is highest.
  public var noon: Instant {
    let mean = Instant(
      secondsSinceEpoch: Double(date.dayNumber) * 86_400 + 43_200 - longitude * 240)
    // The sun is ahead of the mean sun by the equation of time, which changes by half a minute a day at the most.
    let first = mean.advanced(bySeconds: -Sun(at: mean).equationOfTime)
    return mean.advanced(bySeconds: -Sun(at: first).equationOfTime)
  }

  /// When the sun passes an altitude in the morning and in the evening.
  public func passage(_ altitude: Altitude) -> Passage {
    let noon = noon
    guard let rising = moment(altitude, side: -1, of: noon),
      let setting = moment(altitude, side: 1, of: noon)
    else {
      return Sun(at: noon).altitudeAtNoon(latitude) > altitude.rawValue
        ? .alwaysAbove : .alwaysBelow
    }
    return .both(rising: rising, setting: setting)
  }

  /// The passage before (-1) or after (1) noon, found by going back and forth between the hour angle and the
  /// declination of that hour; nil where the sun does not pass.
  private func moment(_ altitude: Altitude, side: Double, of noon: Instant) -> Instant? {
    var moment = noon
    for _ in 0..<Self.rounds {
      let sun = Sun(at: moment)
      guard let angle = sun.hourAngle(at: altitude.rawValue, latitude) else { return nil }
      // The hour angle is counted from the noon of that moment's equation of time.
      let here = noon.advanced(
        bySeconds: Sun(at: noon).equationOfTime - sun.equationOfTime)
      moment = here.advanced(bySeconds: side * angle * 240)
    }
    return moment
  }

  private static let rounds = 6
}

/// Where the sun is among the stars at a moment.
private struct Sun {
  /// Degrees north of the equator.
  let declination: Double
  /// Seconds by which the sun is ahead of the mean sun.
  let equationOfTime: Double

  /// Meeus chapter 25, low accuracy, and chapter 28 for the equation of time.
  init(at instant: Instant) {
    // Clocks of dynamical time are about a minute ahead, in which the sun moves 0.0007°.
    let centuries = (instant.secondsSinceEpoch / 86_400 + 2_440_587.5 - 2_451_545) / 36_525
    let mean = 280.46646 + centuries * (36_000.76983 + centuries * 0.0003032)
    let anomaly = 357.52911 + centuries * (35_999.05029 - centuries * 0.0001537)
    let centre =
      (1.914602 - centuries * (0.004817 + centuries * 0.000014)) * sine(anomaly)
      + (0.019993 - 0.000101 * centuries) * sine(2 * anomaly) + 0.000289 * sine(3 * anomaly)
    let node = 125.04 - 1934.136 * centuries
    let longitude = mean + centre - 0.00569 - 0.00478 * sine(node)
    let obliquity = 23.439291 - 0.0130042 * centuries + 0.00256 * cosine(node)
    declination = degrees(asin(sine(obliquity) * sine(longitude)))
    let ascension = degrees(atan2(cosine(obliquity) * sine(longitude), cosine(longitude)))
    // Nutation in longitude, seen along the equator.
    let nutation = -0.00478 * sine(node) * cosine(obliquity)
    let ahead = (mean - 0.0057183 - ascension + nutation).remainder(dividingBy: 360)
    equationOfTime = ahead * 240
  }

  func altitudeAtNoon(_ latitude: Double) -> Double { 90 - abs(latitude - declination) }

  /// Degrees from noon at which it passes an altitude; nil where it does not.
  func hourAngle(at altitude: Double, _ latitude: Double) -> Double? {
    let shape =
      (sine(altitude) - sine(latitude) * sine(declination))
      / (cosine(latitude) * cosine(declination))
    guard (-1...1).contains(shape) else { return nil }
    return degrees(acos(shape))
  }
}

private func sine(_ degrees: Double) -> Double { sin(degrees * .pi / 180) }
private func cosine(_ degrees: Double) -> Double { cos(degrees * .pi / 180) }
private func degrees(_ radians: Double) -> Double { radians * 180 / .pi }
