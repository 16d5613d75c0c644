import ClaimReading
import Datasets
import Foundation
import Questions
import Scenarios
import TestSupport
import Travel

/// The built-in data, loaded once.
enum FuzzWorld {
  private static let loaded = Result { try World(folder: DataFolder(path: Repository.geo.path)) }
  private static let read = Result { try ReadQuestion.reader(of: nil, in: loaded.get()) }

  static var world: World {
    get throws { try loaded.get() }
  }

  static var reader: ArticleReader {
    get throws { try read.get() }
  }

  /// A case of a few claims, whose parameters are varied.
  static let caseFile = Array(
    """
    wayproof: 1
    id: andes
    title: Lima to La Paz
    sources: [{id: one, outlet: One, published: 2024-05-02}]
    journeys: [{id: j, mode: road, stops: [{id: a, place: Lima}, {id: b, place: La Paz}]}]
    claims:
      - {id: way, source: one, quote: q, distance: 1500 km, from: Lima, to: La Paz, kind: road}
      - {id: time, source: one, quote: q, duration: about 24 hours, from: start, to: end}

    """.utf8)

  static let article =
    "The bus left Nairobi at 8 a.m. on 2 May 2024 and covered about 485 km to Mombasa in nine hours.\n"
}
