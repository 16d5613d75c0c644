import Datasets
import Foundation
import Quantities
import TestSupport
import Testing
import TrainMotion
import Travel

@Suite struct TrainNameTests {
  private let world: World

  init() throws { world = try World(folder: DataFolder(path: Repository.geo.path)) }

  @Test(arguments: [
    ("TGV", 320, 574.8), ("tgv inoui", 320, 574.8), ("Rajdhani Express", 130, 150),
    ("新幹線", 320, 443), ("Сапсан", 250, 290), ("Acela", 257, 266), ("Indian Pacific", 115, 130),
    ("steam locomotive", 161, 202.8), ("маглев", 431, 603), ("KTX", 305, 421.4),
  ])
  func `a brand has its speed in service and its record`(
    name: String, service: Double, record: Double
  ) throws {
    let train = try #require(world.train(named: name))
    #expect(abs(train.service.kilometersPerHour - service) < 1e-9)
    #expect(abs(train.ceiling.kilometersPerHour - record) < 1e-9)
    #expect(train.best.ceiling <= train.service.metersPerSecond + 1e-9)
  }

  @Test func `an identifier stands for its model, an unknown name for none`() {
    #expect(world.train(named: "high-speed-train")?.id == "high-speed-train")
    #expect(world.train(named: "high speed train")?.id == "high-speed-train")
    #expect(world.train(named: "flying carpet") == nil)
    #expect(world.train(named: "") == nil)
    #expect(world.train(named: "…") == nil)
  }

  @Test func `every brand runs with a model that there is, and no name is borne twice`() throws {
    let brands = try world.folder.trainBrands()
    #expect(brands.count > 50)
    for brand in brands {
      #expect(world.trains.contains { $0.id == brand.model }, "\(brand.names)")
    }
    let names = brands.flatMap(\.names)
    #expect(Set(names).count == names.count)
  }
}
