import Travel
import ArgumentParser
import Casework
import Datasets
import Foundation
import Questions
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
  /// keeps, if it can be read.
  func style(hasPictures: Bool = false) throws(CommandFailure) -> ReportStyle {
    let folder = try data.folder()
    var style: ReportStyle
    do { style = try ReportStyle(asked: language, in: folder) } catch {
      throw CommandFailure(error)
    }
    guard hasPictures else { return style }
    do { style.basemap = try DataShelf.own.basemap(or: folder) } catch {
      Output.error("maps are drawn without a basemap: \(error)")
    }
    return style
  }

  func world() throws(CommandFailure) -> World {
    let world = try data.world()
    do { return try NetworkLibrary.any.world(world, with: network) } catch {
      throw CommandFailure(error)
    }
  }

  /// What a file holds, or standard input for `-`, and what it is called.
  func bytes(of path: String) throws(CommandFailure) -> (bytes: [UInt8], name: String) {
    guard path != "-" else {
      return (try StandardInput.bytes(limit: 64 << 20), "standard input")
    }
    guard !path.hasPrefix("http://"), !path.hasPrefix("https://") else {
      throw CommandFailure(
        "\(path): nothing is fetched from the network; save the page in a browser (Ctrl+S) and give the file"
      )
    }
    do {
      return (try DataFolder.bytes(of: URL(fileURLWithPath: path), limit: 64 << 20), path)
    } catch {
      throw CommandFailure(error)
    }
  }

  /// The question about the bytes of a file, or of standard input for `-`.
  private func question(_ path: String, _ bytes: [UInt8]) throws(CommandFailure) -> CheckQuestion {
    do {
      var question = try CheckQuestion(bytes, name: path == "-" ? "standard input" : path)
      question.folder =
        path == "-" ? nil : URL(fileURLWithPath: path).deletingLastPathComponent()
      return question
    } catch {
      throw CommandFailure(error)
    }
  }

  /// The question about a file, or about standard input for `-`.
  func question(_ path: String) throws(CommandFailure) -> CheckQuestion {
    try question(path, bytes(of: path).bytes)
  }

  /// The judged case of a file's bytes.
  func judged(
    _ path: String, _ bytes: [UInt8], _ world: World, texts: String? = nil
  ) throws(CommandFailure) -> JudgedCases.Case {
    var question = try question(path, bytes)
    question.texts = texts.map { URL(fileURLWithPath: $0) }
    do { return try question.answer(in: world) } catch { throw CommandFailure(error) }
  }

  /// The case of a file, ready to be judged under any circumstances.
  func model(of path: String, _ world: World) throws(CommandFailure) -> CaseModel {
    do { return try question(path).model(in: world) } catch { throw CommandFailure(error) }
  }
}
