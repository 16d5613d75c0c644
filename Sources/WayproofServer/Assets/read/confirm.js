// What was understood: the journeys with their mode, ends, day and vehicle; ties that are not sure, offered as choices.
import { find, make, button, field, renew } from "../base/elements.js";
import { t } from "../base/words.js";
import { state, change, save } from "../base/store.js";
import { icon } from "../base/icons.js";
import { journeyEditor, journeyLine, addJourney, openJourney } from "../edit/journeys.js";
import { take } from "./ties.js";
import { unchecked } from "./unread.js";
import { askModes } from "./modeless.js";

export function showConfirm() {
  const section = find("confirm");
  section.className = state.isConfirmed ? "confirm folded" : "confirm";
  renew(section, ...(state.isConfirmed ? summary() : question()));
}

/** A line for each journey, to be opened again. */
function summary() {
  const journeys = state.tree.journeys ?? [];
  return [make("div", { class: "confirm-lines" }, ...(journeys.length ? journeys.map((journey) => make("p", { class: "journey-line" }, ...journeyLine(journey))) : [make("p", { class: "dim" }, t("journeys.none"))])),
    button(t("confirm.edit"), () => { state.isConfirmed = false; openJourney(state.tree.journeys?.[0]); showConfirm(); find("confirm").focus(); }, { class: "quiet", data: { key: "confirm-edit" } })];
}

function question() {
  const journeys = state.tree.journeys ?? [];
  const open = state.offered;
  const left = unchecked();
  return [
    make("h2", {}, journeys.length ? t("confirm.title") : t("confirm.none")),
    make("p", { class: "dim" }, journeys.length ? t("confirm.hint") : t("confirm.noneHint")),
    make("div", { class: "journeys" }, ...journeys.map((journey, place) => journeyEditor(journey, place, showConfirm))),
    make("p", { class: "buttons" }, button([icon("plus"), t("journeys.add")], () => { addJourney(); showConfirm(); }, { class: "quiet" })),
    ...askModes(showConfirm),
    ...dates(),
    open.length > 0 && make("fieldset", { class: "offers" }, make("legend", {}, t("confirm.unsure", { n: open.length })), make("p", { class: "dim" }, t("confirm.unsureHint")), ...open.map(offer)),
    left.length > 0 && folded(t("confirm.unchecked", { n: left.length }), () => make("ul", {}, ...left.map(({ quote, outlet, why }) => make("li", {}, make("span", { class: "quote" }, `“${quote}”`), ` ${outlet} `, make("span", { class: "dim" }, why))))),
    state.notes.length > 0 && make("ul", { class: "dim notes" }, ...state.notes.map((note) => make("li", {}, note))),
    make("p", { class: "buttons" }, button(t(journeys.length ? "confirm.yes" : "confirm.goOn"), confirm, { class: "main", id: "confirm-yes", data: { key: "confirm-yes" } })),
  ].filter(Boolean);
}

/** A fold whose content is made when it is opened: a story may have many figures. */
function folded(words, content) {
  const fold = make("details", { class: "unchecked-list" }, make("summary", {}, words));
  fold.addEventListener("toggle", () => { if (fold.open && fold.children.length === 1) fold.append(content()); });
  return fold;
}

function confirm() {
  state.isConfirmed = true;
  save();
  showConfirm();
  find("verdict").focus({ preventScroll: true });
  scrollTo(0, 0);
}

function offer(one, place) {
  const outlet = state.tree.sources?.find((source) => source.id === one.claim.source)?.outlet ?? "";
  const box = make("input", { type: "checkbox", checked: one.isTaken, data: { key: `offer-${place}` }, onchange: () => { change((own) => take(own, own.offered[place], box.checked)); showConfirm(); } });
  return make("label", { class: "offer" }, box, make("span", {}, make("strong", { class: "quote" }, `“${one.claim.selector?.exact ?? one.claim.quote}”`), make("span", { class: "outlet" }, ` ${outlet} `), make("span", { class: "dim" }, context(one.claim))));
}

const asked = new Set();
const lacksDay = (source) => (state.tree.claims ?? []).some((claim) => claim.source === source.id && "time" in claim && !/\d{4}-\d\d-\d\d/.test(claim.time));

/** The day of stories that print none: weekdays are counted from it. */
function dates() {
  const undated = (state.tree.sources ?? []).map((source, place) => ({ source, place })).filter(({ source, place }) => state.articles[place] && (asked.has(place) || !source.published && lacksDay(source)));
  if (!undated.length || !state.tree.claims?.length) return [];
  for (const { place } of undated) asked.add(place);
  return [make("fieldset", { class: "offers" }, make("legend", {}, t("confirm.dates")), make("p", { class: "dim" }, t("confirm.datesHint")),
    make("div", { class: "fields" }, ...undated.map(({ source, place }) => field(source.outlet, make("input", { type: "date", value: source.published ?? "", data: { path: `sources.${place}.published`, key: `date-${place}` },
      oninput: (event) => change(({ tree }) => { if (event.target.value) tree.sources[place].published = event.target.value; else delete tree.sources[place].published; }, `date-${place}`) })))))];
}


/** The words around a figure, and what it would be tied to. */
function context(claim) {
  const note = String(claim.note ?? "").split(";")[0];
  return [claim.quote && claim.quote !== claim.selector?.exact ? `… ${claim.quote.slice(0, 140)}` : "", note].filter(Boolean).join(" – ");
}
