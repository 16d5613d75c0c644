public import Casework

extension Dossier {
  /// The train graph of the first journey that has one, as SVG.
  public func trainGraph(_ style: ReportStyle = ReportStyle()) -> String? {
    let teller = CaseTeller(self, style)
    return itineraries.lazy.compactMap { TrainGraph($0, teller) }.first?.svg
  }
}
