// A claim's fields: what it says, of which places or events, in whose clocks; pickers for all that is not the number itself.
import { make, field } from "../base/elements.js";
import { t } from "../base/words.js";
import { state, change } from "../base/store.js";
import { placeField, placeName } from "./places.js";
import { parseEvent, stopID, verbs } from "./events.js";

const kinds = ["time", "duration", "distance", "speed"];
const ways = ["geodesic", "track", "tariff", "road", "sea", "flown"];

export function claimForm(claim) {
  const place = state.tree.claims.findIndex((one) => one.id === claim.id);
  const form = make("div", { class: "fields claim-fields" });
  const build = () => form.replaceChildren(...fields(state.tree.claims[place], place, build).filter(Boolean));
  build();
  return form;
}

function fields(claim, place, build) {
  const kind = kinds.find((name) => name in claim);
  const path = (key) => `claims.${place}.${key}`;
  const set = (key, value, again = false) => {
    change(({ tree }) => {
      const own = tree.claims[place];
      // What somebody adds is quoted by what it says, until it has words of its own.
      if (!own.selector && kinds.includes(key) && (!own.quote || own.quote === own[key])) own.quote = value;
      if ((value === "" || value === null) && !kinds.includes(key)) delete own[key]; else own[key] = value ?? "";
    }, `${claim.id}-${key}`);
    if (again) build();
  };
  const text = (key, label, properties = {}) => field(label, make("input", { value: claim[key] ?? "", autocomplete: "off", data: { path: path(key), key: `${claim.id}-${key}` }, oninput: (event) => set(key, event.target.value.trim()), ...properties }));
  const own = { claim, place, path, set, text, build };
  const quote = claim.selector ? null : field(t("claim.quote"), make("input", { value: claim.quote ?? "", data: { path: path("quote"), key: `${claim.id}-quote` }, oninput: (event) => set("quote", event.target.value) }), "wide");
  const sort = claim.selector || !kind ? null : select(t("claim.sort"), kind, kinds.map((name) => [name, t(`claim.${name}`)]), (value) => { change(({ tree }) => resort(tree, place, kind, value)); build(); }, path("sort"));
  switch (kind) {
    case "time": return [quote, sort, moment(own), clocks(own), event(own, "event", t("claim.event"))];
    case "duration": return [quote, sort, text("duration", t("claim.duration"), { placeholder: "4 h 20" }), event(own, "from", t("stops.from")), event(own, "to", t("stops.to"))];
    case "distance": return [quote, sort, text("distance", t("claim.distance"), { placeholder: "450 km" }), at(own, "from"), at(own, "to"), way(own)];
    case "speed": return [quote, sort, text("speed", t("claim.speed"), { placeholder: "120 km/h" }), claim.vehicle !== undefined && text("vehicle", t("journeys.vehicle")),
      select(t("claim.speedKind"), claim.kind ?? "maximum", ["maximum", "average"].map((name) => [name, t(`claim.${name}`)]), (value) => set("kind", value), path("kind"))];
    default: return [quote, make("p", { class: "dim" }, t("claim.other"))];
  }
}

/** A claim that somebody wrote becomes one of another sort. */
function resort(tree, place, from, to) {
  const claim = tree.claims[place];
  delete claim[from];
  claim[to] = "";
  for (const key of ["event", "kind", "from", "to"]) delete claim[key];
  const journey = tree.journeys?.[0];
  if (to === "time") claim.event = "end";
  if (to === "duration") Object.assign(claim, { from: "start", to: "end" });
  if (to === "distance") Object.assign(claim, { from: journey?.stops[0].place ?? "", to: journey?.stops.at(-1).place ?? "" });
  if (to === "speed") Object.assign(claim, { kind: "average", from: "start", to: "end" });
}

function select(label, value, options, chosen, path) {
  return field(label, make("select", { data: { path, key: path }, onchange: (event) => chosen(event.target.value) },
    ...options.map(([name, words]) => make("option", { value: name, selected: name === value }, words))));
}

function event({ claim, path, set, build }, key, label) {
  const now = parseEvent(state.tree, claim[key], claim.journey);
  const journeys = state.tree.journeys ?? [];
  const name = (journey, verb, stop) => `${journeys.length > 1 ? `${journey.id}: ` : ""}${verb} ${stop}`;
  const options = journeys.flatMap((journey) => journey.stops.flatMap((stop, place) => verbs[journey.mode]
    .filter((verb) => !(place === 0 && ["arrival", "landing", "on-block", "passing"].includes(verb)) && !(place === journey.stops.length - 1 && ["departure", "take-off", "off-block", "passing"].includes(verb)))
    .map((verb) => [name(journey, verb, stopID(stop)), `${t(`event.${verb}`, { place: placeName(stop.place) })}${journeys.length > 1 ? ` (${journey.title ?? journey.id})` : ""}`])));
  const verb = now?.verb === "start" ? verbs[now.journey.mode][0] : now?.verb === "end" ? verbs[now.journey.mode][now.journey.mode === "air" ? 3 : 1] : now?.verb;
  const value = now ? name(now.journey, verb, stopID(now.journey.stops[now.place])) : claim[key] ?? "";
  if (!options.some(([option]) => option === value)) options.unshift([value, value || t("choose")]);
  return select(label, value, options, (chosen) => {
    const of = /^(\S+): /.exec(chosen)?.[1];
    if (of && "journey" in claim) set("journey", of);
    set(key, chosen);
    build();
  }, path(key));
}

/** A place, or several of which one is meant. */
function at({ claim, path, set, build }, key) {
  const ids = [claim[key]].flat();
  const label = t(key === "from" ? "stops.from" : "stops.to");
  return field(label, make("span", {}, placeField(ids[0] ?? "", (id) => { set(key, id); build(); }, { label, path: path(key), key: `${claim.id}-${key}` }),
    ids.length > 1 && make("span", { class: "dim" }, t("claim.orPlace", { names: ids.slice(1).map(placeName).join(", ") }))));
}

function way({ claim, path, set, build }) {
  const now = [claim.kind].flat().filter(Boolean);
  const modes = new Set((state.tree.journeys ?? []).map(({ mode }) => ({ rail: "track", air: "flown", road: "road", sea: "sea" })[mode]));
  const offers = ways.filter((name) => now.includes(name) || name === "geodesic" || modes.has(name));
  const toggle = (name, isOn) => { const next = isOn ? [...now, name] : now.filter((one) => one !== name); set("kind", next.length > 1 ? next : next[0] ?? null); build(); };
  return make("fieldset", { class: "field ways-meant", data: { path: path("kind") } }, make("legend", {}, t("claim.kind")), ...offers.map((name) => make("label", {}, make("input", { type: "checkbox", checked: now.includes(name), data: { key: `${claim.id}-kind-${name}` }, onchange: (change) => toggle(name, change.target.checked) }), ` ${t(`way.${name}`)}`)));
}

const written = /^(\d{4}-\d\d-\d\d)?(?: ?at)? ?(\d{1,2}:\d\d)?$/;

/** A day and a clock time by pickers, if it is no more than that; the words as they are otherwise. */
function moment(own) {
  const { claim, path, set, text, build } = own;
  const found = written.exec(String(claim.time ?? ""));
  if (!found) return text("time", t("claim.time"), { placeholder: "2024-04-24 10:40" });
  const [, day = "", clock = ""] = found;
  const put = (nextDay, nextClock) => { set("time", [nextDay, nextClock].filter(Boolean).join(" ")); if (!nextDay && !nextClock) build(); };
  const date = make("input", { type: "date", value: day, data: { path: path("time"), key: `${claim.id}-day` }, "aria-label": t("claim.day"), oninput: () => put(date.value, time.value) });
  const time = make("input", { type: "time", value: clock.padStart(clock ? 5 : 0, "0"), data: { key: `${claim.id}-clock` }, "aria-label": t("claim.clock"), oninput: () => put(date.value, time.value) });
  return make("div", { class: "field" }, make("span", {}, t("claim.time")), make("span", { class: "pair" }, date, time));
}

/** Whose clocks: those of the stop or a zone that the case knows. */
function clocks({ claim, path, set }) {
  const zones = new Set([...(state.board?.map.stops ?? []).map(({ zone }) => zone).filter(Boolean), ...[claim.zone].flat().filter(Boolean)]);
  if (zones.size < 2 && !claim.zone) return null;
  const value = [claim.zone].flat()[0] ?? "";
  return select(t("claim.zone"), value, [["", t("claim.zoneOpen")], ...[...zones].map((zone) => [zone, zone.split("/").at(-1).replaceAll("_", " ")])], (chosen) => set("zone", chosen), path("zone"));
}
