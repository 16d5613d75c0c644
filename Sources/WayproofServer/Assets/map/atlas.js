// The map of a case: ways, stops and names over coasts and borders; a way or a stop that is clicked selects its claims.
import { draw, make, button, find } from "../base/elements.js";
import { t } from "../base/words.js";
import { state } from "../base/store.js";
import { gestures } from "../base/gestures.js";
import { icon } from "../base/icons.js";
import { onSelect, selectSpan, selected } from "../base/selection.js";
import { stopID } from "../edit/events.js";
import { View, project, projectLine, unproject } from "./projection.js";
import { loadLand } from "./land.js";
import { paintLand, coloursOf } from "./canvas.js";
import { Labels } from "./labels.js";
import { legendOf } from "./legend.js";

let current = null;
onSelect(() => current?.light());
matchMedia("(prefers-color-scheme: dark)").addEventListener("change", () => current?.paint());

/** The map that is shown, for pictures of it. */
export const shownAtlas = () => current;

export function createAtlas() {
  current = new Atlas();
  return current;
}

class Atlas {
  constructor() {
    this.canvas = make("canvas", { "aria-hidden": "true" });
    this.svg = draw("svg", { class: "ways", "aria-hidden": "true" });
    this.box = make("div", { class: "map", id: "map", tabIndex: 0, role: "application", "aria-label": t("map.label") }, this.canvas, this.svg,
      make("div", { class: "tools" },
        button(icon("plus"), () => this.zoom(1.6), { "aria-label": t("map.in"), title: t("map.in") }), button(icon("minus"), () => this.zoom(1 / 1.6), { "aria-label": t("map.out"), title: t("map.out") }),
        button(icon("fit"), () => this.whole(), { "aria-label": t("map.whole"), title: t("map.whole") })));
    this.legend = make("div", {});
    this.element = make("figure", { class: "atlas" }, make("figcaption", {}, make("h2", {}, t("map.title"))), this.box, this.legend);
    this.view = new View(0, 0);
    this.data = { lines: [], stops: [], events: [] };
    gestures(this.box, { pan: (x, y) => { this.view.pan(x, y); this.later(); }, zoom: (factor, x, y) => { this.view.zoom(factor, x, y); this.later(); }, wheel: () => document.fullscreenElement === this.element });
    this.box.addEventListener("dblclick", (event) => { if (!event.target.closest("button")) this.zoom(2, event.offsetX, event.offsetY); });
    this.box.addEventListener("click", (event) => this.clicked(event));
    new ResizeObserver(() => this.resize()).observe(this.box);
    loadLand(() => this.paint());
  }

  /** Full screen, and back to all of the journey by a second press. */
  whole() {
    if (!document.fullscreenElement && this.isFitted) this.element.requestFullscreen?.().catch(() => {});
    this.fit();
  }

  resize() {
    const { clientWidth: width, clientHeight: height } = this.box;
    if (!width || width === this.view.width && height === this.view.height) return;
    Object.assign(this.view, { width, height });
    this.fit();
  }

  show(data) {
    const was = JSON.stringify(this.data.stops);
    this.data = data;
    const known = new Set(data.lines.filter(({ kind }) => kind !== "straight").map(({ journey, from, to }) => `${journey} ${from} ${to}`));
    this.ways = data.lines.map((line) => ({ ...line, kind: line.kind === "straight" && !known.has(`${line.journey} ${line.from} ${line.to}`) ? "unknown" : line.kind, world: projectLine(line.points) }));
    this.stops = data.stops.filter(({ longitude }) => longitude !== null).map((stop) => ({ ...stop, world: project(stop.longitude, stop.latitude) }));
    this.events = data.events.map((event) => ({ ...event, world: project(event.longitude, event.latitude) }));
    this.unwrap();
    this.legend.replaceChildren(legendOf(new Set([...this.ways.map(({ kind }) => kind), ...(this.stops.length ? ["stop"] : []), ...this.events.map(({ kind }) => kind)])));
    if (was !== JSON.stringify(data.stops)) this.fit(); else this.paint();
  }

  /** Everything on the nearer side of the first stop, across the antimeridian too. */
  unwrap() {
    const first = this.stops[0]?.world[0];
    if (first === undefined) return;
    const near = (point, to) => { point[0] += Math.round(to - point[0]); };
    for (const thing of [...this.stops, ...this.events]) near(thing.world, first);
    for (const way of this.ways) {
      const turn = Math.round(first - way.world[0][0]);
      for (const point of way.world) point[0] += turn;
    }
  }

  fit() {
    const points = [...(this.ways ?? []).flatMap(({ world }) => world), ...(this.stops ?? []).map(({ world }) => world)];
    this.view.fit(points);
    this.isFitted = true;
    this.paint();
  }

  zoom(factor, x = this.view.width / 2, y = this.view.height / 2) { this.view.zoom(factor, x, y); this.later(); }

  later() {
    this.isFitted = false;
    this.frame ??= requestAnimationFrame(() => { this.frame = null; this.paint(); });
  }

  paint() {
    if (!this.view.width) return;
    paintLand(this.canvas, this.view, coloursOf(this.box));
    this.svg.setAttribute("viewBox", `0 0 ${this.view.width} ${this.view.height}`);
    this.svg.replaceChildren(...this.tiles(), ...this.drawing());
    this.light();
  }

  /** Pictures of tiles, where the service has a source of them set. */
  tiles() {
    const { tiles } = document.body.dataset;
    if (!tiles) return [];
    const level = Math.max(0, Math.min(18, Math.round(Math.log2(this.view.scale / 256))));
    const count = 2 ** level;
    const [left, top] = this.view.toWorld(0, 0);
    const [right, bottom] = this.view.toWorld(this.view.width, this.view.height);
    const found = [];
    for (let x = Math.floor(left * count); x <= right * count; x += 1) {
      for (let y = Math.max(0, Math.floor(top * count)); y <= Math.min(count - 1, bottom * count); y += 1) {
        const [atX, atY] = this.view.toScreen([x / count, y / count]);
        const size = this.view.scale / count;
        const href = tiles.replace("{z}", level).replace("{x}", ((x % count) + count) % count).replace("{y}", y).replace("{s}", "a");
        found.push(draw("image", { x: atX, y: atY, width: size + 0.5, height: size + 0.5, href }));
      }
    }
    return found;
  }

  drawing() {
    const labels = new Labels(this.view, (this.stops ?? []).map(({ name }) => name.split(" (")[0]));
    const order = ["straight", "unknown", "rough", "track"];
    const ways = (this.ways ?? []).toSorted((one, other) => order.indexOf(one.kind) - order.indexOf(other.kind)).map((way) => this.way(way));
    const events = (this.events ?? []).map((event) => this.event(event));
    const stops = (this.stops ?? []).map((stop) => this.stop(stop));
    const named = distinct(this.stops ?? []).map((stop) => labels.place(stop.name, this.view.toScreen(stop.world), "stop-name", 9, true));
    const more = (this.events ?? []).map((event) => labels.place(event.name, this.view.toScreen(event.world), "event-name", 8));
    return [...labels.around(), ...ways, ...events, ...stops, ...more, ...named].filter(Boolean);
  }

  way(way) {
    const d = way.world.map((point, place) => `${place ? "L" : "M"}${this.view.toScreen(point).map((number) => number.toFixed(1)).join(" ")}`).join("");
    const words = [t(`map.${way.kind}`), way.km ? `${Math.round(way.km).toLocaleString("en")} km` : ""].filter(Boolean).join(", ");
    const data = { "data-journey": way.journey, "data-from": way.from, "data-to": way.to };
    return draw("g", { class: "leg", ...data }, draw("path", { class: "touch", d }), draw("path", { class: `way ${way.kind}`, d }), draw("title", {}, words));
  }

  stop(stop) {
    const [x, y] = this.view.toScreen(stop.world);
    return draw("g", { class: "stop-mark", "data-journey": stop.journey, "data-stop": stop.stop }, draw("circle", { class: "touch", cx: x, cy: y, r: 14 }), draw("circle", { class: "stop", cx: x, cy: y, r: 5.5 }), draw("title", {}, stop.full_name));
  }

  event({ kind, name, world }) {
    const [x, y] = this.view.toScreen(world);
    const turn = kind === "gauge" ? ` rotate(45)` : "";
    return draw("g", {}, draw("rect", { class: `event ${kind}`, x: -4, y: -4, width: 8, height: 8, transform: `translate(${x.toFixed(1)} ${y.toFixed(1)})${turn}` }), draw("title", {}, `${t(`map.${kind}`)}: ${name}`));
  }

  clicked(event) {
    if (this.picking) {
      const [longitude, latitude] = unproject(...this.view.toWorld(event.offsetX, event.offsetY));
      const pick = this.picking;
      this.pick(null);
      return pick(latitude, ((longitude + 540) % 360) - 180);
    }
    const mark = event.target.closest("[data-journey]");
    if (!mark) return;
    const journey = state.tree.journeys?.find((one) => one.id === mark.dataset.journey);
    const at = (id) => journey?.stops.findIndex((stop) => stopID(stop) === id) ?? -1;
    const [from, to] = mark.dataset.stop ? [at(mark.dataset.stop), at(mark.dataset.stop)] : [at(mark.dataset.from), at(mark.dataset.to)];
    if (from >= 0 && to >= 0) selectSpan(journey.id, from, to, "map");
  }

  /** The next click gives a place. */
  pick(work) {
    this.picking = work;
    this.box.classList.toggle("picking", Boolean(work));
    if (work) this.box.focus();
  }

  /** Lights up what is selected, and takes light from the rest. */
  light() {
    const parts = selected().spans;
    this.svg.classList.toggle("dimmed", parts.length > 0);
    const within = (journey, from, to) => parts.some((part) => {
      const stops = state.tree?.journeys?.find((one) => one.id === journey)?.stops ?? [];
      const at = (id) => stops.findIndex((stop) => stopID(stop) === id);
      return part.journey === journey && at(from) >= part.from && at(to) <= part.to;
    });
    for (const mark of this.svg.querySelectorAll("[data-journey]")) {
      const { journey, stop, from = stop, to = stop } = mark.dataset;
      mark.classList.toggle("lit", within(journey, from, to));
    }
  }
}

/** A place that several journeys come to is named once. */
const distinct = (stops) => [...new Map(stops.map((stop) => [`${stop.name} ${stop.place}`, stop])).values()];

/** Lets a place be clicked on the map. */
export function pickOnMap(work) {
  current?.pick(work);
  find("map")?.scrollIntoView({ block: "nearest" });
}
