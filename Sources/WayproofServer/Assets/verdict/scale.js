// What a report says and what is possible, a bar below the other on one scale.
import { make } from "../base/elements.js";

export function scaleOf(scale) {
  if (!scale) return null;
  const ends = scale.rows.flatMap(({ low, high }) => [low, high]).filter((value) => value !== null);
  const [least, most] = [Math.min(...ends), Math.max(...ends)];
  const spread = Math.max(most - least, Math.abs(most) * 1e-6, 1e-9);
  const low = scale.from_zero ? 0 : least - spread * 0.25;
  const high = most + (scale.from_zero ? most : spread) * 0.25;
  const share = (value, open) => (value === null ? open : Math.min(1, Math.max(0, (value - low) / (high - low))));
  return make("div", { class: "scale", role: "img", "aria-label": scale.title }, ...scale.rows.map((row) => {
    const [from, to] = [share(row.low, 0), share(row.high, 1)];
    const bar = make("span", { class: `bar ${row.reported ? "reported" : "possible"}${row.high === null ? " open-right" : ""}${row.low === null && !scale.from_zero ? " open-left" : ""}` });
    bar.style.left = `${from * 100}%`;
    bar.style.width = `max(5px, ${(to - from) * 100}%)`;
    return make("span", { class: "scale-row" }, make("span", { class: "scale-name" }, row.name), make("span", { class: "scale-track" }, bar), make("span", { class: "scale-text" }, row.text));
  }));
}
