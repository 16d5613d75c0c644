// Ticks of a time axis by the clocks of a zone.
import { language } from "../base/words.js";

const MINUTE = 60;
const HOUR = 3600;
const DAY = 86_400;
const steps = [MINUTE * 5, MINUTE * 15, MINUTE * 30, HOUR, HOUR * 2, HOUR * 3, HOUR * 6, HOUR * 12, DAY, DAY * 2, DAY * 7, DAY * 30, DAY * 90, DAY * 365];

const formats = new Map();

function format(zone, options) {
  const key = `${language} ${zone} ${JSON.stringify(options)}`;
  if (!formats.has(key)) {
    let made;
    try { made = new Intl.DateTimeFormat(language, { ...options, timeZone: zone }); } catch { made = new Intl.DateTimeFormat(language, { ...options, timeZone: "UTC" }); }
    formats.set(key, made);
  }
  return formats.get(key);
}

export const clock = (seconds, zone) => format(zone, { hour: "2-digit", minute: "2-digit", hourCycle: "h23" }).format(seconds * 1000);
export const day = (seconds, zone) => format(zone, { weekday: "short", day: "numeric", month: "short" }).format(seconds * 1000);
export const longDay = (seconds, zone) => format(zone, { day: "numeric", month: "short", year: "numeric" }).format(seconds * 1000);

/** How many seconds a zone's clocks are ahead of universal time at a moment. */
export function offset(seconds, zone) {
  const parts = Object.fromEntries(format(zone, { year: "numeric", month: "numeric", day: "numeric", hour: "numeric", minute: "numeric", second: "numeric", hourCycle: "h23", numberingSystem: "latn", calendar: "iso8601" })
    .formatToParts(seconds * 1000).map(({ type, value }) => [type, Number(value)]));
  return Date.UTC(parts.year, parts.month - 1, parts.day, parts.hour, parts.minute, parts.second) / 1000 - Math.floor(seconds);
}

/** Round moments within a range, so that at most so many are shown; days where they begin. */
export function ticks(from, to, zone, most) {
  const step = steps.find((size) => (to - from) / size <= most) ?? steps.at(-1);
  const shift = offset((from + to) / 2, zone);
  const found = [];
  for (let at = Math.ceil((from + shift) / step) * step - shift; at <= to; at += step) {
    const isDay = step >= DAY || (at + shift) % DAY === 0;
    found.push({ at, isDay, label: isDay ? day(at, zone) : clock(at, zone) });
  }
  return found;
}

/** The beginnings of days within a range. */
export function midnights(from, to, zone) {
  const shift = offset((from + to) / 2, zone);
  const found = [];
  for (let at = Math.ceil((from + shift) / DAY) * DAY - shift; at < to && found.length < 60; at += DAY) found.push(at);
  return found;
}
