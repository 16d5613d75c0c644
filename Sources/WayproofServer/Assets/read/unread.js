// Figures that are no claims, each with the reason.
import { t } from "../base/words.js";
import { state } from "../base/store.js";

export function unchecked() {
  const claims = [...(state.tree?.claims ?? []), ...state.offered.map((offer) => offer.claim)];
  return state.articles.flatMap((article, place) => {
    const source = state.tree?.sources?.[place];
    return (article.figures ?? []).filter((figure) => figure.selector && !claims.some((claim) =>
      claim.source === source?.id && claim.selector?.start === figure.selector.start && claim.selector?.end === figure.selector.end))
      .map((figure) => ({ quote: figure.selector.exact, outlet: source?.outlet ?? article.name, why: why(figure.tie) }));
  });
}

function why(tie) {
  const unknown = tie?.from_unknown ?? tie?.to_unknown ?? tie?.at_unknown;
  return unknown ? t("unchecked.place", { name: unknown }) : tie?.reason ?? t("unchecked.tie");
}
