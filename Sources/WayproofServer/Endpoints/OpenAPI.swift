import HTTPTypes
import Reporting

/// The endpoints, described for programs.
///
/// Source: OpenAPI Specification 3.1.1.
struct OpenAPI {
  let endpoints: [Endpoint]
  /// Whether requests need a token.
  let hasTokens: Bool
  /// Schemas of answers by name.
  let schemas: [String: JSONValue]

  /// Problems that any request may meet.
  private static let everywhere: [HTTPResponse.Status] = [
    .badRequest, .forbidden, .misdirectedRequest, .tooManyRequests, .internalServerError,
    .serviceUnavailable, .gatewayTimeout,
  ]

  var document: JSONValue {
    var paths: [String: JSONValue] = [:]
    for path in Set(endpoints.map(\.path)) {
      let own = endpoints.filter { $0.path == path }
      paths[path] = .object(
        Dictionary(
          own.map { ($0.method.rawValue.lowercased(), operation($0)) }, uniquingKeysWith: { $1 }))
    }
    var components: [String: JSONValue] = [
      "schemas": .object(
        Dictionary(
          schemas.map { ($0, Self.component($1, "#/components/schemas/\($0)/")) },
          uniquingKeysWith: { $1 }
        ).merging(["Problem": Self.problem]) { $1 })
    ]
    var fields: [String: JSONValue] = [
      "openapi": .text("3.1.1"),
      "info": .object([
        "title": .text("Wayproof"), "version": .text(ProgramVersion.number),
        "description": .text(
          "Can what was reported about this journey all be true? Case files in, verdicts out; ways, running times and flights."
        ),
        "license": .object(["name": .text("Apache-2.0"), "identifier": .text("Apache-2.0")]),
      ]),
      "servers": .array([.object(["url": .text("/")])]),
      "paths": .object(paths),
    ]
    if hasTokens {
      components["securitySchemes"] = .object([
        "token": .object(["type": .text("http"), "scheme": .text("bearer")])
      ])
      fields["security"] = .array([.object(["token": .array([])])])
    }
    fields["components"] = .object(components)
    return .object(fields)
  }

  /// A schema as a part of the description: what it refers to within itself is found under its new place.
  private static func component(_ schema: JSONValue, _ place: String) -> JSONValue {
    switch schema {
    case .object(let fields):
      .object(
        Dictionary(
          fields.compactMap { name, value in
            if name == "$id" || name == "$schema" { return nil }
            if name == "$ref", case .text(let target) = value, target.hasPrefix("#/") {
              return (name, .text(place + target.dropFirst(2)))
            }
            return (name, component(value, place))
          }, uniquingKeysWith: { $1 }))
    case .array(let items): .array(items.map { component($0, place) })
    default: schema
    }
  }

  private func operation(_ endpoint: Endpoint) -> JSONValue {
    var fields: [String: JSONValue] = [
      "summary": .text(endpoint.summary),
      "operationId": .text(Self.identifier(endpoint)),
      "parameters": .array(endpoint.parameters.map(parameter)),
      "responses": .object(responses(endpoint)),
    ]
    if let body = body(endpoint.body) {
      fields["requestBody"] = .object(["required": .flag(true), "content": body])
    }
    return .object(fields)
  }

  /// Such as `get-v1-cases-id`.
  private static func identifier(_ endpoint: Endpoint) -> String {
    let parts = endpoint.path.split { !$0.isLetter && !$0.isNumber && $0 != "-" }
    return ([endpoint.method.rawValue.lowercased()] + parts.map(String.init)).joined(separator: "-")
  }

  private func parameter(_ parameter: Parameter) -> JSONValue {
    var fields: [String: JSONValue] = [
      "name": .text(parameter.name), "in": .text(parameter.place.rawValue),
      "required": .flag(parameter.isRequired), "description": .text(parameter.words),
      "schema": parameter.schema,
    ]
    if parameter.isList {
      fields["style"] = .text("form")
      fields["explode"] = .flag(true)
    }
    fields["example"] = example(parameter)
    return .object(fields)
  }

  private func example(_ parameter: Parameter) -> JSONValue {
    let one: JSONValue =
      switch parameter.kind {
      case .number: .number(Double(parameter.example) ?? 0)
      case .whole: .whole(Int(parameter.example) ?? 0)
      case .flag: .flag(parameter.example == "true")
      case .text, .document, .choice: .text(parameter.example)
      case .objects(let fields):
        .object(
          Dictionary(
            fields.filter { !$0.example.isEmpty }.map { ($0.name, example($0)) },
            uniquingKeysWith: { $1 }))
      }
    return parameter.isList ? .array([one]) : one
  }

  private static func isShown(_ field: Parameter) -> Bool {
    if case .objects = field.kind { true } else { !field.example.isEmpty }
  }

  private func body(_ body: Endpoint.Body) -> JSONValue? {
    switch body {
    case .none: return nil
    case .text(let types, let example):
      return .object(
        Dictionary(
          types.map { type in
            // Any text may come; what it has to be is said where it is read.
            let schema: [String: JSONValue] =
              type == "application/json" ? ["type": .text("object")] : [:]
            return (type, .object(["schema": .object(schema), "example": .text(example)]))
          }, uniquingKeysWith: { $1 }))
    case .fields(let fields):
      let examples = fields.filter(Self.isShown).map { ($0.name, example($0)) }
      return .object([
        "application/json": .object([
          "schema": .object(Parameter.object(fields)),
          "example": .object(Dictionary(examples, uniquingKeysWith: { $1 })),
        ])
      ])
    }
  }

  private func responses(_ endpoint: Endpoint) -> [String: JSONValue] {
    var responses: [String: JSONValue] = [:]
    for success in endpoint.successes {
      responses["\(success.status.code)"] = Self.response(success)
    }
    var problems = Self.everywhere + endpoint.problems
    if hasTokens { problems.append(.unauthorized) }
    if case .none = endpoint.body {
    } else {
      problems += [.contentTooLarge, .unsupportedMediaType, .requestTimeout]
    }
    for status in problems {
      responses["\(status.code)"] = .object([
        "description": .text(status.reasonPhrase),
        "content": .object([
          "application/problem+json": .object([
            "schema": .object(["$ref": .text("#/components/schemas/Problem")])
          ])
        ]),
      ])
    }
    return responses
  }

  private static func response(_ success: Endpoint.Success) -> JSONValue {
    let content = success.types.map { type, schema -> (String, JSONValue) in
      let reference = schema.map {
        JSONValue.object(["$ref": .text("#/components/schemas/\($0)")])
      }
      return (type, .object(["schema": reference ?? .object([:])]))
    }
    let headers = success.headers.map { name, words -> (String, JSONValue) in
      (
        name,
        .object(["description": .text(words), "schema": .object(["type": .text("string")])])
      )
    }
    return .object([
      "description": .text(success.words),
      "content": .object(Dictionary(content, uniquingKeysWith: { $1 })),
      "headers": .object(Dictionary(headers, uniquingKeysWith: { $1 })),
    ])
  }

  /// RFC 9457.
  private static let problem: JSONValue = .object([
    "type": .text("object"),
    "required": .array([.text("status"), .text("title"), .text("detail")]),
    "properties": .object([
      "status": .object(["type": .text("integer")]), "title": .object(["type": .text("string")]),
      "detail": .object(["type": .text("string")]),
      "parameter": .object([
        "type": .text("string"), "description": .text("The parameter that it is about."),
      ]),
    ]),
  ])
}
