/// Writing and splitting lines of comma-separated text (RFC 4180).
public enum CommaSeparated {
  /// A field as it is written: in quotes where it needs them.
  public static func field(_ text: String) -> String {
    let needsQuotes = text.contains { $0 == "," || $0 == "\"" || $0.isNewline }
    guard needsQuotes else { return text }
    return "\"" + text.replacing("\"", with: "\"\"") + "\""
  }

  /// Fields as one line.
  public static func row(_ fields: [String]) -> String {
    fields.map(field).joined(separator: ",")
  }

  /// The fields of one line; nil where a quote is never closed.
  public static func fields(_ line: some StringProtocol) -> [String]? {
    var fields: [String] = []
    var field = ""
    var isQuoted = false
    var wasQuote = false
    for character in line {
      if isQuoted {
        if wasQuote {
          wasQuote = false
          if character == "\"" {
            field.append("\"")
            continue
          }
          isQuoted = false
        } else if character == "\"" {
          wasQuote = true
          continue
        } else {
          field.append(character)
          continue
        }
      }
      switch character {
      case ",":
        fields.append(field)
        field = ""
      case "\"" where field.isEmpty: isQuoted = true
      default: field.append(character)
      }
    }
    guard !isQuoted || wasQuote else { return nil }
    return fields + [field]
  }
}
