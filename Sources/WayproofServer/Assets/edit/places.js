// A field for a place: what is typed is looked for, and one of the finds is chosen, with its kind and country.
import { make } from "../base/elements.js";
import { get, calm } from "../base/service.js";
import { t, country } from "../base/words.js";
import { names as cities } from "../map/land.js";
import { project } from "../map/projection.js";
import { state, tell } from "../base/store.js";

const names = new Map();
let count = 0;

/** What a place is called, by its identifier: as it was found or judged; what is not known yet is asked for. */
export function placeName(id) {
  const stop = state.board?.map.stops.find(({ place }) => place === id);
  const name = names.get(id) ?? stop?.full_name;
  if (!name && id && !unknown.has(id)) learn(id);
  return name ?? id ?? "";
}

const unknown = new Set();
const told = calm(30, () => tell("names"));

async function learn(id) {
  unknown.add(id);
  try {
    const place = (await get(`/page/places?name=${encodeURIComponent(id)}`)).find((one) => one.id === id);
    if (place) { names.set(id, place.name); told(); }
  } catch { /* the identifier will do */ }
}

/**
 * @param value the place's identifier
 * @param chosen told another place's identifier
 */
export function placeField(value, chosen, { label, path, key }) {
  const id = `places-${(count += 1)}`;
  const list = make("ul", { id, role: "listbox", class: "finds", hidden: true, "aria-label": label });
  const input = make("input", { value: placeName(value), role: "combobox", autocomplete: "off", "aria-expanded": "false", "aria-controls": id, "aria-autocomplete": "list", "aria-label": label, placeholder: t("place.hint"), data: { path, key } });
  let finds = [];
  let active = -1;
  const close = () => { list.hidden = true; input.setAttribute("aria-expanded", "false"); input.removeAttribute("aria-activedescendant"); active = -1; };
  const take = (place) => {
    names.set(place.id, place.name);
    input.value = place.name;
    close();
    chosen(place.id);
  };
  const mark = () => [...list.children].forEach((item, place) => {
    item.setAttribute("aria-selected", place === active);
    if (place === active) { input.setAttribute("aria-activedescendant", item.id); item.scrollIntoView({ block: "nearest" }); }
  });
  const look = calm(120, async () => {
    const words = input.value.trim();
    if (words.length < 2) return close();
    try { finds = (await get(`/page/places?name=${encodeURIComponent(words)}`)).slice(0, 12); } catch { finds = []; }
    if (document.activeElement !== input) return;
    list.replaceChildren(...(finds.length ? finds.map((place, number) => make("li", { role: "option", id: `${id}-${number}`, onpointerdown: (event) => { event.preventDefault(); take(place); } },
      make("span", {}, place.name), make("span", { class: "dim" }, [t(`kind.${place.kind}`), country(place.country)].filter(Boolean).join(", ")))) : [make("li", { class: "dim", role: "option", "aria-disabled": "true" }, t("place.none", { name: words }))]));
    list.hidden = false;
    input.setAttribute("aria-expanded", "true");
    active = finds.length ? 0 : -1;
    mark();
  });
  input.addEventListener("input", look);
  input.addEventListener("keydown", (event) => {
    if (list.hidden) return;
    if (event.key === "ArrowDown" || event.key === "ArrowUp") { active = (active + (event.key === "ArrowDown" ? 1 : -1) + finds.length) % Math.max(1, finds.length); mark(); }
    else if (event.key === "Enter" && finds[active]) take(finds[active]);
    else if (event.key === "Escape") close();
    else return;
    event.preventDefault();
  });
  // Words that were left as they are stand for themselves: the service says whether it knows them.
  input.addEventListener("change", () => { if (input.value.trim() !== placeName(value)) { const words = input.value.trim(); const exact = finds.find(({ name }) => name === words); chosen(exact?.id ?? words); } });
  input.addEventListener("blur", () => setTimeout(close, 100));
  return make("span", { class: "place" }, input, list);
}

/** The places near a point that something could stop at, the nearest first: those of the gazetteer, else a city of the map. */
export async function placesNear(latitude, longitude) {
  let found = await get(`/page/places?near=${latitude.toFixed(4)},${longitude.toFixed(4)}`);
  const city = found.length ? null : nearestCity(latitude, longitude);
  if (city) {
    const isThere = (place) => Math.abs(place.latitude - latitude) < NEAR && Math.abs(place.longitude - longitude) < NEAR * 2;
    found = (await get(`/page/places?name=${encodeURIComponent(city)}`)).filter(isThere);
  }
  for (const place of found) names.set(place.id, place.name);
  return found;
}

/** How many degrees of latitude a click may be off. */
const NEAR = 0.4;

function nearestCity(latitude, longitude) {
  const [x, y] = project(longitude, latitude);
  const far = NEAR / 360;
  const distance = (one) => Math.hypot(one.x - x, one.y - y);
  return cities.filter((one) => !one.isCountry && distance(one) < far).sort((one, other) => distance(one) - distance(other))[0]?.name;
}
