extension DistanceReport {
  public static let formats = DocumentFormats<DistanceReport>([
    .text(\.story), .json(\.json), .csv(\.csv),
  ])
}

extension RunReport {
  public static let formats = DocumentFormats<RunReport>([
    .text(\.story), .markdown(\.story),
    DocumentFormat(.html) { run, _ in HTMLRenderer(title: run.chart.title).text(run.story) },
    DocumentFormat(.svg, "speed over distance") { run, _ in run.chart.svg },
    .json(\.json), .csv(\.csv),
  ])
}

extension FlightReport {
  public static let formats = DocumentFormats<FlightReport>([
    .text(\.story), .markdown(\.story),
    DocumentFormat(.html) { flight, _ in
      HTMLRenderer(title: flight.chart.title).text(flight.story)
    },
    DocumentFormat(.svg, "altitude over distance") { flight, _ in flight.chart.svg },
    .json(\.json), .csv(\.csv),
    DocumentFormat(.geoJSON) { flight, _ in flight.geoJSON.text() },
  ])
}

extension TimetableReport {
  public static let formats = DocumentFormats<TimetableReport>([
    .text(\.story), .markdown(\.story), .json(\.json), .csv(\.csv),
  ])
}

extension EstimateReport {
  public static let formats = DocumentFormats<EstimateReport>([
    .text(\.story), .markdown(\.story), .json(\.json),
  ])
}
