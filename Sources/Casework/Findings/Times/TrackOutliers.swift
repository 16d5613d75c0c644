import Chronology
import Claims
import Geodesy
import PositionTracks
import Quantities
import Wording

extension Rules {
  /// Positions of a track that its vehicle cannot have come to from the others.
  enum TrackOutliers: CaseRule {
    static let summary =
      "a position of a track lies so far off that its vehicle cannot have come there and gone on: an error of the receiver, "
      + "which may be left out"
    static let threshold =
      "beyond the record, the service or the claimed greatest speed of its vehicle, of at most one position in ten"
    static let basis =
      "the fewest positions without which the speed is kept to; receivers are off by kilometres at times (multipath, wrong time)"

    /// How many are named one by one.
    private static let named = 20

    static func findings(_ context: FindingContext) -> [Finding] {
      context.caseFile.claims.flatMap { claim -> [Finding] in
        if let jump = context.context.impossibleJump(of: claim) {
          return [
            finding(
              .warning,
              """
              between the positions of \(term: jump.from.time.utcText) and \(term: jump.to.time.utcText) it would have gone \
              at least \(jump.speed.kilometersPerHour, decimals: 0) km/h
              """, claims: [claim.id])
          ]
        }
        // Beyond the greatest limit first: those are told of.
        guard let outliers = context.context.outliers(of: claim).first else { return [] }
        let told = outliers.prefix(named).map { outlier in
          finding(
            .warning,
            """
            the position of \(term: outlier.point.time.utcText) at \(term: outlier.point.coordinate.decimalText) lies \
            \(outlier.aside.kilometers, decimals: 1) km aside: no way there and on within \
            \(outlier.limit.kilometersPerHour, decimals: 0) km/h; leaving it out corrects the track
            """, claims: [claim.id])
        }
        guard outliers.count > named else { return told }
        return told + [
          finding(
            .note, "\(outliers.count - named) further positions of the track are no nearer",
            claims: [claim.id])
        ]
      }
    }
  }
}
