/// The program and its version, as reports and exports name it.
public enum ProgramVersion {
  public static let number = "0.1.0"
  public static let name = "wayproof \(number)"
}
