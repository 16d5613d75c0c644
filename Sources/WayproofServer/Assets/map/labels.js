// Names on the map, none over another: stops first, then countries and cities, the greatest first.
import { draw } from "../base/elements.js";
import { names } from "./land.js";

const AROUND = 40;

export class Labels {
  #taken = [];

  /** @param stops names that are shown already, whatever cities there are beside them */
  constructor(view, stops) { Object.assign(this, { view, stops: new Set(stops) }); }

  /** A name beside a point; what must be shown is, where it covers least. */
  place(name, [x, y], style, distance, isNeeded = false) {
    if (!name || x < -20 || y < -20 || x > this.view.width + 20 || y > this.view.height + 20) return null;
    const width = widthOf(name) + 6;
    const spots = [["start", distance, 4], ["end", -distance, 4], ["middle", 0, -distance - 2], ["middle", 0, distance + 13]];
    const boxOf = ([anchor, dx, dy]) => {
      const left = x + dx - (anchor === "end" ? width : anchor === "middle" ? width / 2 : 0);
      return { left, right: left + width, top: y + dy - 13, bottom: y + dy + 4 };
    };
    const isIn = (box) => box.left >= 0 && box.right <= this.view.width && box.top >= 0 && box.bottom <= this.view.height;
    const isFree = (box) => isIn(box) && !this.#taken.some((other) => box.left < other.right && other.left < box.right && box.top < other.bottom && other.top < box.bottom);
    const spot = spots.find((one) => isFree(boxOf(one)));
    if (!spot && (!isNeeded || this.#taken.some((other) => x > other.left && x < other.right && y > other.top - 4 && y < other.bottom + 4))) return null;
    const [anchor, dx, dy] = spot ?? spots.find((one) => isIn(boxOf(one))) ?? spots[0];
    this.#taken.push(boxOf([anchor, dx, dy]));
    return draw("text", { class: style, x: (x + dx).toFixed(1), y: (y + dy).toFixed(1), "text-anchor": anchor }, name);
  }

  /** Countries and cities about the journey; call it last of all names, draw it first. */
  around() {
    const shown = [];
    const [left, top] = this.view.toWorld(0, 0);
    const [right, bottom] = this.view.toWorld(this.view.width, this.view.height);
    const most = Math.max(4, Math.min(AROUND, this.view.width * this.view.height / 16_000));
    for (const { name, x, y, isCountry, width } of names) {
      if (shown.length > most) break;
      const turned = x + Math.round(this.view.x - x);
      if (turned < left || turned > right || y < top || y > bottom) continue;
      const [atX, atY] = this.view.toScreen([turned, y]);
      if (isCountry) {
        if (width * this.view.scale < widthOf(name) * 1.1) continue;
        const label = this.#centre(name.toUpperCase(), atX, atY);
        if (label) shown.push(label);
      } else if (!this.stops.has(name)) {
        const label = this.place(name, [atX, atY], "city-name", 5);
        if (label) shown.push(draw("circle", { class: "city", cx: atX, cy: atY, r: 1.7 }), label);
      }
    }
    return shown;
  }

  #centre(name, x, y) {
    const half = widthOf(name) * 0.62;
    const box = { left: x - half, right: x + half, top: y - 10, bottom: y + 5 };
    if (this.#taken.some((other) => box.left < other.right && other.left < box.right && box.top < other.bottom && other.top < box.bottom)) return null;
    this.#taken.push(box);
    return draw("text", { class: "country-name", x, y, "text-anchor": "middle" }, name);
  }
}

/** About how wide a name is drawn at 12 px. */
function widthOf(name) {
  let width = 0;
  for (const letter of name) width += letter.codePointAt(0) > 0x2e7f ? 12.5 : 6.8;
  return width;
}
