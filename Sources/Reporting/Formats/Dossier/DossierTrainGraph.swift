public import Casework

extension Dossier {
  /// The train graph of the journey of which most is disputed, as SVG; nil where none has a way and moments.
  public func trainGraph(_ style: ReportStyle = ReportStyle()) -> String? {
    let teller = CaseTeller(self, style)
    return itineraries.compactMap { TrainGraph($0, teller) }
      .max { $0.disputed < $1.disputed }?.svg
  }
}
