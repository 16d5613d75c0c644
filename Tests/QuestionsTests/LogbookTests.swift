import Questions
import Quantities
import Reporting
import Testing

/// Personal travel logs, in the columns of those who export them.
@Suite struct LogbookTests {
  private func rows(_ csv: String, by mode: TravelMode? = nil) throws -> [LogbookReport.Row] {
    var question = try LogbookQuestion(Array(csv.utf8), name: "log.csv")
    question.usualMode = mode
    return question.answer(in: try Asked.world).rows
  }

  private func verdicts(_ rows: [LogbookReport.Row]) -> [LogbookReport.Verdict] {
    rows.map(\.verdict)
  }

  @Test func `Flightradar24, with codes in brackets and arrivals on the next day`() throws {
    let rows = try rows(
      """
      Date,Flight number,From,To,Dep time,Arr time,Duration,Airline,Aircraft,Registration,Seat number,Seat type
      2024-05-14,BA982,London / Heathrow (LHR/EGLL),Berlin / Brandenburg (BER/EDDB),07:25:00,10:15:00,01:50:00,,Airbus A320 (A320),,,
      2024-05-16,BA983,Berlin / Brandenburg (BER/EDDB),London / Heathrow (LHR/EGLL),11:00:00,12:00:00,01:00:00,,Airbus A320 (A320),,,
      2024-06-01,QF1,Sydney (SYD/YSSY),London / Heathrow (LHR/EGLL),15:30:00,06:15:00,23:45:00,,Airbus A380 (A388),,,
      2024-07-01,LH400,Frankfurt (FRA/EDDF),New York (JFK/KJFK),10:00:00,11:00:00,04:00:00,,Boeing 747-8 (B748),,,
      """)
    #expect(verdicts(rows) == [.possible, .impossible, .possible, .impossible], "\(rows)")
    #expect(String(describing: rows[1].sentence).contains("difference of the clocks"), "\(rows[1])")
    #expect(String(describing: rows[3].sentence).contains("more than reported"), "\(rows[3])")
  }

  @Test func `OpenFlights notes miles, AirTrail seconds and offsets`() throws {
    let openFlights = try rows(
      """
      Date,From,To,Flight_Number,Airline,Distance,Duration,Seat,Seat_Type,Class,Reason,Plane,Registration,Trip,Note,From_OID,To_OID,Airline_OID,Plane_OID
      2008-01-18 10:30:10,DXB,RUH,SV559,Saudi Arabian Airlines,542,01:35,,,,,Boeing 777,,,,,,,
      2008-01-20 10:30:10,DXB,RUH,SV559,Saudi Arabian Airlines,300,01:35,,,,,Boeing 777,,,,,,,
      """)
    #expect(openFlights.first?.verdict == .possible, "\(openFlights)")
    #expect(openFlights.last?.verdict != .possible, "\(openFlights)")
    let airTrail = try rows(
      """
      date,from,to,departure,arrival,duration,flightNumber,flightReason,airline,aircraft,aircraftReg,note,seat,seatNumber,seatClass
      2024-03-02,GRU,LIS,2024-03-02T23:30:00-03:00,2024-03-03T12:10:00+00:00,34800,TP82,,,,,,,,
      2024-03-09,LIS,GRU,2024-03-09T12:00:00+00:00,2024-03-09T13:00:00-03:00,14400,TP83,,,,,,,,
      """)
    #expect(verdicts(airTrail) == [.possible, .unlikely], "\(airTrail)")
  }

  @Test func `Träwelling and travelynx are of trains`() throws {
    let träwelling = try rows(
      """
      status_id,journey_type,origin_name,departure_planned,departure_real,destination_name,arrival_planned,arrival_real,duration,distance
      1,nationalExpress,Vienna,2024-04-01T08:00:00+02:00,2024-04-01T08:05:00+02:00,Salzburg,2024-04-01T10:22:00+02:00,2024-04-01T10:30:00+02:00,145,312000
      """)
    #expect(verdicts(träwelling) == [.possible], "\(träwelling)")
    let travelynx = try rows(
      """
      type,line,number,departure stop name,departure stop id,arrival stop name,arrival stop id,scheduled departure,real-time departure,scheduled arrival,real-time arrival
      ICE,,71,Hamburg,1,Munich,2,2024-04-02 08:00:00,2024-04-02 08:01:00,2024-04-02 09:00:00,2024-04-02 09:10:00
      """)
    #expect(travelynx.first?.verdict != .possible, "\(travelynx)")
  }

  @Test func `columns of one's own, journeys that overlap, and rows that cannot be read`() throws {
    let rows = try rows(
      """
      from,to,date,departs,arrives,km,hours,mode
      Oslo,Bergen,2024-05-03,08:25,14:57,496,6.5,train
      Bergen,Oslo,2024-05-05,23:00,06:30,,,train
      Oslo,Stockholm,2024-05-06,06:00,11:20,,,train
      Erewhonia,Nairobi,2024-05-07,06:00,11:20,,,bus
      Lima,Cusco,2024-05-08,25:00,11:20,,,bus
      Lima,Cusco,2024-05-08,06:00,11:20,,,dragon
      """)
    #expect(
      verdicts(rows) == [.possible, .possible, .impossible, .unchecked, .unchecked, .unchecked],
      "\(rows)")
    #expect(
      String(describing: rows[2].sentence).hasPrefix(
        "It leaves 30 min before the journey on line 3 arrives"))
    #expect(
      String(describing: rows[3].sentence).contains("Erewhonia")
        && String(describing: rows[4].sentence).contains("25:00"))
    #expect(throws: QuestionError.self) { try self.rows("when,what\n1,2\n") }
  }

  @Test(
    arguments: [
      ("2024-05-03 08:25", "2024-05-03", "08:25", nil),
      ("03.05.2024 8:25", "2024-05-03", "08:25", nil),
      ("2024-05-03T08:25:00+05:30", "2024-05-03", "08:25", 19_800),
      ("2024-05-03T08:25:00Z", "2024-05-03", "08:25", 0), ("8:25", nil, "08:25", nil),
      ("2024-05-03", "2024-05-03", nil, nil),
    ] as [(String, String?, String?, Int?)])
  func `moments are read`(text: String, day: String?, clock: String?, offset: Int?) throws {
    let moment = try #require(TravelRecord.Moment(text))
    #expect(moment.day == day && moment.clock == clock && moment.offset == offset, "\(moment)")
  }

  @Test(arguments: ["", "soon", "2024-02-30 08:00", "24:30", "2024-05-03 8"])
  func `what is no moment is none`(text: String) { #expect(TravelRecord.Moment(text) == nil) }
}
