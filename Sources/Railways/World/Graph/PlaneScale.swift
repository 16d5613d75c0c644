import Foundation

/// Metres of a ten thousandth of a degree at a latitude: a plane that is right to a part in a thousand for some
/// kilometres around (WGS 84).
struct PlaneScale {
  let north: Double
  let east: Double

  init(latitude: Double) {
    let phi = min(89.9, max(-89.9, latitude)) * .pi / 180
    let bulge = 1 - 0.006_694_379_990_14 * sin(phi) * sin(phi)
    north = 6_378_137 * (1 - 0.006_694_379_990_14) / (bulge * bulge.squareRoot()) * .pi / 1_800_000
    east = 6_378_137 * cos(phi) / bulge.squareRoot() * .pi / 1_800_000
  }

  func length(_ one: SIMD2<Int>, _ other: SIMD2<Int>) -> Double {
    let step = vector(one, other)
    return (step.x * step.x + step.y * step.y).squareRoot()
  }

  /// Metres to the east and to the north from one point to another, the short way round.
  func vector(_ one: SIMD2<Int>, _ other: SIMD2<Int>) -> SIMD2<Double> {
    var degrees = other.y - one.y
    if degrees > 1_800_000 { degrees -= 3_600_000 }
    if degrees < -1_800_000 { degrees += 3_600_000 }
    return SIMD2(Double(degrees) * east, Double(other.x - one.x) * north)
  }
}
