public import Casework
import Claims
import Plausibility
import Wording

extension Dossier {
  /// The verdicts as schema.org's ClaimReview, one for each claim, for an editor to put into a page. Rated are the words'
  /// fit with everything else, never their truth.
  public var claimReview: JSONValue {
    let teller = CaseTeller(self)
    return .object([
      "@context": .text("https://schema.org"),
      "@graph": .array(claims.map { review($0, teller) }),
    ])
  }

  private func review(_ account: ClaimAccount, _ teller: CaseTeller) -> JSONValue {
    let claim = account.claim
    let source = source(of: claim)
    var said: [String: JSONValue] = [
      "@type": .text("Claim"), "text": .text(claim.quote.onOneLine),
      "author": .object([
        "@type": .text("Organization"), "name": .text(source?.outlet.onOneLine ?? ""),
      ]),
    ]
    if let day = source?.published { said["datePublished"] = .text("\(day)") }
    if let url = source?.url, ["https://", "http://"].contains(where: url.hasPrefix) {
      said["appearance"] = .object(["@type": .text("CreativeWork"), "url": .text(url)])
    }
    let rating = Rating(account)
    let told = teller.detailLines(account).map(\.text).joined(separator: "; ")
    return .object([
      "@type": .text("ClaimReview"),
      "@id": .text("urn:sha256:\(caseFile.digest)#\(claim.id.text)"),
      "claimReviewed": .text(claim.quote.onOneLine), "itemReviewed": .object(said),
      "author": .object(["@type": .text("Organization"), "name": .text("Wayproof")]),
      "reviewRating": .object([
        "@type": .text("Rating"), "ratingValue": .whole(rating.value), "bestRating": .whole(5),
        "worstRating": .whole(1), "alternateName": .text(rating.name),
        "ratingExplanation": .text(told.onOneLine),
      ]),
    ])
  }

  /// From 5, consistent, to 1, impossible under what is hard.
  private struct Rating {
    let value: Int
    let name: String

    init(_ account: ClaimAccount) {
      switch account.verdict {
      case .consistent: (value, name) = (5, "Consistent with everything else that is known")
      case .crowFlies: (value, name) = (4, "True only as the crow flies")
      case .loose: (value, name) = (4, "Consistent if its words are read generously")
      case .untested: (value, name) = (3, "Not tested")
      case .unlikely: (value, name) = (2, "Unlikely: few of its kind do that")
      case .disputed: (value, name) = (2, "It cannot be true together with other reports")
      case .contradicted: (value, name) = (1, "Contradicted by facts alone")
      }
    }
  }
}
