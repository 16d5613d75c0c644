// What is selected: it lights up in the article, among the claims, on the map and on the timeline.
import { state } from "./store.js";
import { spans } from "../edit/events.js";

let chosen = { claims: new Set(), spans: [] };
const listeners = new Set();

export function onSelect(listener) { listeners.add(listener); }

export const selected = () => chosen;

const claimOf = (id) => state.tree?.claims?.find((claim) => claim.id === id);

function set(claims, parts, from) {
  chosen = { claims: new Set(claims), spans: parts };
  for (const listener of listeners) listener(chosen, from);
}

/** Selects a claim, or nothing if it was selected alone; `from` says where the reader is, which is not moved. */
export function selectClaim(id, from) {
  if (!id || chosen.claims.size === 1 && chosen.claims.has(id)) return set([], [], from);
  const claim = claimOf(id);
  set([id], claim ? spans(state.tree, claim) : [], from);
}

/** Selects the claims that are about exactly a part of a journey, or all that touch it if none is. */
export function selectSpan(journey, first, last, from) {
  const about = (state.tree?.claims ?? []).map((claim) => ({ claim, parts: spans(state.tree, claim).filter((part) => part.journey === journey) }));
  const exact = about.filter(({ parts }) => parts.some((part) => part.from === first && part.to === last));
  const touching = about.filter(({ parts }) => parts.some((part) => part.from <= last && part.to >= first));
  set((exact.length ? exact : touching).map(({ claim }) => claim.id), [{ journey, from: first, to: last }], from);
}

export const selectNothing = () => set([], [], null);
