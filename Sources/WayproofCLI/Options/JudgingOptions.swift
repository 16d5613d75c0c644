import Travel
import ArgumentParser
import Casework
import Claims
import Datasets
import Foundation
import Questions
import Railways
import Reporting
import Wording

/// What judging a case file takes from the command line.
struct JudgingOptions: ParsableArguments {
  @OptionGroup var data: DataOptions

  @Option(
    help: """
      An imported network for ways by rail that the built-in kilometrage does not have; may be given \
      several times.
      """)
  var network: [String] = []

  @Option(
    help: "What text, Markdown and HTML are written in: en, or a language of geo/messages.yaml.")
  var language = Language.english.code

  /// How reports are made: in the language that was asked for; those with pictures over the basemap that the user
  /// keeps, where it can be read.
  func style(hasPictures: Bool = false) throws -> ReportStyle {
    let language: Language
    do { language = try data.folder().language(self.language) } catch {
      throw CommandFailure(error)
    }
    var style = ReportStyle(language: language)
    guard hasPictures else { return style }
    do { style.basemap = try DataShelf.own.basemap() } catch {
      Output.error("maps are drawn without a basemap: \(error)")
    }
    return style
  }

  func world() throws -> World {
    var world = try data.world()
    world.tracks = try network.map(DataOptions.network)
    return world
  }

  /// The judged case of a file, or of standard input for `-`.
  func dossier(of path: String, _ world: World) throws(CommandFailure) -> Dossier {
    try dossier(of: try bytes(path), path, world)
  }

  /// The judged case of a file's bytes.
  func dossier(
    of bytes: [UInt8], _ path: String, _ world: World
  ) throws(CommandFailure) -> Dossier {
    do {
      return try Inquiry(world: world).dossier(
        of: try world.caseFile(bytes: bytes, name: name(path)), name: name(path),
        files: folder(path))
    } catch {
      throw CommandFailure(error)
    }
  }

  /// The case of a file, ready to be judged under any circumstances.
  func model(of path: String, _ world: World) throws(CommandFailure) -> CaseModel {
    do {
      return try Inquiry(world: world).model(
        of: try world.caseFile(bytes: try bytes(path), name: name(path)), name: name(path),
        files: folder(path))
    } catch {
      throw CommandFailure(error)
    }
  }

  /// The case file's bytes: the file's own, or those that a report carries along.
  func bytes(_ path: String) throws(CommandFailure) -> [UInt8] {
    let bytes: [UInt8]
    do {
      bytes =
        path == "-"
        ? try StandardInput.bytes(limit: 64 << 20)
        : try DataFolder.bytes(of: URL(fileURLWithPath: path), limit: 64 << 20)
    } catch {
      throw CommandFailure(error)
    }
    guard !bytes.starts(with: Array("wayproof-scenarios:".utf8)) else {
      throw CommandFailure("\(path) is a scenario file; use 'wayproof scenarios \(path)'")
    }
    return EmbeddedCase.bytes(in: bytes) ?? bytes
  }

  private func name(_ path: String) -> String { path == "-" ? "standard input" : path }

  /// Where the files that a case names are looked for.
  private func folder(_ path: String) -> URL? {
    path == "-" ? nil : URL(fileURLWithPath: path).deletingLastPathComponent()
  }
}
