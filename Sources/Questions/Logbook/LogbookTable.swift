import Datasets
import Foundation
import Quantities

/// A personal travel log as programs export it, or with columns of one's own.
///
/// Sources of the columns: Flightradar24 as converters of its CSV have them (`Date,Flight number,From,To,Dep time,Arr time,
/// Duration,…`, places as `London / Heathrow (LHR/EGLL)`); OpenFlights (`php/flights.php` and `html/import.php` of
/// jpatokal/openflights: `Date,From,To,Flight_Number,Airline,Distance,Duration,…`, the distance in miles); AirTrail
/// (airtrail.johan.ohly.dk/docs/features/export: `date`, `from`, `to`, `departure`, `arrival` in ISO 8601, `duration` in seconds);
/// Träwelling (`app/Enum/ExportableColumn.php` of Traewelling/traewelling: `origin_name`, `departure_real` …, and the German
/// headers of earlier exports); travelynx (`csv_history` of derf/travelynx: `departure stop name`, `real-time departure` …).
struct LogbookTable {
  /// A program that a log is exported from; its columns mean what it says they mean.
  enum Program: String {
    case flightradar24 = "Flightradar24"
    case openFlights = "OpenFlights"
    case airTrail = "AirTrail"
    case träwelling = "Träwelling"
    case travelynx
    case own = "the log"
  }

  /// A row as it was read, or why it could not be.
  struct Entry {
    let line: Int
    let from: String
    let to: String
    let record: Result<TravelRecord, QuestionError>
  }

  let program: Program
  private let table: Table
  private let columns: [String: String]

  /// - Throws: `QuestionError` for what is no table, or one without two places.
  init(_ bytes: [UInt8], name: String) throws(QuestionError) {
    do { table = try Table(bytes: bytes, name: name, columns: []) } catch {
      throw QuestionError("\(error)")
    }
    columns = Dictionary(
      table.columns.map { (Self.plain($0), $0) }, uniquingKeysWith: { first, _ in first })
    let known = Set(columns.keys)
    program =
      known.contains("fromoid")
        || known.isSuperset(of: ["flightnumber", "airline", "distance", "trip"])
      ? .openFlights
      : known.isSuperset(of: ["deptime", "arrtime"])
        ? .flightradar24
        : known.isSuperset(of: ["flightreason", "departure", "arrival", "seatclass"])
          ? .airTrail
          : known.contains("statusid") || known.contains("abfahrtsort")
            ? .träwelling
            : known.contains("departurestopname") || known.contains("startds100")
              ? .travelynx : .own
    guard Self.names(.from).contains(where: known.contains),
      Self.names(.to).contains(where: known.contains)
    else {
      throw QuestionError(
        """
        \(name): no columns for both ends of a journey; name them 'from' and 'to', and others 'date', 'departs', 'arrives', 'km', \
        'hours' and 'mode'; there are \(table.columns.joined(separator: ", "))
        """)
    }
  }

  private enum Column {
    case from, to, origin, destination, date, departs, arrives, duration, hours, km, miles, mode,
      vehicle
  }

  /// What a column may be called, without signs and capitals; the surest name first.
  private static func names(_ column: Column) -> [String] {
    switch column {
    case .from:
      [
        "from", "origin", "originname", "departurestopname", "abfahrtsort", "start",
        "departureairport", "departurestation",
      ]
    case .to:
      [
        "to", "destination", "destinationname", "arrivalstopname", "ankunftsort", "ziel", "end",
        "arrivalairport", "arrivalstation",
      ]
    case .origin: ["origincoordinates", "abfahrtskoordinaten"]
    case .destination: ["destinationcoordinates", "ankunftskoordinaten"]
    case .date: ["date", "day", "datum", "flightdate"]
    case .departs:
      [
        "departs", "departurereal", "realtimedeparture", "abfahrtist", "deptime", "departure",
        "departuretime", "departureplanned",
        "scheduleddeparture", "abfahrtsoll", "abfahrtszeit", "left",
      ]
    case .arrives:
      [
        "arrives", "arrivalreal", "realtimearrival", "ankunftist", "arrtime", "arrival",
        "arrivaltime", "arrivalplanned",
        "scheduledarrival", "ankunftsoll", "ankunftszeit", "arrived",
      ]
    case .duration: ["duration", "traveltime", "dauer"]
    case .hours: ["hours"]
    case .km: ["km", "kilometers", "kilometres", "kilometer", "distancekm", "distance"]
    case .miles: ["miles", "mi", "distancemiles"]
    case .mode: ["mode", "by", "type", "journeytype", "zugtyp", "zugart", "category"]
    case .vehicle: ["aircraft", "plane", "vehicle", "train"]
    }
  }

  private static func plain(_ name: String) -> String {
    String(name.lowercased().filter { $0.isLetter || $0.isNumber })
  }

  private func field(_ column: Column, of row: Table.Row) -> String {
    for name in Self.names(column) {
      guard let header = columns[name] else { continue }
      let text = row[header].trimmingCharacters(in: .whitespaces)
      if !text.isEmpty { return text }
    }
    return ""
  }

  /// Every row.
  ///
  /// - Parameter usual: by what journeys are made whose row does not say so; nil if that has to be noted.
  func entries(usual: TravelMode?) -> [Entry] {
    table.rows.map { row in
      let (from, to) = (field(.from, of: row), field(.to, of: row))
      let record: Result<TravelRecord, QuestionError>
      do throws(QuestionError) {
        record = .success(try self.record(row, usual))
      } catch {
        record = .failure(error)
      }
      return Entry(line: row.line, from: from, to: to, record: record)
    }
  }

  private func record(_ row: Table.Row, _ usual: TravelMode?) throws(QuestionError) -> TravelRecord
  {
    let ends = (place(field(.from, of: row)), place(field(.to, of: row)))
    guard !ends.0.isEmpty, !ends.1.isEmpty else { throw QuestionError("one of its ends is blank") }
    var record = TravelRecord(from: ends.0, to: ends.1, mode: try mode(row, usual, ends))
    record.outlet = program.rawValue
    let vehicle = field(.vehicle, of: row)
    if record.mode == .air, !vehicle.isEmpty {
      record.vehicle = vehicle.replacing(#/ *\(.*\)$/#, with: "")
    }
    let date = field(.date, of: row)
    record.departs = try moment(field(.departs, of: row), date, isStart: true)
    record.arrives = try moment(field(.arrives, of: row), date, isStart: false)
    record.duration = try duration(row)
    record.kilometers = try kilometers(row)
    return record
  }

  /// Of `London / Heathrow (LHR/EGLL)` the code.
  private func place(_ text: String) -> String {
    guard let match = text.firstMatch(of: /\(([A-Z]{3})?\/?([A-Z]{4})?\)\s*$/) else { return text }
    return (match.1 ?? match.2).map(String.init) ?? text
  }

  private func mode(
    _ row: Table.Row, _ usual: TravelMode?, _ ends: (String, String)
  ) throws(QuestionError) -> TravelMode {
    switch program {
    case .flightradar24, .openFlights, .airTrail: return .air
    case .träwelling, .travelynx: return TravelMode(named: field(.mode, of: row)) ?? .rail
    case .own:
      let text = field(.mode, of: row)
      if let mode = TravelMode(named: text) { return mode }
      guard text.isEmpty else {
        throw QuestionError(
          "'\(text)' is no means of transport; write train, bus, car, ferry or flight")
      }
      let areCodes = [ends.0, ends.1].allSatisfy { $0.count == 3 && $0 == $0.uppercased() }
      if let mode = usual ?? (areCodes ? .air : nil) { return mode }
      throw QuestionError(
        "it does not say by what; add a column 'mode', or name the means of the whole log")
    }
  }

  /// A departure with the day of the row; the day of an arrival by its clock alone follows from the departure.
  private func moment(
    _ text: String, _ date: String, isStart: Bool
  ) throws(QuestionError) -> TravelRecord.Moment? {
    // Flightradar24 writes midnight where no time is known, OpenFlights the day alone.
    if program == .flightradar24, text.hasPrefix("00:00") { return nil }
    guard !text.isEmpty || isStart && !date.isEmpty else { return nil }
    let written = text.isEmpty ? date : text
    guard var moment = TravelRecord.Moment(written) else {
      throw QuestionError("'\(written)' is no time; write it like 2024-05-03 08:00")
    }
    if isStart, moment.day == nil { moment.day = TravelRecord.Moment(date)?.day }
    return moment
  }

  private func duration(_ row: Table.Row) throws(QuestionError) -> Double? {
    let hours = field(.hours, of: row)
    if let number = Double(hours), number > 0, number < 3_000 { return number * 3_600 }
    let text = hours.isEmpty ? field(.duration, of: row) : hours
    // Where both ends are dated, Träwelling's minutes say nothing more.
    guard !text.isEmpty, program != .träwelling else { return nil }
    if program == .airTrail, let seconds = Double(text), seconds < 1e7 {
      return seconds > 0 ? seconds : nil
    }
    guard let match = text.wholeMatch(of: /(\d{1,3})(?::| ?h ?)(\d{2})?(?::\d{2}| ?min| ?m)?/),
      let whole = Double(match.1)
    else { throw QuestionError("'\(text)' is no time on the way; write it like 6:30 or 6 h 30") }
    let seconds = whole * 3_600 + (match.2.flatMap { Double($0) } ?? 0) * 60
    return seconds > 0 ? seconds : nil
  }

  private func kilometers(_ row: Table.Row) throws(QuestionError) -> Double? {
    let miles = field(.miles, of: row)
    let text = miles.isEmpty ? field(.km, of: row) : miles
    guard !text.isEmpty, program != .träwelling else { return nil }
    guard let number = Double(text.replacing(",", with: "").replacing(#/ ?(km|mi)$/#, with: "")),
      number >= 0, number < 1e6
    else { throw QuestionError("'\(text)' is no length in km") }
    guard number > 0 else { return nil }
    let isMiles = program == .openFlights || !miles.isEmpty
    return isMiles ? number * 1.609_344 : number
  }
}
