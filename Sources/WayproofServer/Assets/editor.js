// The journeys and claims of a case, as fields.
import { find, make, field } from "./elements.js";
import { ask, calm } from "./service.js";

/** What a claim may say, and how that is called. */
const values = { distance: "Distance", speed: "Speed", duration: "Time taken", time: "When" };
const lists = ["from", "to", "kind"];
const modes = ["rail", "air", "road", "sea"];

const complete = calm(150, async (name) => {
  if (name.trim().length < 2) return;
  try {
    const { text } = await ask("GET", `/v1/places?name=${encodeURIComponent(name.trim())}`);
    const found = JSON.parse(text).slice(0, 20);
    for (const place of found) names.set(place.id, place.name);
    find("places").replaceChildren(...found.map((place) =>
      make("option", { value: place.id }, `${place.name} (${place.kind}, ${place.country})`)));
  } catch { /* nothing is called so yet */ }
});

/** Names of places by identifier, as far as they are known. */
const names = new Map();

/** Tells the names of places beside their identifiers. */
export function namePlaces(known) {
  for (const [id, name] of known) names.set(id, name);
  for (const hint of document.querySelectorAll(".place-name")) hint.textContent = nameOf(hint.dataset.place);
}

const nameOf = (ids) => ids.split(", ").map((id) => names.get(id)).filter(Boolean).join(", ");

/** A field of a place, completed from the gazetteer. */
function placeField(label, value, changed) {
  const hint = make("span", { class: "dim place-name", "data-place": value }, nameOf(value));
  const tell = () => { hint.dataset.place = input.value.trim(); hint.textContent = nameOf(input.value.trim()); };
  const input = make("input", { value, list: "places", autocomplete: "off", oninput: () => complete(input.value), onchange: () => { tell(); changed(input.value.trim()); } });
  return make("label", {}, label, input, hint);
}

function textField(label, value, changed, wide) {
  const input = make("input", { value, autocomplete: "off", onchange: () => changed(input.value.trim()) });
  return field(label, input, wide);
}

const joined = (value) => (Array.isArray(value) ? value.join(", ") : value ?? "");

function split(text) {
  const parts = text.split(",").map((part) => part.trim()).filter(Boolean);
  return parts.length > 1 ? parts : parts[0];
}

/** Shows a case's tree; `changed` is called after every change of it. */
export function showCase(tree, changed) {
  tree.claims ??= [];
  tree.journeys ??= [];
  const again = () => { showCase(tree, changed); changed(); };
  find("journeys").replaceChildren(...tree.journeys.map((journey) => journeyCard(tree, journey, changed, again)));
  find("claims").replaceChildren(...tree.claims.map((claim) => claimCard(tree, claim, changed, again)));
  find("add-journey").onclick = () => {
    tree.journeys.push({ id: free(tree.journeys, "journey"), title: "Another journey", mode: "rail", stops: [{ place: "" }, { place: "" }] });
    showCase(tree, changed);
  };
  find("add-claim").onclick = () => {
    tree.sources ??= [];
    if (!tree.sources.length) tree.sources.push({ id: "source", outlet: "A source" });
    tree.claims.push({ id: free(tree.claims, "claim"), source: tree.sources[0].id, quote: "", distance: "", from: "", to: "" });
    showCase(tree, changed);
  };
}

function free(list, name) {
  let number = list.length + 1;
  while (list.some((item) => item.id === `${name}-${number}`)) number += 1;
  return `${name}-${number}`;
}

function put(object, key, value) {
  if (value === undefined || value === "") delete object[key];
  else object[key] = value;
}

function journeyCard(tree, journey, changed, again) {
  const set = (key) => (value) => { put(journey, key, value); changed(); };
  const stops = journey.stops ?? (journey.stops = []);
  const mode = make("select", { onchange: () => set("mode")(mode.value) }, ...modes.map((name) => make("option", { value: name, selected: name === journey.mode }, name)));
  return make("div", { class: "card", role: "group", "aria-label": `Journey ${journey.title ?? journey.id}` },
    make("div", { class: "fields" },
      textField("Title", journey.title ?? "", set("title"), true),
      field("By", mode),
      textField("Train or aircraft", journey.vehicle ?? "", set("vehicle")),
      textField("Day", journey.date ?? "", set("date")),
      ...stops.map((stop, place) => placeField(place === 0 ? "From" : place === stops.length - 1 ? "To" : `Stop ${place}`, stop.place ?? "",
        (value) => { stop.place = value; delete stop.assumption; changed(); }))),
    make("p", { class: "buttons" },
      make("button", { type: "button", onclick: () => { stops.splice(Math.max(1, stops.length - 1), 0, { place: "" }); showAgain(tree, changed); } }, "A stop between"),
      stops.length > 2 && make("button", { type: "button", onclick: () => { stops.splice(stops.length - 2, 1); again(); } }, "Drop the last stop between"),
      make("button", { type: "button", onclick: () => { tree.journeys.splice(tree.journeys.indexOf(journey), 1); again(); } }, "Remove the journey")));
}

const showAgain = (tree, changed) => showCase(tree, changed);

function claimCard(tree, claim, changed, again) {
  const kind = Object.keys(values).find((key) => key in claim);
  const set = (key) => (value) => { put(claim, key, lists.includes(key) ? split(value) : value); changed(); };
  const outlet = tree.sources?.find((source) => source.id === claim.source)?.outlet ?? claim.source;
  const fields = [];
  if (!claim.quote || !claim.selector) fields.push(textField("Quote", claim.quote ?? "", set("quote"), true));
  if (kind) fields.push(textField(values[kind], joined(claim[kind]), set(kind)));
  for (const [key, label] of [["from", "From"], ["to", "To"]]) {
    if (key in claim) fields.push(placeField(label, joined(claim[key]), set(key)));
  }
  for (const [key, label] of [["kind", "Kind"], ["event", "Event"], ["journey", "Journey"]]) {
    if (key in claim) fields.push(textField(label, joined(claim[key]), set(key)));
  }
  const quote = claim.selector?.exact ?? claim.quote;
  return make("div", { class: "card claim", role: "group", "aria-label": `Claim ${claim.id}` },
    quote ? make("blockquote", {}, `“${quote}”`, make("span", { class: "dim" }, ` ${outlet}`)) : null,
    make("div", { class: "fields" }, ...fields),
    make("p", { class: "buttons" },
      make("span", { class: "dim verdict-of", "data-claim": claim.id }),
      make("button", { type: "button", onclick: () => { tree.claims.splice(tree.claims.indexOf(claim), 1); again(); } }, "Remove")));
}
