import Foundation
import Quantities
import TestSupport
import Testing

@Suite struct UnitTests {
  @Test func `units are exact`() {
    #expect(LengthUnit.mile.distance(1).meters == 1_609.344)
    #expect(LengthUnit.nauticalMile.distance(1).meters == 1_852)
    #expect(abs(SpeedUnit.milesPerHour.speed(1).kilometersPerHour - 1.609_344) < 1e-12)
    #expect(abs(SpeedUnit.knots.speed(1).kilometersPerHour - 1.852) < 1e-12)
  }

  @Test func `computed values become whole numbers without a trap`() {
    #expect(Int(held: 2.9) == 2 && Int(held: -2.9) == -2 && Int(held: .nan) == 0)
    #expect(Int(held: 1e300) == .max && Int(held: -.infinity) == .min)
    #expect(UInt8(held: 300) == 255 && UInt8(held: -1) == 0 && Int32(held: 0x1p31) == .max)
  }

  /// Where `Quantities` is imported, the compiler sees to it: `Int.init(_: Double)` is deprecated there.
  @Test func `nowhere is a computed number made whole that might be beyond all whole numbers`()
    throws
  {
    // Of settings and clocks that were checked, and of what was compared with the greatest before.
    let checked = ["Application.swift", "RequestLog.swift", "NumberStyle.swift"]
    let unchecked =
      /\bU?Int(8|16|32|64)?\((?!held:|clamping:|exactly:|truncatingIfNeeded:)[^"]*\.rounded\(/
    let sources = Repository.root.appendingPathComponent("Sources")
    let files = FileManager.default.enumerator(at: sources, includingPropertiesForKeys: nil)
    var seen = 0
    for case let file as URL in try #require(files) where file.pathExtension == "swift" {
      let text = try String(contentsOf: file, encoding: .utf8)
      seen += 1
      guard !checked.contains(file.lastPathComponent) else { continue }
      for line in text.split(separator: "\n") where line.contains(unchecked) {
        Issue.record("\(file.lastPathComponent): \(line)")
      }
    }
    #expect(seen > 500)
  }

  @Test func `distance over speed is duration, and nothing traps`() {
    let time = Distance.kilometers(326).duration(at: .kilometersPerHour(60))
    #expect(time.map { abs($0.inSeconds - 326.0 * 60) < 1e-5 } == true)
    #expect(Distance.kilometers(1).duration(at: .metersPerSecond(0)) == nil)
    #expect(Distance.kilometers(1).speed(over: .zero) == nil)
    #expect(Duration.clampedSeconds(.infinity) == .seconds(1_000_000_000_000))
    #expect(Duration.clampedSeconds(.nan) == .zero)
  }

  @Test func `bearings turn round the compass`() {
    #expect(Bearing.degrees(-90).degrees == 270)
    #expect(Bearing.degrees(725).degrees == 5)
    #expect(Bearing.degrees(350).angle(to: .degrees(10)) == 20)
    #expect(Bearing.degrees(10).reversed.degrees == 190)
  }
}
