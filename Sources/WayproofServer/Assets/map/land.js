// Coasts, borders and names of the world, from the service; read piece by piece so that the page never stands still.
import { breathe } from "../base/service.js";
import { project } from "./projection.js";

/** Rings as `{points, left, right, top, bottom, name}`, each of the corners x and y one after another. */
export const rings = [];
/** Cities, the greatest first, and countries. */
export const names = [];
const PIECE_MS = 12;

let loading = null;

/** Loads once; `ready` is called as soon as there is something new to draw. */
export function loadLand(ready) {
  loading ??= load();
  loading.then(ready);
}

async function load() {
  const [land, cities] = await Promise.all(["/map/land", "/map/names"].map((path) => fetch(path).then((answer) => (answer.ok ? answer.text() : "")).catch(() => "")));
  await inPieces(land.split("\n"), (row) => {
    const [name, , lines] = row.split("\t");
    if (lines) addCountry(name, lines.split(" ").map(ringOf).filter(Boolean));
  });
  await inPieces(cities.split("\n"), (row) => {
    const [name, latitude, longitude, count] = row.split("\t");
    if (!longitude) return;
    const [x, y] = project(Number(longitude), Number(latitude));
    names.push({ name, x, y, weight: Number(count), isCountry: false });
  });
}

async function inPieces(rows, work) {
  let began = performance.now();
  for (const row of rows) {
    work(row);
    if (performance.now() - began > PIECE_MS) {
      await breathe();
      began = performance.now();
    }
  }
}

function addCountry(name, own) {
  rings.push(...own);
  const greatest = own.toSorted((one, other) => (other.right - other.left) * (other.bottom - other.top) - (one.right - one.left) * (one.bottom - one.top))[0];
  if (name && greatest) names.push({ name, x: (greatest.left + greatest.right) / 2, y: (greatest.top + greatest.bottom) / 2, width: greatest.right - greatest.left, isCountry: true });
}

/** Google's encoded polyline algorithm, in thousandths of a degree. */
function ringOf(text) {
  const points = new Float64Array(text.length + 2);
  let [count, latitude, longitude, value, shift, isLongitude] = [0, 0, 0, 0, 0, false];
  const ring = { left: Infinity, right: -Infinity, top: Infinity, bottom: -Infinity };
  for (let index = 0; index < text.length; index += 1) {
    const bits = text.charCodeAt(index) - 63;
    value |= (bits & 31) << shift;
    shift += 5;
    if (bits >= 32) continue;
    const number = value & 1 ? ~(value >> 1) : value >> 1;
    [value, shift] = [0, 0];
    if (!isLongitude) { latitude += number; isLongitude = true; continue; }
    isLongitude = false;
    longitude += number;
    const [x, y] = project(longitude / 1000, latitude / 1000);
    points[count++] = x;
    points[count++] = y;
    if (x < ring.left) ring.left = x;
    if (x > ring.right) ring.right = x;
    if (y < ring.top) ring.top = y;
    if (y > ring.bottom) ring.bottom = y;
  }
  return count < 6 ? null : Object.assign(ring, { points: points.slice(0, count) });
}
