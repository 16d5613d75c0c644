extension String {
  /// Text in which nothing is markup, for HTML and XML, without control characters and marks of direction.
  var escapedForMarkup: String {
    var result = ""
    for character in onOneLine {
      switch character {
      case "<": result += "&lt;"
      case ">": result += "&gt;"
      case "&": result += "&amp;"
      case "\"": result += "&quot;"
      case "'": result += "&#39;"
      default: result.append(character)
      }
    }
    return result
  }
}
