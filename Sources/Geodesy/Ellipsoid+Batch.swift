internal import CPROJ
internal import Parallelism
import Quantities

/// Pairs of points as four columns of degrees, the form in which millions of them are measured.
public struct CoordinatePairs: Sendable {
  var values: [Double]

  /// How many pairs there are.
  public var count: Int { values.count / 4 }

  /// Pairs from rows of latitude, longitude, latitude, longitude in degrees.
  ///
  /// - Throws: `GeodesyError` for the first latitude or longitude that is out of range, or for a
  ///   number of values that four does not divide.
  public init(rows values: [Double]) throws(GeodesyError) {
    guard values.count.isMultiple(of: 4) else { throw .tooFewPoints(values.count) }
    for index in stride(from: 0, to: values.count, by: 2) {
      guard abs(values[index]) <= 90 else { throw .invalidLatitude(values[index]) }
      guard abs(values[index + 1]) <= 540 else { throw .invalidLongitude(values[index + 1]) }
    }
    self.values = values
  }

  /// Pairs of the points of two lists, taken in step; the longer list's rest is left out.
  public init(from starts: [Coordinate], to ends: [Coordinate]) {
    values = []
    values.reserveCapacity(4 * min(starts.count, ends.count))
    for (start, end) in zip(starts, ends) {
      values += [start.latitude, start.longitude, end.latitude, end.longitude]
    }
  }
}

/// The answers of a batch of inverse problems, as columns in the order of the pairs.
public struct GeodesicInverses: Sendable {
  /// The lengths in metres.
  public let meters: [Double]
  /// The directions at the first points, in degrees from -180 to 180.
  public let initialDegrees: [Double]
  /// The directions at the second points, in degrees from -180 to 180.
  public let finalDegrees: [Double]
}

extension Ellipsoid {
  /// The inverse problem for every pair, on all cores.
  ///
  /// - Parameters:
  ///   - pairs: the pairs of points.
  ///   - threads: at most this many cores; nil takes all. The result does not depend on it.
  public func inverse(of pairs: CoordinatePairs, threads: Int? = nil) -> GeodesicInverses {
    let pieces = parallelPieces(of: pairs.count, threads: threads, grain: 256) { range in
      inverseColumns(pairs.values, range)
    }
    if pieces.count == 1, let only = pieces.first { return only }
    func column(_ values: KeyPath<GeodesicInverses, [Double]>) -> [Double] {
      var all: [Double] = []
      all.reserveCapacity(pairs.count)
      for piece in pieces { all.append(contentsOf: piece[keyPath: values]) }
      return all
    }
    return GeodesicInverses(
      meters: column(\.meters), initialDegrees: column(\.initialDegrees),
      finalDegrees: column(\.finalDegrees))
  }

  private func inverseColumns(_ values: [Double], _ range: Range<Int>) -> GeodesicInverses {
    var meters = [Double](repeating: 0, count: range.count)
    var initial = meters
    var final = meters
    withUnsafePointer(to: geodesic) { model in
      values.withUnsafeBufferPointer { values in
        meters.withUnsafeMutableBufferPointer { meters in
          initial.withUnsafeMutableBufferPointer { initial in
            final.withUnsafeMutableBufferPointer { final in
              guard let lengths = meters.baseAddress, let starts = initial.baseAddress,
                let ends = final.baseAddress
              else { return }
              for (slot, pair) in range.enumerated() {
                let base = 4 * pair
                geod_inverse(
                  model, values[base], values[base + 1], values[base + 2], values[base + 3],
                  lengths + slot, starts + slot, ends + slot)
              }
            }
          }
        }
      }
    }
    return GeodesicInverses(meters: meters, initialDegrees: initial, finalDegrees: final)
  }
}
