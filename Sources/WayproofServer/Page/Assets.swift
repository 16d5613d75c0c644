import Datasets
import Foundation
import Hummingbird
import Questions
import Reporting

extension Page {
  private static let name = Parameter("name", "The file.", example: "page.js").in(.path)
  private static let part = Parameter("part", "A file of that folder.", example: "atlas.js")
    .in(.path)

  private static let script = "text/javascript; charset=utf-8"
  private static let style = "text/css; charset=utf-8"
  private static let picture = "image/svg+xml"

  /// What lies beside the page, and its parts by their folders.
  private static let files: [String: (bytes: [UInt8], type: String)] = [
    "main.js": (PackageResources.main_js, script),
    "early.js": (PackageResources.early_js, script),
    "page.css": (PackageResources.page_css, style),
    "board.css": (PackageResources.board_css, style),
    "fields.css": (PackageResources.fields_css, style),
    "mark.svg": (PackageResources.mark_svg, picture),
    "base/elements.js": (PackageResources.elements_js, script),
    "base/gestures.js": (PackageResources.gestures_js, script),
    "base/history.js": (PackageResources.history_js, script),
    "base/icons.js": (PackageResources.icons_js, script),
    "base/selection.js": (PackageResources.selection_js, script),
    "base/service.js": (PackageResources.service_js, script),
    "base/store.js": (PackageResources.store_js, script),
    "base/words.js": (PackageResources.words_js, script),
    "edit/claimform.js": (PackageResources.claimform_js, script),
    "edit/events.js": (PackageResources.events_js, script),
    "edit/journeys.js": (PackageResources.journeys_js, script),
    "edit/mistakes.js": (PackageResources.mistakes_js, script),
    "edit/places.js": (PackageResources.places_js, script),
    "edit/stops.js": (PackageResources.stops_js, script),
    "map/atlas.js": (PackageResources.atlas_js, script),
    "map/canvas.js": (PackageResources.canvas_js, script),
    "map/labels.js": (PackageResources.labels_js, script),
    "map/land.js": (PackageResources.land_js, script),
    "map/legend.js": (PackageResources.legend_js, script),
    "map/pictures.js": (PackageResources.pictures_js, script),
    "map/projection.js": (PackageResources.projection_js, script),
    "read/articles.js": (PackageResources.articles_js, script),
    "read/confirm.js": (PackageResources.confirm_js, script),
    "read/modeless.js": (PackageResources.modeless_js, script),
    "read/ties.js": (PackageResources.ties_js, script),
    "read/unread.js": (PackageResources.unread_js, script),
    "share/exports.js": (PackageResources.exports_js, script),
    "share/share.js": (PackageResources.share_js, script),
    "share/titlebar.js": (PackageResources.titlebar_js, script),
    "start/asking.js": (PackageResources.asking_js, script),
    "start/cases.js": (PackageResources.cases_js, script),
    "start/examples.js": (PackageResources.examples_js, script),
    "start/opening.js": (PackageResources.opening_js, script),
    "start/start.js": (PackageResources.start_js, script),
    "time/axis.js": (PackageResources.axis_js, script),
    "time/timeline.js": (PackageResources.timeline_js, script),
    "verdict/banner.js": (PackageResources.banner_js, script),
    "verdict/board.js": (PackageResources.board_js, script),
    "verdict/cards.js": (PackageResources.cards_js, script),
    "verdict/claims.js": (PackageResources.claims_js, script),
    "verdict/points.js": (PackageResources.points_js, script),
    "verdict/scale.js": (PackageResources.scale_js, script),
    "verdict/story.js": (PackageResources.story_js, script),
    "verdict/suppose.js": (PackageResources.suppose_js, script),
    "verdict/tipping.js": (PackageResources.tipping_js, script),
    "words/en.js": (PackageResources.en_js, script),
    "words/ko.js": (PackageResources.ko_js, script),
    "words/ru.js": (PackageResources.ru_js, script),
  ]

  static let asset = Endpoint(
    method: .get, path: "/assets/{name}", summary: "A part of the page.", parameters: [name],
    successes: []
  ) { call in try file(try call.arguments.required("name")) }

  static let partAsset = Endpoint(
    method: .get, path: "/assets/{name}/{part}", summary: "A part of the page, of a folder.",
    parameters: [name, part], successes: []
  ) { call in
    let (folder, name) = (
      try call.arguments.required("name"), try call.arguments.required("part")
    )
    return try file("\(folder)/\(name)")
  }

  static let favicon = Endpoint(
    method: .get, path: "/favicon.ico", summary: "The mark.", successes: []
  ) { _ in Answer.bytes(PackageResources.mark_svg, picture) }

  private static func file(_ name: String) throws(Problem) -> Response {
    guard let file = files[name] else {
      throw Problem(.notFound, "there is no '\(name.prefix(60))' here")
    }
    return Answer.bytes(file.bytes, file.type)
  }
}
