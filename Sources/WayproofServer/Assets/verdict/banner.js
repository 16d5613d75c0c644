// The verdict in a sentence, with how many claims have which.
import { find, make, renew } from "../base/elements.js";
import { t } from "../base/words.js";
import { state } from "../base/store.js";

export const moods = { "cannot-all-be-true": "bad", unlikely: "warning", "no-contradiction": "good", undecided: "warning", "nothing-checked": "open" };
const signs = { bad: "✗", warning: "!", good: "✓", open: "?" };

export function showBanner(board) {
  const mood = moods[board.status] ?? "open";
  const unchecked = uncheckedCount();
  const verdict = find("verdict");
  verdict.className = `banner ${mood}`;
  renew(verdict,
    make("h2", {}, make("span", { class: "sign", "aria-hidden": "true" }, signs[mood]), " ", board.headline),
    board.tally.length > 0 && make("div", { class: "share", "aria-hidden": "true" },
      ...board.tally.flatMap(({ verdict: name, count }) => Array.from({ length: Math.min(count, 60) }, () => make("i", { class: name })))),
    board.tally.length > 0 && make("ul", { class: "tally" }, ...board.tally.map(({ verdict: name, count, words }) =>
      make("li", {}, make("span", { class: `dot ${name}`, "aria-hidden": "true" }), ` ${count} ${words}`)),
      unchecked > 0 && make("li", { class: "dim" }, t("verdict.unchecked", { n: unchecked }))),
    board.confidence && make("p", { class: "dim" }, board.confidence),
    board.explanation && make("p", {}, make("strong", {}, t("verdict.explanation")), ` ${board.explanation}.`),
    board.assumed && make("p", { class: "dim" }, t("verdict.assumed"), ` ${board.assumed}.`),
    make("p", { class: "staleness", hidden: true }));
  const bar = find("verdict-bar");
  bar.className = mood;
  bar.replaceChildren(make("span", {}, `${signs[mood]} ${board.headline}`));
  observer.disconnect();
  observer.observe(verdict);
}

/** On a phone the verdict stays in sight once its banner is gone. */
const observer = new IntersectionObserver(([{ isIntersecting, boundingClientRect }]) => find("verdict-bar")?.classList.toggle("on", !isIntersecting && boundingClientRect.top < 0));

/** Figures of the articles that are no claims. */
function uncheckedCount() {
  const found = state.articles.reduce((sum, article) => sum + (article.figures?.length ?? 0), 0);
  const claims = (state.tree?.claims ?? []).filter((claim) => claim.selector).length;
  return Math.max(0, found - claims);
}

/** The last verdict stays, greyed, while another is worked out or something is wrong. */
export function showWaiting(words = "") {
  find("desk")?.classList.toggle("stale", Boolean(state.board));
  const line = find("verdict")?.querySelector(".staleness");
  if (!line) return;
  line.textContent = words;
  line.hidden = !words;
}
