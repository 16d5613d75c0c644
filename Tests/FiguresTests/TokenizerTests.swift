import Datasets
import Foundation
import TestSupport
import Testing

@testable import Figures

/// How a text is parted into words where no blanks part them.
@Suite struct TokenizerTests {
  private func pieces(_ text: String, knowing words: [String]) throws -> [String] {
    let folder = try DataFolder(path: Repository.geo.path)
    let list = words.map { "\"\($0)\"" }.joined(separator: ", ")
    let file = "wayproof-lexicon: 1\nlanguage: xx\nfillers: [\(list)]\n"
    let entries = try LexiconDecoder.entries(
      Array(file.utf8), file: "xx.yaml", figuresOnly: false)
    let lexicon = Lexicon(entries, zones: try folder.zoneAbbreviations())
    let bytes = WideSigns.withPlainDigits(Array(text.utf8))
    return Tokenizer.tokens(of: bytes, lexicon.wordTable).map { token in
      String(decoding: bytes[token.range], as: UTF8.self) + (token.word < 0 ? "" : "!")
    }
  }

  @Test(arguments: [
    // Known words are taken off a run, the longest first.
    ("从北京出发到石家庄", ["从", "北京", "出发", "到", "出"], ["从!", "北京!", "出发!", "到!", "石家庄"]),
    ("東京から新大阪まで", ["から", "まで", "東京"], ["東京!", "から!", "新大阪", "まで!"]),
    // A word of Katakana is whole or none.
    ("キログラム", ["キロ"], ["キログラム"]),
    ("ロンドンヒースロー空港", ["ロンドン", "ヒースロー", "空港"], ["ロンドン!", "ヒースロー!", "空港!"]),
    ("クリマックス", ["リマ"], ["クリマックス"]),
    // In the middle of Hangul a single syllable means nothing.
    ("마리가", ["가", "리"], ["마리가"]),
    ("부산에서", ["에서"], ["부산", "에서!"]),
    ("KTX에서", ["에서"], ["KTX", "에서!"]),
    // An ending behind an apostrophe is a word where the language has it.
    ("Ankara'dan 8'de", ["'dan", "'de"], ["Ankara", "'dan!", "8", "'de!"]),
    ("Ankara’dan", ["'dan"], ["Ankara", "’dan!"]),
    ("Moscow's", ["'dan"], ["Moscow's"]),
    // Arabic writes such words together with the next one.
    ("وبموسكو", ["و", "ب", "موسكو"], ["و!", "ب!", "موسكو!"]),
    ("وصل", ["و", "وصل", "صل"], ["وصل!"]),
    ("وحلب", ["و"], ["وحلب"]),
    ("و30", ["و"], ["و!", "30"]),
    // Vowel signs and the forms of alef are nothing.
    ("إلى مساءً", ["الى", "مساء"], ["إلى!", "مساءً!"]),
  ])
  func `words are parted without blanks`(
    text: String, known: [String], pieces wanted: [String]
  ) throws {
    #expect(try pieces(text, knowing: known) == wanted)
  }

  @Test(arguments: [
    ("１２０キロ", "120キロ"), ("８：３０", "8:30"), ("１，２００", "1,200"), ("٤٥٠ كم", "450 كم"),
    ("٣٫٥", "3.5"), ("۱۰", "10"), ("北京：上海", "北京：上海"), ("8，到", "8，到"),
  ])
  func `digits of other scripts are those of ASCII`(text: String, plain: String) {
    #expect(WideSigns.withPlainDigits(Array(text.utf8)) == Array(plain.utf8))
  }

  @Test(arguments: [
    "，": ",", "、": ",", "（": "(", "؛": ";", "؟": "?", "。": ".", "「": "\0", "Ａ": "A",
  ])
  func `signs of full width are those of ASCII`(wide: String, plain: String) {
    #expect(WideSigns.plain(Array(wide.utf8)[...]) == Array(plain.utf8)[0])
  }
}
