// A card for each contradiction: the quotes side by side, one scale, the reasoning folded. Those that blame one report are together.
import { find, make, renew } from "../base/elements.js";
import { t } from "../base/words.js";
import { selectClaim } from "../base/selection.js";
import { scaleOf } from "./scale.js";
import { blocks } from "./story.js";

const SHOWN = 6;

export function showCards({ conflicts, corrections, conflict_count: count }) {
  if (!conflicts.length) return renew(find("cards"));
  const groups = [];
  for (const conflict of conflicts) {
    const known = conflict.culprit && groups.find(([first]) => first.culprit === conflict.culprit);
    if (known) known.push(conflict); else groups.push([conflict]);
  }
  const cards = groups.map((group, place) => card(group, place + 1));
  const [, ...rest] = corrections;
  renew(find("cards"), make("h2", {}, t("cards.title")),
    rest.length > 0 && make("details", {}, make("summary", {}, t("cards.corrections")), ...blocks(rest)),
    ...cards.slice(0, SHOWN),
    cards.length > SHOWN && make("details", {}, make("summary", {}, t("points.more", { n: cards.length - SHOWN })), ...cards.slice(SHOWN)),
    count > conflicts.length && make("p", { class: "dim" }, t("cards.left", { n: count - conflicts.length })));
}

function card([conflict, ...others], number) {
  return make("article", { class: `card ${conflict.gravity}` },
    make("h3", {}, `${number}. ${conflict.title ?? ""}`),
    sides(conflict), scaleOf(conflict.scale),
    make("details", {}, make("summary", {}, t("cards.reasoning")), ...blocks(conflict.reasoning)),
    others.length > 0 && make("details", {}, make("summary", {}, t("cards.others", { n: others.length })),
      ...others.map((other) => make("div", { class: "other" }, make("h4", {}, other.title ?? ""), sides(other), make("details", {}, make("summary", {}, t("cards.reasoning")), ...blocks(other.reasoning))))));
}

function sides({ sides: all }) {
  return make("ul", { class: "sides" }, ...all.map((side) => make("li", {},
    make("button", { type: "button", class: "side", onclick: () => selectClaim(side.claim, "cards") },
      make("span", { class: "quote" }, `“${side.words}”`), make("span", { class: "by" }, [side.by, side.value].filter(Boolean).join(": "))))));
}
