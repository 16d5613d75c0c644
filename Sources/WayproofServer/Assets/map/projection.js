// Web Mercator: the world is a square of side 1, west and north at 0.

export const MERCATOR_LIMIT = 85;

export function project(longitude, latitude) {
  const held = Math.max(-MERCATOR_LIMIT, Math.min(MERCATOR_LIMIT, latitude)) * Math.PI / 180;
  return [longitude / 360 + 0.5, 0.5 - Math.log(Math.tan(Math.PI / 4 + held / 2)) / (2 * Math.PI)];
}

export function unproject(x, y) {
  return [(x - 0.5) * 360, (Math.atan(Math.exp((0.5 - y) * 2 * Math.PI)) - Math.PI / 4) * 360 / Math.PI];
}

/** The points of a line, of which each is on the nearer side of the one before it, so that no line runs around the Earth. */
export function projectLine(numbers) {
  const points = [];
  for (let index = 0; index < numbers.length; index += 2) {
    const [x, y] = project(numbers[index], numbers[index + 1]);
    const last = points.at(-1)?.[0] ?? x;
    points.push([x + Math.round(last - x), y]);
  }
  return points;
}

/** A part of the world as it lies in a picture: the middle, and how many pixels the world is wide. */
export class View {
  constructor(width, height) { Object.assign(this, { width, height, x: 0.5, y: 0.4, scale: width || 600 }); }

  toScreen([x, y]) { return [(x - this.x) * this.scale + this.width / 2, (y - this.y) * this.scale + this.height / 2]; }
  toWorld(x, y) { return [(x - this.width / 2) / this.scale + this.x, (y - this.height / 2) / this.scale + this.y]; }

  pan(dx, dy) { this.x -= dx / this.scale; this.y -= dy / this.scale; this.hold(); }

  zoom(factor, x, y) {
    const before = this.toWorld(x, y);
    this.scale = Math.max(200, Math.min(4e7, this.scale * factor));
    const after = this.toWorld(x, y);
    this.x += before[0] - after[0];
    this.y += before[1] - after[1];
    this.hold();
  }

  hold() { this.y = Math.max(0, Math.min(1, this.y)); }

  /** Shows all points, with room about them. */
  fit(points) {
    if (!points.length) return;
    const [xs, ys] = [points.map(([x]) => x), points.map(([, y]) => y)];
    const [left, right, top, bottom] = [Math.min(...xs), Math.max(...xs), Math.min(...ys), Math.max(...ys)];
    this.x = (left + right) / 2;
    this.y = (top + bottom) / 2;
    const margin = Math.min(70, this.width / 5);
    this.scale = Math.min((this.width - 2 * margin) / Math.max(right - left, 1e-4), (this.height - 2 * Math.min(48, this.height / 6)) / Math.max(bottom - top, 1e-4), 4e5);
    this.scale = Math.max(this.scale, 200);
  }
}
