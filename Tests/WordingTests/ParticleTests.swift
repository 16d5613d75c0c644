import Datasets
import Foundation
import TestSupport
import Testing
import Wording

/// Korean particles by the sound before them.
@Suite struct ParticleTests {
  private func said(_ word: String, _ template: String) throws -> String {
    let korean = try TemporaryCatalogue.language(
      "ko", messages: "- {key: a.b, en: \"say {0}\", ko: \"\(template)\"}")
    return korean.text("say \(word)")
  }

  /// Syllables with and without a final consonant, and with ㄹ (The Unicode Standard, 3.12).
  @Test(arguments: [
    ("평양", "평양은 평양이 평양을 평양과 평양으로 평양이다"),
    ("하노이", "하노이는 하노이가 하노이를 하노이와 하노이로 하노이다"),
    ("서울", "서울은 서울이 서울을 서울과 서울로 서울이다"),
    ("각", "각은 각이 각을 각과 각으로 각이다"), ("가", "가는 가가 가를 가와 가로 가다"),
    ("힣", "힣은 힣이 힣을 힣과 힣으로 힣이다"),
  ])
  func `Hangul is read by its last syllable`(word: String, all: String) throws {
    #expect(
      try said(word, "{0|은} {0|이} {0|을} {0|과} {0|으로} {0|이다}") == all)
  }

  @Test(arguments: [
    ("0", "0은"), ("1", "1은"), ("2", "2는"), ("3", "3은"), ("4", "4는"), ("5", "5는"), ("6", "6은"),
    ("7", "7은"), ("8", "8은"), ("9", "9는"), ("10", "10은"), ("1,000", "1,000은"), ("12:05", "12:05는"),
    ("3.5", "3.5는"), ("60 km/h", "60 km/h는"), ("560 km", "560 km는"), ("300 mi", "300 mi은"),
    ("5 m", "5 m는"), ("30 %", "30 %는"), ("KTX", "KTX는"), ("FNJ", "FNJ는"), ("JAL", "JAL은"),
    ("IBM", "IBM은"), ("M", "M은"), ("R", "R는"), ("T", "T는"), ("Boeing", "Boeing은"),
    ("Oslo", "Oslo는"), ("Reuters", "Reuters는"), ("Berlin", "Berlin은"), ("Brussel", "Brussel은"),
  ])
  func `digits, units and letters are read aloud`(word: String, sentence: String) throws {
    #expect(try said(word, "{0|은}") == sentence)
  }

  @Test(arguments: [
    ("1", "1로"), ("3", "3으로"), ("8", "8로"), ("2", "2로"), ("Brussel", "Brussel로"),
    ("Bergen", "Bergen으로"),
  ])
  func `ㄹ is followed by 로`(word: String, sentence: String) throws {
    #expect(try said(word, "{0|으로}") == sentence)
  }

  /// Nobody can say whether a final stop or e is heard; other scripts are not read at all.
  @Test(arguments: [
    "Kyiv Post", "Yonhap", "Rome", "Хасан", "平壤", "…", "", "\u{1F682}",
  ])
  func `what is not known is written with both forms`(word: String) throws {
    #expect(try said(word, "{0|은}") == "\(word)은(는)")
    #expect(try said(word, "{0|으로}") == "\(word)(으)로")
  }

  @Test(arguments: [
    ("“평양”", "“평양”은"), ("“하노이.”", "“하노이.”는"), ("평양(FNJ)", "평양(FNJ)은"),
    ("하노이 (12:03)", "하노이 (12:03)는"),
    ("가 (각 (나))", "가 (각 (나))는"), ("(평양)", "(평양)은"), ("평양)", "평양)은"),
    ("‘하노이’, “서울”", "‘하노이’, “서울”은"),
  ])
  func `brackets and quotation marks have no sound`(word: String, sentence: String) throws {
    #expect(try said(word, "{0|은}") == sentence)
  }

  @Test func `a particle may follow words, and a number may lose its noughts`() throws {
    #expect(try said("6", "‘{0}번’{|은}") == "‘6번’은")
    #expect(try said("06", "{0|plain}분") == "6분")
    #expect(try said("00", "{0|plain}분") == "0분")
    #expect(try said("10", "{0|plain}분") == "10분")
    #expect(try said("a", "{x|은} {}") == "{x|은} {}")
  }

  @Test(arguments: ["{0|의}", "{0|는}", "{0|}", "{|plain}", "{0|은|을}"])
  func `a particle that there is not is told with its place`(slot: String) throws {
    let error = #expect(throws: DocumentError.self) { try said("평양", slot) }
    #expect("\(error as Any)".contains("is no slot"), "\(error as Any)")
  }

  @Test func `particles of other languages are words`() throws {
    let russian = try TemporaryCatalogue.language(
      "ru", messages: "- {key: a.b, en: \"say {0}\", ru: \"{0}\"}")
    #expect(russian.text("say \("{0|은}")") == "{0|은}")
  }
}
