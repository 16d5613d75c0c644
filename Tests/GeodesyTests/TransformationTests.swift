import Geodesy
import Testing

@Suite struct TransformationTests {
  @Test func `Vladivostok in UTM zone 52N agrees with pyproj`() throws {
    let transformation = try Transformation(fromEPSG: 4326, toEPSG: 32652)
    let result = transformation.apply(131.881_91, 43.111_21) ?? (.nan, .nan)
    // pyproj 3.8: Transformer.from_crs(4326, 32652, always_xy=True)
    #expect(abs(result.first - 734_482.315) < 0.01)
    #expect(abs(result.second - 4_777_196.536) < 0.01)
  }

  @Test func `an unknown code is refused with PROJ's reason`() {
    do {
      _ = try Transformation(fromEPSG: 4326, toEPSG: 99_999)
      Issue.record("an unknown code was accepted")
    } catch {
      #expect(error.description.contains("EPSG:99999"))
      #expect(error.description.contains("not found"))
    }
  }
}
