// The stops of a journey in order: dragged or moved by keys, added between, on the map, removed, split at.
import { make, button } from "../base/elements.js";
import { t } from "../base/words.js";
import { change } from "../base/store.js";
import { icon } from "../base/icons.js";
import { pickOnMap } from "../map/atlas.js";
import { notice } from "../start/opening.js";
import { placeField, placesNear } from "./places.js";
import { stopID, renameStop } from "./events.js";
import { splitAt } from "./journeys.js";

export function stopList(journey, number, again) {
  const edit = (work) => { change(({ tree }) => work(tree.journeys[number], tree)); again(); };
  const list = make("ol", { class: "stops" }, ...journey.stops.map((stop, place) => row(journey, number, place, edit)));
  drag(list, (from, to) => edit((own) => move(own, from, to)));
  return make("div", {}, list, make("p", { class: "buttons" },
    button([icon("plus"), t("stops.add")], () => edit((own) => own.stops.splice(own.stops.length - 1, 0, { place: "" })), { class: "quiet", data: { key: `stop-add-${number}` } }),
    button([icon("pin"), t("stops.map")], () => pick(journey, edit), { class: "quiet", data: { key: `stop-map-${number}` } })));
}

function row(journey, number, place, edit) {
  const stop = journey.stops[place];
  const last = journey.stops.length - 1;
  const label = place === 0 ? t("stops.from") : place === last ? t("stops.to") : t("stops.via", { n: place });
  const set = (id) => edit((own, tree) => {
    const old = stopID(own.stops[place]);
    own.stops[place] = { ...own.stops[place], place: id };
    delete own.stops[place].assumption;
    renameStop(tree, own, old, stopID(own.stops[place]));
  });
  const key = `stop-${number}-${place}`;
  return make("li", { class: "stop", data: { place } },
    make("button", { type: "button", class: "grip quiet", "aria-label": t("stops.move", { name: label }), title: t("stops.move", { name: label }), data: { key: `${key}-grip` }, onkeydown: (event) => {
      const step = event.key === "ArrowUp" ? -1 : event.key === "ArrowDown" ? 1 : 0;
      if (!step || place + step < 0 || place + step > last) return;
      event.preventDefault();
      edit((own) => move(own, place, place + step));
      document.querySelector(`[data-key="stop-${number}-${place + step}-grip"]`)?.focus();
    } }, icon("grip")),
    make("span", { class: "stop-label dim" }, label),
    placeField(stop.place, set, { label, path: `journeys.${number}.stops.${place}.place`, key }),
    stop.assumption && make("span", { class: "dim assumption" }, t("stops.assumed", { why: stop.assumption })),
    place > 0 && place < last && button(t("stops.split"), () => edit((own, tree) => splitAt(tree, own, place)), { class: "quiet", data: { key: `${key}-split` } }),
    last > 1 && button(icon("bin"), () => edit((own) => own.stops.splice(place, 1)), { class: "quiet", "aria-label": t("stops.remove", { name: label }), title: t("stops.remove", { name: label }), data: { key: `${key}-bin` } }));
}

function move(journey, from, to) {
  const [stop] = journey.stops.splice(from, 1);
  journey.stops.splice(to, 0, stop);
}

/** Rows are dragged by their grips, by mouse or finger. */
function drag(list, moved) {
  let from = null;
  list.addEventListener("pointerdown", (event) => {
    const grip = event.target.closest(".grip");
    if (!grip) return;
    from = [...list.children].indexOf(grip.closest("li"));
    list.children[from].classList.add("dragged");
    list.setPointerCapture(event.pointerId);
  });
  const over = (event) => [...list.children].findIndex((row) => { const box = row.getBoundingClientRect(); return event.clientY < box.bottom; });
  list.addEventListener("pointermove", (event) => {
    if (from === null) return;
    const to = over(event);
    [...list.children].forEach((row, place) => row.classList.toggle("target", place === (to < 0 ? list.children.length - 1 : to) && place !== from));
  });
  const end = (event) => {
    if (from === null) return;
    const to = over(event);
    const own = from;
    from = null;
    for (const row of list.children) row.classList.remove("dragged", "target");
    const held = to < 0 ? list.children.length - 1 : to;
    if (event.type === "pointerup" && held !== own) moved(own, held);
  };
  list.addEventListener("pointerup", end);
  list.addEventListener("pointercancel", end);
}

/** A stop at a place near a click on the map, between those that it is nearest to. */
function pick(journey, edit) {
  notice(t("stops.click"));
  pickOnMap(async (latitude, longitude) => {
    let near = [];
    try { near = await placesNear(latitude, longitude); } catch { /* none is known there */ }
    const wanted = near.find(({ kind }) => (journey.mode === "air") === (kind === "airport")) ?? near[0];
    // Where nothing is known near, the point itself is the stop.
    const point = `${latitude.toFixed(4)},${longitude.toFixed(4)}`;
    edit((own) => own.stops.splice(Math.max(1, own.stops.length - 1), 0, wanted ? { place: wanted.id } : { id: `point-${own.stops.length}`, place: point }));
    notice(wanted ? t("stops.added", { name: wanted.name }) : t("stops.point", { point }));
  });
}
