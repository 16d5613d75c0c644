// What claims speak of: events at stops, and the part of a journey that a claim is about.

export const verbs = { rail: ["departure", "arrival", "passing"], road: ["departure", "arrival", "passing"], sea: ["departure", "arrival", "passing"], air: ["off-block", "take-off", "landing", "on-block"] };

export const stopID = (stop) => stop.id ?? stop.place;

/** An event's text as its journey, verb and stop; `null` where it is none of a stop. */
export function parseEvent(tree, text, journeyID) {
  const words = String(text ?? "").split(" ").filter(Boolean);
  let id = journeyID;
  if (words[0]?.endsWith(":")) id = words.shift().slice(0, -1);
  const journeys = tree.journeys ?? [];
  const journey = journeys.find((one) => one.id === id) ?? (journeys.length === 1 ? journeys[0] : null);
  if (!journey) return null;
  if (words[0] === "start") return { journey, verb: "start", place: 0 };
  if (words[0] === "end") return { journey, verb: "end", place: journey.stops.length - 1 };
  const place = journey.stops.findIndex((stop) => stopID(stop) === words.slice(1).join(" "));
  return place < 0 ? null : { journey, verb: words[0], place };
}

const list = (value) => (Array.isArray(value) ? value : value ? [value] : []);

/** The parts of journeys that a claim is about, as `{journey, from, to}` with places among the stops; a moment has one place. */
export function spans(tree, claim) {
  if ("time" in claim) {
    const event = parseEvent(tree, claim.event, claim.journey);
    return event ? [{ journey: event.journey.id, from: event.place, to: event.place }] : [];
  }
  if ("duration" in claim || "speed" in claim && claim.from) {
    const [one, other] = [claim.from, claim.to].map((text) => parseEvent(tree, text, claim.journey));
    return one && other ? [{ journey: one.journey.id, from: Math.min(one.place, other.place), to: Math.max(one.place, other.place) }] : [];
  }
  if ("distance" in claim) {
    return (tree.journeys ?? []).flatMap((journey) => {
      const at = (ids) => journey.stops.findIndex((stop) => list(ids).some((id) => id === stop.place || id === stopID(stop)));
      const [from, to] = [at(claim.from), at(claim.to)];
      return from < 0 || to < 0 ? [] : [{ journey: journey.id, from: Math.min(from, to), to: Math.max(from, to) }];
    });
  }
  return (tree.journeys ?? []).filter((journey) => claim.journey ? journey.id === claim.journey : !claim.vehicle || journey.vehicle === claim.vehicle)
    .map((journey) => ({ journey: journey.id, from: 0, to: journey.stops.length - 1 }));
}

/** Keeps what claims say of a stop when the stop gets another identifier. */
export function renameStop(tree, journey, old, name) {
  const isAlone = tree.journeys.length === 1;
  for (const claim of tree.claims ?? []) {
    for (const key of ["from", "to", "event"]) {
      const value = claim[key];
      if ("distance" in claim && key !== "event") {
        if (value === old) claim[key] = name;
        else if (Array.isArray(value)) claim[key] = value.map((id) => (id === old ? name : id));
      } else if (typeof value === "string" && (isAlone || claim.journey === journey.id || value.startsWith(`${journey.id}:`)) && value.endsWith(` ${old}`)) {
        claim[key] = value.slice(0, -old.length) + name;
      }
    }
  }
}
