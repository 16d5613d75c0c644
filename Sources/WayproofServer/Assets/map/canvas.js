// Land as it lies in a view: as shapes of a drawing surface, or as a path of SVG.
import { rings } from "./land.js";

const CLOSEST = 0.8;

/** Walks over each ring within a view, as pixels, with those on the other side of the antimeridian. */
export function eachRing(view, begin, next, end) {
  const [left, top] = view.toWorld(0, 0);
  const [right, bottom] = view.toWorld(view.width, view.height);
  for (let turn = Math.floor(left); turn <= Math.floor(right); turn += 1) {
    for (const ring of rings) {
      if (ring.right + turn < left || ring.left + turn > right || ring.bottom < top || ring.top > bottom) continue;
      if ((ring.right - ring.left) * view.scale < 2 && (ring.bottom - ring.top) * view.scale < 2) continue;
      walk(ring.points, view, turn, begin, next);
      end();
    }
  }
}

function walk(points, view, turn, begin, next) {
  let [lastX, lastY] = [NaN, NaN];
  for (let index = 0; index < points.length; index += 2) {
    const x = (points[index] + turn - view.x) * view.scale + view.width / 2;
    const y = (points[index + 1] - view.y) * view.scale + view.height / 2;
    if (index === 0) begin(x, y);
    else if (Math.abs(x - lastX) < CLOSEST && Math.abs(y - lastY) < CLOSEST && index < points.length - 2) continue;
    else next(x, y);
    [lastX, lastY] = [x, y];
  }
}

/** Draws sea, land and borders; pictures of tiles lie above if the service has some set. */
export function paintLand(canvas, view, colours) {
  const ratio = Math.min(2, devicePixelRatio || 1);
  const [width, height] = [Math.round(view.width * ratio), Math.round(view.height * ratio)];
  if (canvas.width !== width || canvas.height !== height) Object.assign(canvas, { width, height });
  const pen = canvas.getContext("2d");
  pen.setTransform(ratio, 0, 0, ratio, 0, 0);
  pen.fillStyle = colours.sea;
  pen.fillRect(0, 0, view.width, view.height);
  pen.beginPath();
  eachRing(view, (x, y) => pen.moveTo(x, y), (x, y) => pen.lineTo(x, y), () => pen.closePath());
  pen.fillStyle = colours.land;
  pen.fill("evenodd");
  pen.strokeStyle = colours.coast;
  pen.lineWidth = 0.8;
  pen.stroke();
}

/** The same as the data of a path, for pictures that are saved. */
export function landPath(view) {
  const parts = [];
  eachRing(view, (x, y) => parts.push(`M${x.toFixed(1)} ${y.toFixed(1)}`), (x, y) => parts.push(`L${x.toFixed(1)} ${y.toFixed(1)}`), () => parts.push("Z"));
  return parts.join("");
}

export function coloursOf(element) {
  const style = getComputedStyle(element);
  return Object.fromEntries(["sea", "land", "coast"].map((name) => [name, style.getPropertyValue(`--${name}`).trim()]));
}
