// Blocks of a report as elements.
import { find, make, renew } from "../base/elements.js";
import { t } from "../base/words.js";

export const line = (spans) => spans.map((span) => (typeof span === "string" ? span : make(span.style === "strong" ? "strong" : "span", { class: span.style }, span.text)));

/** The elements of some blocks. */
export function blocks(all) { return all.map(block); }

function block(one) {
  switch (one.type) {
    case "heading": return make(`h${Math.min(6, one.level + 1)}`, {}, ...line(one.line));
    case "quote": return make("blockquote", {}, ...line(one.line));
    case "items": return make("ul", {}, ...one.items.map((item) => make("li", {}, ...(item.mark ? [...line(item.mark), " "] : []), ...line(item.line), ...blocks(item.below ?? []))));
    case "statements": return make("ul", { class: "sides" }, ...one.statements.map((side) => make("li", { class: side.quoted ? "" : "fact" },
      make("span", { class: "by" }, side.sort), " ", side.quoted ? `“${side.words}”` : side.words, make("span", { class: "by" }, [side.by, side.value].filter(Boolean).join(": ")))));
    case "table": return make("div", { class: "scroll", tabIndex: 0, role: "region", "aria-label": t("table") }, make("table", {},
      make("thead", {}, make("tr", {}, ...one.header.map((cell) => make("th", { scope: "col" }, cell)))),
      make("tbody", {}, ...one.rows.map((row) => make("tr", {}, ...row.map((cell) => make("td", {}, cell)))))));
    case "group": return make("div", {}, ...blocks(one.blocks));
    case "folded": return make("details", {}, make("summary", {}, ...line(one.line)), ...blocks(one.blocks));
    case "figure": return make("div", { class: "scroll", tabIndex: 0, role: "region", "aria-label": one.title },
      make("img", { class: one.small ? "small" : "", alt: one.title, loading: "lazy", src: `data:image/svg+xml;charset=utf-8,${encodeURIComponent(one.svg)}` }));
    default: return make("p", {}, ...line(one.line));
  }
}

/** Routes, running times, method and sources: what the verdict rests on; made when it is opened. */
export function showSections({ sections }) {
  if (!sections.length) return renew(find("sections"));
  renew(find("sections"), ...sections.map((one) => {
    if (one.type !== "folded") return block(one);
    const fold = make("details", { class: "section" }, make("summary", {}, ...line(one.line)));
    fold.addEventListener("toggle", () => { if (fold.open && fold.children.length === 1) fold.append(...blocks(one.blocks)); });
    return fold;
  }));
}
