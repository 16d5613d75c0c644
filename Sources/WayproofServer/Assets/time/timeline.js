// When: what each report says of a moment, as a bar under its words, above what everything undisputed leaves.
import { draw, make, button } from "../base/elements.js";
import { t } from "../base/words.js";
import { gestures } from "../base/gestures.js";
import { icon } from "../base/icons.js";
import { state } from "../base/store.js";
import { onSelect, selectClaim, selected } from "../base/selection.js";
import { ticks, midnights, clock, day } from "./axis.js";

const ROW = 40;
const HEAD = 30;
let current = null;
onSelect(() => current?.light());

export const shownTimeline = () => current;

export function createTimeline() {
  current = new Timeline();
  return current;
}

class Timeline {
  constructor() {
    this.svg = draw("svg", { class: "timeline", role: "group" });
    this.box = make("div", { class: "times", tabIndex: 0, role: "application", "aria-label": t("time.label") }, make("div", { class: "times-scroll" }, this.svg),
      make("div", { class: "tools" }, button(icon("plus"), () => this.zoom(1.6), { "aria-label": t("time.in"), title: t("time.in") }), button(icon("minus"), () => this.zoom(1 / 1.6), { "aria-label": t("time.out"), title: t("time.out") }), button(icon("fit"), () => this.fit(), { "aria-label": t("time.whole"), title: t("time.whole") })));
    this.note = make("p", { class: "dim" });
    this.element = make("figure", { class: "timeline-figure", hidden: true }, make("figcaption", {}, make("h2", {}, t("time.title"))), this.box, this.note);
    this.tip = make("div", { class: "bubble", hidden: true, role: "tooltip" });
    this.box.append(this.tip);
    gestures(this.box, { pan: (x) => this.pan(x), zoom: (factor, x) => this.zoom(factor, x) });
    new ResizeObserver(() => this.paint()).observe(this.box);
    this.rows = [];
  }

  show(times, claims) {
    const judged = new Map(claims.map((claim) => [claim.claim, claim]));
    this.rows = times.flatMap(({ said, windows, zone }) => {
      const rows = new Map();
      for (const one of said) {
        const row = rows.get(one.claim) ?? { claim: one.claim, own: judged.get(one.claim), bars: [], zone: one.zone || zone, window: windows.find(({ stop }) => stop === one.stop), stop: one.stop };
        if (one.from !== null || one.to !== null) row.bars.push(one);
        rows.set(one.claim, row);
      }
      return [...rows.values()].filter((row) => row.bars.length && row.own);
    }).sort((one, other) => start(one) - start(other));
    this.zone = times[0]?.zone ?? "UTC";
    this.element.hidden = !this.rows.length;
    this.note.textContent = this.rows.length ? t("time.clocks", { city: this.zone.split("/").at(-1).replaceAll("_", " ") }) : "";
    this.fit();
  }

  fit() {
    const ends = this.rows.flatMap(({ bars }) => bars.flatMap(({ from, to }) => [from, to])).filter((value) => value !== null && Math.abs(value) < 2.6e11);
    if (!ends.length) return;
    const [from, to] = [Math.min(...ends), Math.max(...ends)];
    const room = Math.max(1800, (to - from) * 0.06);
    [this.from, this.to] = [from - room, to + room];
    this.paint();
  }

  pan(pixels) {
    const move = pixels / this.width * (this.to - this.from);
    [this.from, this.to] = [this.from - move, this.to - move];
    this.paint();
  }

  zoom(factor, x = this.width / 2) {
    const middle = this.from + x / this.width * (this.to - this.from);
    const length = Math.min(4e8, Math.max(1200, (this.to - this.from) / factor));
    const share = (middle - this.from) / (this.to - this.from);
    [this.from, this.to] = [middle - share * length, middle + (1 - share) * length];
    this.paint();
  }

  across(moment) { return (moment - this.from) / (this.to - this.from) * this.width; }

  paint() {
    this.width = this.box.clientWidth;
    if (!this.width || this.from === undefined) return;
    const height = HEAD + ROW * this.rows.length + 8;
    this.svg.setAttribute("viewBox", `0 0 ${this.width} ${height}`);
    this.svg.setAttribute("height", height);
    this.svg.replaceChildren(...this.axis(height), ...this.rows.map((row, place) => this.row(row, HEAD + ROW * place)));
    this.light();
  }

  axis(height) {
    const most = Math.max(2, Math.floor(this.width / 74));
    const days = midnights(this.from, this.to, this.zone).map((at) => draw("line", { class: "day", x1: this.across(at), x2: this.across(at), y1: HEAD - 8, y2: height }));
    let last = -Infinity;
    const labels = ticks(this.from, this.to, this.zone, most).flatMap(({ at, isDay, label }) => {
      const x = this.across(at);
      const half = label.length * 3.4;
      const middle = Math.max(half + 2, Math.min(this.width - half - 2, x));
      const line = draw("line", { class: "tick", x1: x, x2: x, y1: HEAD - 8, y2: height });
      if (middle - half < last + 6) return [line];
      last = middle + half;
      return [line, draw("text", { class: isDay ? "day-label" : "tick-label", x: middle, y: 16, "text-anchor": "middle" }, label)];
    });
    return [...days, ...labels];
  }

  row(row, y) {
    const { own, window } = row;
    const bars = row.bars.map((bar, place) => this.bar(bar, y + 22, `${own.verdict}${place ? " other" : ""}`));
    const [from, to] = this.ends(row.bars[0]);
    const words = `“${wordsOf(own)}”`;
    const size = Math.min(words.length * 6.6, this.width - 8);
    const x = Math.max(4, Math.min(this.width - size - 4, from < 4 && to > size ? Math.max(4, from) : from));
    const left = window && (window.from !== null || window.to !== null) ? this.bar(window, y + 32, "possible") : null;
    return draw("g", { class: "time-row", "data-claim": row.claim, tabindex: 0, role: "button", "aria-label": `${words} ${own.outlet}: ${own.words}`,
      onclick: () => selectClaim(row.claim, "timeline"), onkeydown: (event) => { if (event.key === "Enter" || event.key === " ") { event.preventDefault(); selectClaim(row.claim, "timeline"); } },
      onpointerenter: (event) => this.hover(row, event), onpointerleave: () => { this.tip.hidden = true; } },
    draw("rect", { class: "row-touch", x: 0, y, width: this.width, height: ROW }), left, ...bars, draw("text", { class: "row-label", x, y: y + 16 }, cut(words, (this.width - x) / 6.6)));
  }

  ends({ from, to }) {
    const held = (value, open) => (value === null ? open : Math.max(-4, Math.min(this.width + 4, this.across(value))));
    return [held(from, -4), held(to, this.width + 4)];
  }

  bar(bar, y, style) {
    const [from, to] = this.ends(bar);
    return draw("rect", { class: `time-bar ${style}`, x: from, y, width: Math.max(4, to - from), height: style === "possible" ? 4 : 9, rx: 2 });
  }

  /** What a bar says, beside the pointer. */
  hover({ own, bars, zone }, event) {
    const moment = (value) => (value === null ? "…" : `${day(value, zone)} ${clock(value, zone)}`);
    this.tip.replaceChildren(make("strong", {}, `“${own.quote}”`), ` ${own.outlet}`, make("br"), ...bars.map((bar) => make("span", { class: "tip-line" }, `${moment(bar.from)} – ${moment(bar.to)}${bar.label ? ` (${bar.label})` : ""}`)));
    this.tip.hidden = false;
    const box = this.box.getBoundingClientRect();
    this.tip.style.left = `${Math.max(4, Math.min(box.width - 260, event.clientX - box.left + 12))}px`;
    this.tip.style.top = `${Math.min(event.clientY - box.top + 16, box.height - 40)}px`;
  }

  light() {
    const { claims } = selected();
    this.svg.classList.toggle("dimmed", claims.size > 0 && this.rows.some(({ claim }) => claims.has(claim)));
    for (const row of this.svg.querySelectorAll(".time-row")) row.classList.toggle("lit", claims.has(row.dataset.claim));
  }
}

/** The figure itself, where the claim has it apart from its sentence. */
const wordsOf = (own) => state.tree?.claims?.find((claim) => claim.id === own.claim)?.selector?.exact ?? own.quote;

const start = ({ bars }) => bars[0].from ?? bars[0].to;
const cut = (words, room) => (words.length <= room ? words : `${words.slice(0, Math.max(8, room - 2))}…`);
