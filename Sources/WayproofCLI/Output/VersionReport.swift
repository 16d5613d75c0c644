import CBoostMath
import CHTML
import CMark
import COsmium
import CPROJ
import CZip
import CZlib
import Datasets
import Foundation
import Gazetteer
import Reporting

/// What the program was made with and what it answers from, for a report of a fault or a bill of materials:
/// `wayproof --version --verbose`.
enum VersionReport {
  /// Whether arguments ask for it.
  static func isAsked(by arguments: [String]) -> Bool {
    Set(arguments) == ["--version", "--verbose"]
  }

  static var text: String {
    let width = 14
    let system = [("system", ProcessInfo.processInfo.operatingSystemVersionString)]
    let lines = (system + libraries + data)
      .map { name, value in name.padding(toLength: width, withPad: " ", startingAt: 0) + value }
    return ([ProgramVersion.name] + lines).joined(separator: "\n") + "\n"
  }

  /// The libraries, as they themselves say their versions.
  private static var libraries: [(String, String)] {
    [
      ("PROJ", String(cString: proj_info().version)),
      ("time zones", TimeZone.timeZoneDataVersion),
      ("SQLite", PlaceDatabase.libraryVersion ?? "unknown"),
      ("libxml2", String(cString: html_library_version())),
      ("cmark", String(cString: cmark_version_string())),
      ("libzip", String(cString: zip_libzip_version())),
      ("zlib", String(cString: zlibVersion())),
      ("libosmium", String(cString: cosmium_version())),
      ("Boost", String(cString: cboostmath_version()).replacing("_", with: ".")),
    ]
  }

  /// The data folder and its digest, by which answers can be made again.
  private static var data: [(String, String)] {
    do throws(DatasetError) {
      let folder = try DataFolder.locate(explicit: nil)
      return [("data", folder.url.path), ("SHA-256", try folder.digest())]
    } catch {
      return [("data", "\(error)")]
    }
  }
}
