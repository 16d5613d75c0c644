import Datasets
import Foundation
import Testing
import Wording

@Suite struct PhraseTests {
  private func catalogue(_ messages: String, language: String = "ru") throws -> Language {
    try TemporaryCatalogue.language(language, messages: messages)
  }

  @Test func `a phrase is its own English`() {
    let claims = 3
    let phrase: Phrase = "of \(claims) claims, \("some" as Phrase) are \(0.5, decimals: 2) km off"
    #expect(phrase.english == "of 3 claims, some are 0.50 km off")
    #expect(phrase.template == "of {0} claims, {1} are {2} km off")
  }

  @Test func `another language has its own order, numbers and names`() throws {
    let russian = try catalogue(
      """
      - {en: "the way from {0} to {1} is {2}", ru: "{2}: путь {0} — {1}"}
      - {en: "{0} km", ru: "{0} км"}
      - {en: Khasan, ru: Хасан}
      """)
    let way: Phrase = "\(1_182.25, decimals: 1) km"
    let phrase: Phrase = "the way from \(term: "Khasan") to \(term: "Tumangang") is \(way)"
    #expect(russian.text(phrase) == "1\u{00A0}182,3 км: путь Хасан — Tumangang")
    #expect(russian.markingGaps.text(phrase).hasSuffix("⟦Tumangang⟧"))
    #expect(
      russian.adding(names: ["Tumangang": "Туманган {0}"]).text(phrase)
        == "1\u{00A0}182,3 км: путь Хасан — Туманган {0}")
  }

  @Test(arguments: [
    (1, "1 путь"), (2, "2 пути"), (5, "5 путей"), (11, "11 путей"), (12, "12 путей"),
    (21, "21 путь"), (22, "22 пути"), (111, "111 путей"), (0, "0 путей"),
  ])
  func `Russian words follow the count`(count: Int, words: String) throws {
    let russian = try catalogue(
      "- {en: \"{0} ways\", ru: {one: \"{0} путь\", few: \"{0} пути\", many: \"{0} путей\"}}")
    #expect(russian.text("\(count) ways") == words)
  }

  @Test func `what is put in as text is never translated`() throws {
    let russian = try catalogue(
      "- {en: Khasan, ru: Хасан}\n- {en: \"{0} said\", ru: \"сказал {0}\"}")
    let name = "Khasan"
    #expect(russian.text("\(name) said") == "сказал Khasan")
    #expect(russian.text("\("{0}{9}") said") == "сказал {0}{9}")
  }

  @Test func `a sentence begins with a capital in any script`() throws {
    let russian = try catalogue("- {en: \"so be it\", ru: \"да будет так\"}")
    let phrase: Phrase = "so be it"
    #expect(phrase.capitalized.english == "So be it")
    #expect(russian.text(phrase.capitalized) == "Да будет так")
  }

  @Test(arguments: [
    ("- {ru: x}", "5:3"),
    ("- {en: \"{0}\", ru: \"{1}\"}", "a slot that the English words have not"),
    ("- {en: a, ru: b}\n- {en: a, ru: c}", "there twice"),
    ("- {en: a, ru: {dual: b}}", "one, few, many, other"),
    ("- {en: a, ru: [b]}", "a message is a text"),
    (
      "- {key: a, en: a, ru: b}\n- {key: a, en: c, ru: d}",
      "6:9: the key 'a' is there twice, first on line 5"
    ),
    ("- {key: Verdict.Loose, en: a, ru: b}", "made of lower-case words"),
    ("- {key: [a], en: a, ru: b}", "made of lower-case words"),
  ])
  func `a mistake in the catalogue is told with its place`(messages: String, part: String) {
    let error = #expect(throws: DocumentError.self) { try catalogue(messages) }
    #expect("\(error as Any)".contains(part))
  }

  @Test func `a language that the catalogue lacks is told with those that it has`() {
    let error = #expect(throws: DocumentError.self) {
      try catalogue("- {en: a, ru: b}", language: "xx")
    }
    #expect(error?.description.contains("en (English), ru (русский), ko (한국어)") == true)
  }

  @Test func `what a language lacks is told by its key`() throws {
    let russian = try catalogue(
      "- {key: say.one, en: one, ko: 하나}\n- {en: two, ru: два}\n- {en: three, ko: 셋}")
    #expect(russian.missing == ["one": "say.one", "three": "three"])
    #expect(russian.unkeyed == ["two", "three"])
    #expect(russian.markingGaps.text("one") == "⟦say.one⟧")
    #expect(russian.text("one") == "one")
  }

  @Test func `English needs no catalogue`() throws {
    #expect(try catalogue("- {en: a, ru: b}", language: "en").text("a") == "a")
  }
}
