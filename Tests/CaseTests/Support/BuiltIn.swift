import Datasets
import Foundation
import TestSupport
import Travel

/// The built-in data, read once for all small cases.
enum BuiltIn {
  private static let loaded = Result { try World(folder: DataFolder(path: Repository.geo.path)) }

  static var world: World {
    get throws { try loaded.get() }
  }
}
