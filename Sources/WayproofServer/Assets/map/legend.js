// What the lines and marks of the map mean, as swatches.
import { draw, make } from "../base/elements.js";
import { t } from "../base/words.js";

const signs = {
  track: () => draw("line", { class: "way track", x1: 1, y1: 7, x2: 25, y2: 7 }),
  rough: () => draw("line", { class: "way rough", x1: 1, y1: 7, x2: 25, y2: 7 }),
  unknown: () => draw("line", { class: "way unknown", x1: 1, y1: 7, x2: 25, y2: 7 }),
  straight: () => draw("line", { class: "way straight", x1: 1, y1: 7, x2: 25, y2: 7 }),
  stop: () => draw("circle", { class: "stop", cx: 13, cy: 7, r: 4.5 }),
  gauge: () => draw("rect", { class: "event", x: 9, y: 3, width: 8, height: 8, transform: "rotate(45 13 7)" }),
  border: () => draw("rect", { class: "event border", x: 9, y: 3, width: 8, height: 8 }),
};

export function legendOf(kinds) {
  return make("ul", { class: "legend" }, ...Object.keys(signs).filter((kind) => kinds.has(kind)).map((kind) =>
    make("li", {}, draw("svg", { viewBox: "0 0 26 14", width: 26, height: 14, "aria-hidden": "true" }, signs[kind]()), t(`map.${kind}`))));
}
