import Foundation

extension DataShelf {
  /// The shelf in the user's folder.
  public static var own: DataShelf {
    DataShelf(folder: UserFolder().url.appendingPathComponent("data"))
  }
}
