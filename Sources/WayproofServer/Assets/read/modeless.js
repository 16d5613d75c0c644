// Journeys of which no story says by what they were made: whoever knows it says so, and their figures are checked.
import { make, button } from "../base/elements.js";
import { t } from "../base/words.js";
import { state, change } from "../base/store.js";
import { icon } from "../base/icons.js";
import { placeName } from "../edit/places.js";

const modes = ["rail", "air", "road", "sea"];
const kinds = { rail: "track", air: "flown", road: "road", sea: "sea" };

/** Figures without a means of transport that lie between two places, by their ends. */
function groups() {
  const found = new Map();
  state.articles.forEach((article, place) => {
    const source = state.tree.sources?.[place]?.id;
    const own = (article.figures ?? []).filter(({ tie, selector }) => selector && tie && !tie.mode && !isClaim(source, selector));
    const legs = own.filter(({ tie }) => tie.from?.length && tie.to?.length);
    for (const figure of legs) {
      const key = `${figure.tie.from[0]} ${figure.tie.to[0]}`;
      const group = found.get(key) ?? { from: figure.tie.from, to: figure.tie.to, figures: [] };
      group.figures.push({ figure, source });
      found.set(key, group);
    }
    for (const group of found.values()) for (const figure of own) {
      const at = figure.tie.at?.[0];
      if (figure.tie.event && (group.from.includes(at) || group.to.includes(at))) group.figures.push({ figure, source });
    }
  });
  return [...found.values()];
}

const isClaim = (source, { start, end }) => (state.tree.claims ?? []).some((claim) => claim.source === source && claim.selector?.start === start && claim.selector?.end === end);

export function askModes(again) {
  return groups().map((group) => make("fieldset", { class: "offers" }, make("legend", {}, t("modeless.title", { from: placeName(group.from[0]), to: placeName(group.to[0]) })),
    make("p", { class: "dim" }, t("modeless.hint", { n: group.figures.length }), " ", group.figures.map(({ figure }) => `“${figure.selector.exact}”`).join(", ")),
    make("p", { class: "buttons" }, ...modes.map((mode) => button([icon(mode), t(`mode.${mode}`)], () => { change(({ tree }) => add(tree, group, mode)); again(); })))));
}

/** The place that a means of transport stops at; airports are known by their codes of three letters. */
function stopFor(ids, mode) {
  const isAirport = (id) => /^[A-Z]{3}$/.test(id);
  return ids.find((id) => isAirport(id) === (mode === "air")) ?? ids[0];
}

function add(tree, group, mode) {
  const [from, to] = [stopFor(group.from, mode), stopFor(group.to, mode)];
  tree.journeys ??= [];
  tree.claims ??= [];
  let number = tree.journeys.length + 1;
  while (tree.journeys.some(({ id }) => id === `journey-${number}`)) number += 1;
  const journey = { id: `journey-${number}`, title: `${placeName(group.from[0])} – ${placeName(group.to[0])}`, mode, stops: [{ place: from }, { place: to }] };
  const day = group.figures.map(({ figure }) => figure.date).find(Boolean);
  if (day) journey.date = day;
  tree.journeys.push(journey);
  for (const { figure, source } of group.figures) {
    const said = saying(figure, journey, group);
    if (!said) continue;
    let id = `${source}-${figure.selector.start}`;
    while (tree.claims.some((claim) => claim.id === id)) id += "-2";
    tree.claims.push({ id, source, quote: figure.sentence, selector: figure.selector, ...said });
    delete tree.claims.at(-1).selector.type;
  }
}

function saying({ dimension, value, date, clock, tie }, journey, group) {
  const [from, to] = journey.stops.map(({ place }) => place);
  if (dimension === "distance") return { distance: value, from, to, kind: ["geodesic", kinds[journey.mode]] };
  if (dimension === "duration") return { duration: value, journey: journey.id, from: "start", to: "end" };
  if (dimension !== "time" || !tie.event) return null;
  const isStart = group.from.includes(tie.at?.[0]);
  const verb = journey.mode === "air" ? (isStart ? "off-block" : "on-block") : isStart ? "departure" : "arrival";
  return { time: [date, clock].filter(Boolean).join(" ") || value, journey: journey.id, event: `${verb} ${isStart ? from : to}` };
}
