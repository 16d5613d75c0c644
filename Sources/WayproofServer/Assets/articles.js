// The articles, and what was read in them.
import { find, make, field } from "./elements.js";

/** A card to paste one article into. */
export function addArticle({ text = "", outlet = "", published = "", url = "" } = {}) {
  const number = find("articles").children.length + 1;
  const box = make("textarea", { rows: 6, value: text, name: "text", "aria-label": `Article ${number}` });
  const remove = make("button", { type: "button", onclick: () => card.remove() }, "Remove");
  const card = make("li", { class: "card article" },
    box,
    make("div", { class: "fields" },
      field("Outlet", make("input", { name: "outlet", value: outlet, autocomplete: "off" })),
      field("Published", make("input", { name: "published", value: published, placeholder: "2019-04-24", pattern: "\\d{4}-\\d{2}-\\d{2}", autocomplete: "off" })),
      field("Address", make("input", { name: "url", value: url, inputMode: "url", autocomplete: "off" }))),
    make("p", { class: "buttons" }, remove));
  find("articles").append(card);
  return card;
}

/** What stands on the cards; blank ones are passed over. */
export function articles() {
  return [...document.querySelectorAll(".article")].map((card) => {
    const article = {};
    for (const control of card.querySelectorAll("[name]")) {
      const value = control.value.trim();
      if (value) article[control.name] = control.name === "text" ? control.value : value;
    }
    return article;
  }).filter((article) => article.text);
}

/** Shows each article with its figures marked, and each figure with its reading. */
export function showReadings(read) {
  const all = read.map((article, place) => {
    // Positions count code points of the text.
    const letters = Array.from(article.text);
    const text = make("div", { class: "text", tabIndex: 0, role: "region", "aria-label": `Text of ${article.name}` });
    const list = make("ul", { class: "figures" });
    let end = 0;
    const figures = article.figures.filter((figure) => figure.selector).toSorted((a, b) => a.selector.start - b.selector.start);
    for (const [index, figure] of figures.entries()) {
      const { start, end: stop } = figure.selector;
      if (start < end) continue;
      text.append(letters.slice(end, start).join(""));
      const id = `figure-${place}-${index}`;
      const mark = make("mark", { id, title: reading(figure) }, letters.slice(start, stop).join(""));
      text.append(mark);
      end = stop;
      list.append(make("li", {}, make("button", {
        type: "button", "aria-describedby": id, onclick: () => choose(mark),
      }, make("strong", {}, figure.selector.exact), make("br"), reading(figure))));
    }
    text.append(letters.slice(end).join(""));
    const count = figures.length;
    return make("details", { class: "card", open: read.length === 1 },
      make("summary", {}, `${article.name}: ${count} ${count === 1 ? "figure" : "figures"}, read as ${article.language}`),
      text, count ? list : make("p", {}, "No travel figures were found in it."));
  });
  find("readings").replaceChildren(...all);
}

/** What a figure was understood to say, in words. */
function reading(figure) {
  const parts = [figure.value || "a day of an unknown year"];
  if (figure.kinds?.length) parts.push(figure.kinds.join(" or "));
  parts.push(figure.tie.words);
  if (figure.modality !== "stated") parts.push(figure.modality);
  return parts.join(", ");
}

function choose(mark) {
  document.querySelectorAll("mark.chosen").forEach((other) => other.classList.remove("chosen"));
  mark.classList.add("chosen");
  mark.scrollIntoView({ block: "center" });
}
