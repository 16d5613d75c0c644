// Where a slider goes from and to, and where the figure on it would be possible.

/** Of each kind of figure the unit that people use, in SI. */
export const units = {
  distance: { symbol: "km", size: 1000, steps: [0.1, 1, 5, 10] },
  speed: { symbol: "km/h", size: 1 / 3.6, steps: [1, 1, 5, 10] },
  duration: { symbol: "min", size: 60, steps: [1, 5, 15, 30] },
};

/** A value in the unit of its kind, as it is written. */
export function textOf(kind, value) {
  if (kind !== "duration") return `${value.toLocaleString("en", { maximumFractionDigits: 1 })} ${units[kind].symbol}`;
  const minutes = Math.round(value);
  return minutes < 60 ? `${minutes} min` : `${Math.floor(minutes / 60)} h${minutes % 60 ? ` ${String(minutes % 60).padStart(2, "0")}` : ""}`;
}

/** The ends and steps of a slider, the reported value on it, and the nearest that is possible. */
export function rangeOf(kind, scale) {
  const { size, steps } = units[kind];
  const said = scale.rows.find((row) => row.reported);
  const possible = scale.rows.filter((row) => !row.reported);
  if (!said || !possible.length) return null;
  const of = (value) => (value === null ? null : value / size);
  const ends = [of(said.low), of(said.high)].filter((value) => value !== null && Number.isFinite(value) && value > 0);
  if (!ends.length) return null;
  const middle = ends.reduce((sum, value) => sum + value, 0) / ends.length;
  const limits = possible.flatMap((row) => [{ value: of(row.low), isAbove: true }, { value: of(row.high), isAbove: false }])
    .filter(({ value, isAbove }) => value !== null && Number.isFinite(value) && value > 0 && (isAbove ? value > middle : value < middle));
  const nearest = limits.toSorted((one, other) => Math.abs(one.value - middle) - Math.abs(other.value - middle))[0];
  const far = nearest?.value ?? middle;
  const step = steps[[30, 300, 3000].findIndex((limit) => Math.max(far, middle) <= limit)] ?? steps[3];
  const round = (value, up) => Math[up ? "ceil" : "floor"](value / step) * step;
  const least = Math.max(step, round(Math.min(far, middle) * 0.6, false));
  const most = round(Math.max(far, middle) * 1.4, true);
  const tips = nearest ? round(nearest.value, nearest.isAbove) : null;
  return { least, most, step, reported: Math.round(middle / step) * step, tips, isAbove: nearest?.isAbove ?? false };
}
