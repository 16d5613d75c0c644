/// A name as it is written, and without what reports add to it, the longest first.
struct PlaceNameForms {
  let forms: [String]

  init(_ text: String) {
    var forms = [text]
    func add(_ form: String) {
      let trimmed = form.split(separator: " ").joined(separator: " ")
      if !trimmed.isEmpty, !forms.contains(trimmed) { forms.append(trimmed) }
    }
    for ending in ["'s", "’s", "'", "’"] where text.hasSuffix(ending) {
      add(String(text.dropLast(ending.count)))
    }
    var start = 0
    while start < forms.count, forms.count < 12 {
      let words = forms[start].split(separator: " ").map(String.init)
      let lower = words.map { $0.lowercased() }
      for beginning in Self.beginnings
      where lower.starts(with: beginning) && words.count > beginning.count {
        add(words.dropFirst(beginning.count).joined(separator: " "))
      }
      for ending in Self.endings
      where lower.count > ending.count && lower.suffix(ending.count).elementsEqual(ending) {
        add(words.dropLast(ending.count).joined(separator: " "))
      }
      start += 1
    }
    self.forms = forms
  }

  private static let beginnings: [[String]] = [
    ["the"], ["city", "of"], ["port", "of"], ["town", "of"], ["the", "city", "of"],
  ]

  private static let endings: [[String]] = [
    ["station"], ["railway", "station"], ["train", "station"], ["central", "station"],
    ["main", "station"], ["airport"], ["international", "airport"], ["international"], ["city"],
    ["hbf"], ["hauptbahnhof"], ["port"], ["bus", "station"],
    ["ferry", "terminal"],
  ]
}
