import Foundation
import HTTPTypes
import Hummingbird
import Reporting

/// What a request gave for the parameters of its endpoint; every value is one that its parameter can be.
struct Arguments: Sendable {
  private let values: [String: [String]]
  private var objects: [String: [Arguments]] = [:]

  func text(_ name: String) -> String? { values[name]?.first }
  func texts(_ name: String) -> [String] { values[name] ?? [] }
  func number(_ name: String) -> Double? { text(name).flatMap(Double.init) }
  func whole(_ name: String) -> Int? { text(name).flatMap(Int.init) }
  func flag(_ name: String) -> Bool { text(name) == "true" }
  /// The objects of a list.
  func objects(_ name: String) -> [Arguments] { objects[name] ?? [] }

  /// A parameter that is required.
  func required(_ name: String) throws(Problem) -> String {
    guard let text = text(name) else {
      throw Problem(.badRequest, "\(name) is missing", parameter: name)
    }
    return text
  }

  /// - Throws: `Problem` for what is missing, unknown, twice or not possible.
  init(_ given: [(name: String, value: String)], of parameters: [Parameter]) throws(Problem) {
    var values: [String: [String]] = [:]
    for (name, value) in given {
      guard let parameter = parameters.first(where: { $0.name == name }) else {
        let known = parameters.map(\.name).joined(separator: ", ")
        throw Problem(
          .badRequest,
          "there is no parameter '\(name.prefix(40))'; there \(known.isEmpty ? "are none" : "are \(known)")",
          parameter: String(name.prefix(40)))
      }
      if let fault = parameter.fault(value) {
        throw Problem(.badRequest, "\(name) \(fault)", parameter: name)
      }
      let own = values[name, default: []] + [value]
      guard own.count <= (parameter.isList ? Parameter.listLimit : 1) else {
        throw Problem(
          .badRequest,
          parameter.isList
            ? "\(name) is given more than \(Parameter.listLimit) times"
            : "\(name) is given twice",
          parameter: name)
      }
      values[name] = own
    }
    for parameter in parameters where parameter.isRequired && values[parameter.name] == nil {
      throw Problem(
        .badRequest, "\(parameter.name) is missing: \(parameter.words)", parameter: parameter.name)
    }
    self.values = values
  }

  /// What the path, the query and the headers of a request give.
  static func of(
    _ request: Request, _ context: ServiceContext, _ parameters: [Parameter]
  ) throws(Problem) -> Arguments {
    var given: [(name: String, value: String)] = []
    for parameter in parameters {
      switch parameter.place {
      case .path:
        guard let value = context.parameters.get(parameter.name) else { continue }
        given.append((parameter.name, value.removingPercentEncoding ?? value))
      case .header:
        if let field = HTTPField.Name(parameter.name), let value = request.headers[field] {
          given.append((parameter.name, value))
        }
      case .query: break
      }
    }
    for pair in (request.uri.query ?? "").split(separator: "&") {
      let parts = pair.split(separator: "=", maxSplits: 1, omittingEmptySubsequences: false)
      let decoded = parts.map { $0.replacing("+", with: " ").removingPercentEncoding }
      guard let name = decoded.first ?? nil, let value = decoded.count > 1 ? decoded[1] : "" else {
        throw Problem(.badRequest, "the query is not percent-encoded UTF-8")
      }
      guard !parameters.contains(where: { $0.name == name && $0.place != .query }) else {
        throw Problem(.badRequest, "\(name) does not go into the query", parameter: name)
      }
      given.append((name, value))
    }
    return try Arguments(given, of: parameters)
  }

  /// What an object of JSON gives.
  static func of(json bytes: [UInt8], _ fields: [Parameter]) throws(Problem) -> Arguments {
    let object: [String: JSONValue]
    do {
      object = try JSONDecoder().decode([String: JSONValue].self, from: Data(bytes))
    } catch {
      throw Problem(.badRequest, "the body is no JSON object")
    }
    return try of(object, fields)
  }

  /// The objects of a list.
  private static func of(
    _ items: [JSONValue], _ name: String, _ fields: [Parameter]
  ) throws(Problem) -> [Arguments] {
    guard items.count <= Parameter.listLimit else {
      throw Problem(
        .badRequest, "\(name) has more than \(Parameter.listLimit) items", parameter: name)
    }
    var read: [Arguments] = []
    for item in items {
      guard case .object(let object) = item else {
        throw Problem(.badRequest, "\(name) \(anotherType)", parameter: name)
      }
      read.append(try of(object, fields))
    }
    return read
  }

  private static func of(
    _ object: [String: JSONValue], _ fields: [Parameter]
  ) throws(Problem) -> Arguments {
    var given: [(name: String, value: String)] = []
    var objects: [String: [Arguments]] = [:]
    // Sorted, so that the same mistakes are told in the same order.
    for (name, value) in object.sorted(by: { $0.key < $1.key }) {
      let field = fields.first { $0.name == name }
      if case .array(let items) = value, case .objects(let own)? = field?.kind {
        objects[name] = try of(items, name, own)
        continue
      }
      if let field, let fault = value.fault(for: field) {
        throw Problem(.badRequest, "\(name) \(fault)", parameter: name)
      }
      // What is unknown is told below, whatever it is.
      given += (field == nil ? [""] : value.texts).map { (name, $0) }
    }
    let isMissing = fields.first { field in
      if case .objects = field.kind {
        field.isRequired && objects[field.name]?.isEmpty != false
      } else {
        false
      }
    }
    if let isMissing {
      throw Problem(
        .badRequest, "\(isMissing.name) is missing: \(isMissing.words)", parameter: isMissing.name)
    }
    let plain = fields.filter { field in if case .objects = field.kind { false } else { true } }
    var arguments = try Arguments(given, of: plain)
    arguments.objects = objects
    return arguments
  }
}

private let anotherType = "is of another type than is wanted"

extension JSONValue {
  /// As it would stand in a query.
  fileprivate var texts: [String] {
    switch self {
    case .flag(let value): [value ? "true" : "false"]
    case .whole(let value): ["\(value)"]
    case .number(let value): ["\(value)"]
    case .text(let value): [value]
    case .array(let values): values.flatMap(\.texts)
    case .null, .object: [""]
    }
  }

  /// Why it is of another type than the field; nil where it is not.
  fileprivate func fault(for field: Parameter) -> String? {
    switch (self, field.kind) {
    case (_, .objects), (.object, _), (.null, _): return anotherType
    case (.array(let values), _):
      guard field.isList else { return "is a list, and one value is wanted" }
      let isText = values.allSatisfy { if case .text = $0 { true } else { false } }
      return isText ? nil : anotherType
    case _ where field.isList: return "is one value, and a list is wanted"
    case (.flag, .flag), (.whole, .whole), (.whole, .number), (.number, .number): return nil
    case (.text, .text), (.text, .document), (.text, .choice): return nil
    case (.number(let value), .whole) where value.rounded() == value && abs(value) < 1e15:
      return nil
    default: return anotherType
    }
  }
}
