public import Quantities

/// What turning round costs a search, in either store.
///
/// A locomotive that runs round its train takes more than 15 min (Geofabrik, OpenRailRouting, as in
/// `geo/stop_kinds.csv`); 5 km is what a train at 20 km/h, a usual speed in yards, goes in that time.
public enum ReversalCost {
  /// Where routes are compared in time.
  public static let time = Duration.seconds(900)
  /// Where routes are compared in length.
  public static let length = Distance.kilometers(5)
}
