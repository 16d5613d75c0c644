// The articles, a line each once they are read; figures coloured by what became of them.
import { find, make, renew } from "../base/elements.js";
import { t, dayOf } from "../base/words.js";
import { state, change, save } from "../base/store.js";
import { selectClaim, onSelect, selected } from "../base/selection.js";

export function showArticles() {
  const { articles } = state;
  if (!articles.length || state.question) return renew(find("articles"));
  renew(find("articles"), make("h2", {}, t("articles.title")), ...articles.map(fold));
}

function fold(article, place) {
  const count = article.figures?.length ?? 0;
  const details = make("details", { class: "article", open: article.isOpen, data: { place } },
    make("summary", {}, make("strong", {}, sourceOf(place)?.outlet || article.outlet || article.name), article.published && make("span", { class: "dim" }, ` ${dayOf(article.published)}`),
      make("span", { class: "dim" }, ` ${t("articles.figures", { n: count })}`)));
  const show = () => { if (details.children.length === 1) details.append(head(article, place), text(article, place)); };
  if (article.isOpen) show();
  details.addEventListener("toggle", () => { article.isOpen = details.open; if (details.open) show(); save(); });
  return details;
}

/** The source that the draft made of an article; they come in one order. */
const sourceOf = (place) => state.tree?.sources?.[place];

function head(article, place) {
  const source = sourceOf(place);
  if (!source) return null;
  const control = (key, properties) => make("input", { value: source[key] ?? "", data: { key: `source-${place}-${key}`, path: `sources.${place}.${key}` }, ...properties,
    oninput: (event) => change((own) => { const of = own.tree.sources[place]; if (event.target.value) of[key] = event.target.value; else delete of[key]; }, `source-${place}-${key}`) });
  return make("div", { class: "fields" }, make("label", { class: "field" }, make("span", {}, t("story.outlet")), control("outlet", {})),
    make("label", { class: "field" }, make("span", {}, t("story.published")), control("published", { type: "date" })),
    make("label", { class: "field" }, make("span", {}, t("story.link")), control("url", { type: "url" })));
}

/** The text with its figures marked. Positions count code points. */
function text(article, place) {
  const letters = Array.from(article.text);
  const box = make("div", { class: "text", tabIndex: 0, role: "region", "aria-label": t("articles.text", { name: article.outlet || article.name }) });
  const figures = (article.figures ?? []).filter((figure) => figure.selector).toSorted((one, other) => one.selector.start - other.selector.start);
  let end = 0;
  for (const figure of figures) {
    const { start, end: stop } = figure.selector;
    if (start < end) continue;
    const claim = claimAt(place, start, stop);
    const own = claim && state.board?.claims.find((one) => one.claim === claim.id);
    box.append(letters.slice(end, start).join(""), make("mark", {
      class: `${own?.verdict ?? (claim ? "" : "unchecked")}${claim && selected().claims.has(claim.id) ? " chosen" : ""}`, title: [own?.words, figure.tie?.reason].filter(Boolean).join(" – "),
      data: claim ? { claim: claim.id } : {}, onclick: claim ? () => selectClaim(claim.id, "article") : null,
    }, letters.slice(start, stop).join("")));
    end = stop;
  }
  box.append(letters.slice(end).join(""));
  return box;
}

function claimAt(place, start, end) {
  const source = sourceOf(place)?.id;
  return state.tree?.claims?.find((claim) => claim.source === source && claim.selector?.start === start && claim.selector?.end === end);
}

onSelect(({ claims }, from) => {
  for (const mark of document.querySelectorAll("#articles mark[data-claim]")) mark.classList.toggle("chosen", claims.has(mark.dataset.claim));
  const first = document.querySelector("#articles mark.chosen");
  if (first && from !== "article" && first.closest("details").open) {
    // Within the article only: the reader stays where the selection was made.
    const box = first.closest(".text");
    box.scrollTop = first.offsetTop - box.offsetTop - box.clientHeight / 2;
  }
});
