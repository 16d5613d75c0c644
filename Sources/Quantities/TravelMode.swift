/// How a journey was made.
public enum TravelMode: String, CaseIterable, Sendable {
  case rail, air, road, sea
}
