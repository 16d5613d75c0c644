import Syntax
import Testing

/// In every language each time and length is in the clause of what it tells of.
@Suite struct LanguageTests {
  /// A sentence, and for some of its words the predicate of their clause.
  struct Case: Sendable, CustomTestStringConvertible {
    let language: String
    let text: String
    let clauses: [(word: String, predicate: String)]
    var testDescription: String { text }
  }

  static let cases = [
    Case(
      language: "de",
      text: "Der Regionalzug verließ Stuttgart um 8.15 Uhr und erreichte Ulm um 9.20 Uhr.",
      clauses: [("8.15", "verließ"), ("9.20", "erreichte"), ("Ulm", "erreichte")]),
    Case(
      language: "de", text: "Der Flug von Genf nach Oslo dauerte zwei Stunden.",
      clauses: [("Stunden", "dauerte"), ("Oslo", "dauerte")]),
    Case(
      language: "fr",
      text: "Le train a quitté Nantes à 8h15 et a atteint Rennes à 9h20.",
      clauses: [("8h15", "quitté"), ("9h20", "atteint"), ("Rennes", "atteint")]),
    Case(
      language: "fr", text: "Le car qui part de Tunis à 6h00 met cinq heures pour rejoindre Sfax.",
      clauses: [("6h00", "part"), ("heures", "met"), ("Sfax", "rejoindre")]),
    Case(
      language: "es",
      text: "El autobús salió de Córdoba a las 8:15 y llegó a Rosario a las 14:20.",
      clauses: [("8:15", "salió"), ("14:20", "llegó"), ("Rosario", "llegó")]),
    Case(
      language: "es", text: "El barco recorrió 600 km en 20 horas.",
      clauses: [("km", "recorrió"), ("horas", "recorrió")]),
    Case(
      language: "ru",
      text: "Поезд вышел из Самары в 8:15 и прибыл в Уфу в 16:20.",
      clauses: [("8:15", "вышел"), ("16:20", "прибыл"), ("Уфу", "прибыл")]),
    Case(
      language: "ru", text: "Автобус прошёл 300 км за шесть часов.",
      clauses: [("км", "прошёл"), ("часов", "прошёл")]),
    Case(
      language: "ko", text: "버스는 오전 8시 15분 광주를 출발해 오후 1시 목포에 도착했다.",
      clauses: [("광주를", "출발해"), ("목포에", "도착했다"), ("8시", "출발해"), ("1시", "도착했다")]),
  ]

  @Test(arguments: cases)
  func `figures and places are in their own clauses`(_ test: Case) throws {
    let parsed = try Parsed(test.text, test.language)
    for (word, predicate) in test.clauses {
      #expect(parsed.clause(word) == predicate, "\(word)")
    }
  }

  @Test(arguments: [
    (
      "fr", "L'avion d'hier, parti à 7h34, a mis 2 heures.",
      "L'|avion|d'|hier|,|parti|à|7h34|,|a|mis|2|heures|."
    ),
    ("fr", "Y a-t-il 1 200 km jusqu'à Saint-Malo ?", "Y|a|-t-il|1 200|km|jusqu'|à|Saint-Malo|?"),
    (
      "de", "Am 3. Mai ging's um 9.30 Uhr z.B. nach Bad-Aibling.",
      "Am|3.|Mai|ging|'s|um|9.30|Uhr|z.B.|nach|Bad-Aibling|."
    ),
    ("es", "Son 1.200 km (750 millas) del puerto.", "Son|1.200|km|(|750|millas|)|del|puerto|."),
    (
      "ru", "С 24 по 26 апреля — 9288 км, т.е. 6 суток.",
      "С|24|по|26|апреля|—|9288|км|,|т.е.|6|суток|."
    ),
    ("ko", "서울에서 400km를 달렸다.", "서울에서|400km를|달렸다|."),
    ("en", "A six-hour, 90km/h ride: $5 at 10pm.", "A|six|-|hour|,|90|km/h|ride|:|$|5|at|10|pm|."),
  ])
  func `words are parted by the language's rules`(language: String, text: String, words: String)
    throws
  {
    let parsed = try Parsed(text, language)
    #expect(parsed.parse.words.indices.map(parsed.form).joined(separator: "|") == words)
  }
}
