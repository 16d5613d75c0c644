import Casework
import ClaimReading
import Datasets
import Questions
import Reporting
import Travel

/// Answers records one by one, each by itself: what a record comes to depends on nothing but the record, the program and the
/// data.
struct RecordDesk: Sendable {
  let world: World
  let reader: ArticleReader
  let style: ReportStyle
  /// At most this many cores for one record; nil for all.
  var threads: Int?

  /// - Parameters:
  ///   - world: the data, with the networks that are gone by.
  ///   - style: the language of reports.
  /// - Throws: `QuestionError` if the lexicons cannot be read.
  init(world: World, style: ReportStyle = ReportStyle()) throws(QuestionError) {
    self.world = world
    reader = try ReadQuestion.reader(of: nil, in: world)
    var style = style
    style.columns = 80
    style.isColoured = false
    self.style = style
  }

  /// The answer to a line of a stream.
  ///
  /// - Parameters:
  ///   - limit: how many bytes a line may have, for the message.
  ///   - usual: what a record asks that does not say it.
  func answer(
    _ line: SourceLine, limit: Int, usually usual: RecordQuestion? = nil
  ) -> RecordAnswer {
    do throws(RecordFailure) {
      guard case .text(let bytes) = line else {
        throw RecordFailure("the line has more than \(limit) bytes")
      }
      return answer(try RecordFields(line: bytes), usually: usual)
    } catch {
      return RecordAnswer(error, to: nil, nil)
    }
  }

  /// The answer to a record.
  func answer(_ fields: RecordFields, usually usual: RecordQuestion? = nil) -> RecordAnswer {
    var id: JSONValue?
    var question = usual
    do throws(RecordFailure) {
      id = try Self.id(fields)
      question = try fields.choice("ask", RecordQuestion.self) ?? usual
      guard let question else {
        let known = RecordQuestion.allCases.map(\.rawValue).joined(separator: ", ")
        throw RecordFailure("ask is missing; it is one of \(known)", field: "ask")
      }
      try fields.check(among: question.fields)
      return RecordAnswer(try content(question, fields), to: id, question)
    } catch {
      return RecordAnswer(error, to: id, question)
    }
  }

  /// A text or a number that names the record.
  private static func id(_ fields: RecordFields) throws(RecordFailure) -> JSONValue? {
    switch fields.values["id"] {
    case nil, .null?: return nil
    case .text?, .whole?, .number?: return fields.values["id"]
    default: throw RecordFailure("id must be a text or a number", field: "id")
    }
  }

  private func content(
    _ question: RecordQuestion, _ fields: RecordFields
  ) throws(RecordFailure) -> RecordContent {
    switch question {
    case .check: try check(fields)
    case .read: try read(fields)
    case .verify: try verify(fields)
    case .distance: try distance(fields)
    case .route: try route(fields)
    case .run: try run(fields)
    case .fly: try fly(fields)
    case .logbook: try logbook(fields)
    case .pairs: try pairs(fields)
    }
  }

  /// A document in the format that the record asks for; else as JSON, part of the line.
  func content<Document>(
    _ document: Document, in formats: DocumentFormats<Document>, _ fields: RecordFields,
    _ ownStyle: ReportStyle? = nil
  ) throws(RecordFailure) -> RecordContent.Body {
    var style = ownStyle ?? style
    guard let name = try fields.text("format") else {
      guard let json = formats.all.first(where: { $0.file == .json }) else {
        throw RecordFailure("format is missing", field: "format")
      }
      let text = try text(document, json, style)
      return .json(CompactJSON.bytes(text, keeping: try kept(fields)))
    }
    guard try kept(fields) == nil else {
      throw RecordFailure("only goes without format", field: "only")
    }
    let format: DocumentFormat<Document>
    do { format = try formats.named(name) } catch {
      throw RecordFailure("format '\(name.prefix(40))': \(error)", field: "format")
    }
    if [.html, .svg].contains(format.file) {
      // A report without a coast is better than none.
      style.basemap = try? DataShelf.own.basemap(or: world.folder)
    }
    return .text(try text(document, format, style))
  }

  private func text<Document>(
    _ document: Document, _ format: DocumentFormat<Document>, _ style: ReportStyle
  ) throws(RecordFailure) -> String {
    do { return try format.text(of: document, style) } catch {
      throw RecordFailure(error.description, field: "format")
    }
  }

  /// The fields of the answer that are asked for; nil for all.
  func kept(_ fields: RecordFields) throws(RecordFailure) -> Set<String>? {
    let names = try fields.texts("only")
    return names.isEmpty ? nil : Set(names)
  }
}

/// A question's failure as a record's.
func asking<Value>(_ question: () throws(QuestionError) -> Value) throws(RecordFailure) -> Value {
  do { return try question() } catch { throw RecordFailure(error) }
}
