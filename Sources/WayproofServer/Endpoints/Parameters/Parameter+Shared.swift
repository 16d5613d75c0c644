extension Parameter {
  static let from = Parameter(
    "from", "Where it begins: a name in any script, a code or a coordinate.", example: "khasan"
  ).required
  static let to = Parameter("to", "End of the route.", example: "vladivostok").required
  static let network = Parameter(
    "network", "An imported network to go by where the built-in kilometrage has no way.",
    example: "europe")
  static let language = Parameter(
    "language", "What reports are written in, of geo/messages.yaml.", example: "en")

  init(_ name: String, _ words: String, example: String) {
    self.init(name, .text, words, example: example)
  }
}
