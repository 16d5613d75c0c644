// A journey as a row: by what, from where to where, when, in what vehicle.
import { make, button, field } from "../base/elements.js";
import { post } from "../base/service.js";
import { t, dayOf } from "../base/words.js";
import { state, change } from "../base/store.js";
import { icon } from "../base/icons.js";
import { placeName } from "./places.js";
import { stopID } from "./events.js";
import { stopList } from "./stops.js";

const modes = ["rail", "air", "road", "sea"];
let vehicles = null;
/** The journeys whose fields are shown. */
const opened = new Set();

/** What a journey comes to, in a line. */
export function journeyLine(journey) {
  const ends = [journey.stops[0], ...(journey.stops.length > 2 ? [{ place: null, more: journey.stops.length - 2 }] : []), journey.stops.at(-1)];
  return [icon(journey.mode), make("span", { class: "visually-hidden" }, t(`mode.${journey.mode}`)), " ",
    make("strong", {}, ends.map((stop) => (stop.more ? t("journeys.via", { n: stop.more }) : shortName(stop.place) || "?")).join(" → ")),
    make("span", { class: "dim" }, ` ${[journey.date && dayOf(String(journey.date)), t(`mode.${journey.mode}`), journey.vehicle?.replaceAll("-", " ")].filter(Boolean).join(" · ")}`)];
}

/** As the map has it: the city of an airport with the airport's code. */
const shortName = (id) => state.board?.map.stops.find(({ place }) => place === id)?.name ?? placeName(id);

export function journeyEditor(journey, number, again) {
  const set = (key) => (value) => {
    change(({ tree }) => { if (value) tree.journeys[number][key] = value; else delete tree.journeys[number][key]; }, `journey-${number}-${key}`);
  };
  const at = (key) => ({ data: { path: `journeys.${number}.${key}`, key: `journey-${number}-${key}` } });
  const list = `vehicles-${number}`;
  const mode = make("div", { class: "modes", role: "radiogroup", "aria-label": t("journeys.mode") }, ...modes.map((name) => make("label", { class: name === journey.mode ? "mode on" : "mode" },
    make("input", { type: "radio", name: `mode-${number}`, value: name, checked: name === journey.mode, data: { key: `mode-${number}-${name}` }, onchange: () => { set("mode")(name); again(); } }), icon(name), make("span", {}, t(`mode.${name}`)))));
  const vehicle = make("input", { value: journey.vehicle ?? "", autocomplete: "off", list, placeholder: t("journeys.vehicle.hint"), ...at("vehicle"), onfocus: (event) => offerVehicles(event.target.nextSibling, journey), oninput: (event) => set("vehicle")(event.target.value.trim()) });
  const others = (state.tree.journeys ?? []).filter((one) => one.id !== journey.id && one.mode === journey.mode);
  const fold = make("details", { class: "card journey", role: "group", "aria-label": t("journeys.number", { n: number + 1 }), open: opened.has(journey.id) || journey.stops.some(({ place }) => !place) },
    make("summary", { class: "journey-line", data: { key: `journey-${number}` } }, make("span", {}, ...journeyLine(journey)), make("span", { class: "change" }, t("confirm.edit"))), mode,
    stopList(journey, number, again),
    make("div", { class: "fields" }, field(t("journeys.day"), make("input", { type: "date", value: journey.date ?? "", ...at("date"), oninput: (event) => set("date")(event.target.value) })),
      field(t("journeys.vehicle"), make("span", {}, vehicle, make("datalist", { id: list })))),
    make("p", { class: "buttons" }, ...others.map((other) => button(t("journeys.merge", { title: other.title ?? other.id }), () => { change(({ tree }) => merge(tree, number, other.id)); again(); }, { class: "quiet" })),
      button(t("journeys.remove"), () => { change(({ tree }) => tree.journeys.splice(number, 1)); again(); }, { class: "quiet", data: { key: `journey-remove-${number}` } })));
  fold.addEventListener("toggle", () => { if (fold.open) opened.add(journey.id); else opened.delete(journey.id); });
  return fold;
}

/** Opens a journey's fields. */
export function openJourney(journey) { if (journey) opened.add(journey.id); }

/** The vehicles that are known, once somebody wants to name one. */
async function offerVehicles(list, journey) {
  try {
    vehicles ??= await post("/v1/what-if", { case: JSON.stringify(state.tree), list: true });
    const one = vehicles.parameters.find(({ path }) => path.endsWith(".model") && (path.startsWith(`${journey.id}.`) || state.tree.journeys.length === 1));
    list.replaceChildren(...(one?.choices ?? []).map((name) => make("option", { value: name })));
  } catch { vehicles = null; }
}

export function addJourney() {
  change(({ tree }) => {
    tree.journeys ??= [];
    let number = tree.journeys.length + 1;
    while (tree.journeys.some(({ id }) => id === `journey-${number}`)) number += 1;
    tree.journeys.push({ id: `journey-${number}`, title: t("journeys.new"), mode: "rail", stops: [{ place: "" }, { place: "" }] });
  });
}

/** A journey ends at a stop, and another begins there; claims stay with the one that has their stops. */
export function splitAt(tree, journey, place) {
  let number = 2;
  while (tree.journeys.some(({ id }) => id === `${journey.id}-${number}`)) number += 1;
  const next = { ...structuredClone(journey), id: `${journey.id}-${number}`, title: `${journey.title ?? journey.id} (${number})`, stops: structuredClone(journey.stops.slice(place)) };
  journey.stops = journey.stops.slice(0, place + 1);
  tree.journeys.splice(tree.journeys.indexOf(journey) + 1, 0, next);
  const isAt = (own, text) => own.stops.some((stop) => String(text ?? "").endsWith(` ${stopID(stop)}`));
  for (const claim of tree.claims ?? []) {
    const texts = [claim.event, claim.from, claim.to].filter((text) => typeof text === "string" && !("distance" in claim));
    if (claim.journey && claim.journey !== journey.id || !texts.length) continue;
    claim.journey = texts.every((text) => isAt(next, text)) && !texts.every((text) => isAt(journey, text)) ? next.id : journey.id;
  }
}

/** Another journey's stops come behind one's own, a stop at which both meet once. */
export function merge(tree, number, otherID) {
  const journey = tree.journeys[number];
  const other = tree.journeys.find(({ id }) => id === otherID);
  const known = new Set(journey.stops.map(stopID));
  journey.stops.push(...other.stops.filter((stop) => !known.has(stopID(stop))));
  for (const claim of tree.claims ?? []) if (claim.journey === otherID) claim.journey = journey.id;
  tree.journeys = tree.journeys.filter(({ id }) => id !== otherID);
}

