// The reports that are likeliest to be wrong: figure and outlet, the number that matters, the scale.
import { find, make, quoted, renew } from "../base/elements.js";
import { t } from "../base/words.js";
import { state } from "../base/store.js";
import { selectClaim, onSelect } from "../base/selection.js";
import { scaleOf } from "./scale.js";

const SHOWN = 4;

export function showPoints({ points, status, claims }) {
  if (!points.length) return renew(find("points"), status === "no-contradiction" && claims.length > 0 && make("p", { class: "dim" }, t("points.none")));
  const items = points.map(pointOf);
  renew(find("points"), make("ol", { class: "points" }, ...items.slice(0, SHOWN)),
    items.length > SHOWN && make("details", {}, make("summary", {}, t("points.more", { n: items.length - SHOWN })), make("ol", { class: "points" }, ...items.slice(SHOWN))));
}

function pointOf(point) {
  return make("li", { class: point.verdict, data: { claim: point.claim } },
    make("button", { type: "button", class: "point", data: { key: `point-${point.claim}` }, "aria-pressed": "false", onclick: () => selectClaim(point.claim, "points") },
      make("span", { class: "sign", "aria-hidden": "true" }, point.sign),
      make("span", {}, make("strong", { class: "quote" }, ...quoted(point.quote, state.tree.claims.find(({ id }) => id === point.claim)?.selector?.exact)), point.outlet && make("span", { class: "outlet" }, ` ${point.outlet}`), make("span", { class: "visually-hidden" }, ` ${point.words}`))),
    point.why && make("p", { class: "why" }, point.why), scaleOf(point.scale));
}

onSelect(({ claims }) => {
  for (const item of document.querySelectorAll("#points li[data-claim]")) {
    const isChosen = claims.has(item.dataset.claim);
    item.classList.toggle("chosen", isChosen);
    item.querySelector("button").setAttribute("aria-pressed", isChosen);
  }
});
