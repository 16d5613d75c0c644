import Claims
import Datasets
import Foundation
import Gazetteer
import PositionTracks
import Quantities

extension CaseJudging {
  /// The greatest size of a track's file, in bytes.
  private static let sizeLimit = 256 << 20

  /// The tracks that a case's claims name, by their files; what is wrong with one is a problem of its claim.
  func tracks(
    of caseFile: CaseFile, in files: URL?, _ finder: inout PlaceFinder
  ) -> [String: PositionTrack] {
    var tracks: [String: PositionTrack] = [:]
    for claim in caseFile.claims {
      guard case .track(let said) = claim.subject else { continue }
      do {
        let track = try tracks[said.file] ?? track(said.file, in: files)
        tracks[said.file] = track
        let stops = caseFile.journeys.first { $0.id == said.journey }?.stops ?? []
        let places = stops.compactMap { finder.found($0.name) }
        // What is said of a place that nobody knows is said already.
        guard !stops.isEmpty, places.count == stops.count,
          places.passings(of: track, error: .meters(said.radius)).allSatisfy({ $0 == nil })
        else { continue }
        finder.problems.append(
          DocumentProblem(
            position: claim.place,
            message: "the track '\(said.file)' comes to no stop of its journey; "
              + places.nearest(to: track)))
      } catch {
        finder.problems.append(DocumentProblem(position: claim.place, message: "\(error)"))
      }
    }
    return tracks
  }

  private func track(_ file: String, in files: URL?) throws -> PositionTrack {
    guard let files else { throw Unreadable(file: file) }
    let url =
      file.hasPrefix("/") ? URL(fileURLWithPath: file) : files.appendingPathComponent(file)
    return try PositionTrack(
      bytes: try DataFolder.bytes(of: url, limit: Self.sizeLimit), name: file)
  }

  private struct Unreadable: Error, CustomStringConvertible {
    let file: String
    var description: String {
      "the track '\(file)' cannot be read: a case that is no file of its own has no folder to look in"
    }
  }
}

extension [Place] {
  /// Such as `it is 3 km from Khasan at the nearest`.
  fileprivate func nearest(to track: PositionTrack) -> String {
    let distances = compactMap { place in
      place.coordinate.map { (place.name, track.nearest(to: $0)) }
    }
    guard let nearest = distances.min(by: { $0.1 < $1.1 }) else { return "no stop has a position" }
    return
      "it is \(Int(held: nearest.1.kilometers.rounded(.up))) km from \(nearest.0) at the nearest"
  }
}
