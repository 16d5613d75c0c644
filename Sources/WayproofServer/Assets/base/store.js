// The case that is open, and all that are kept in this browser.
import { History } from "./history.js";
import { calm } from "./service.js";

const PREFIX = "wayproof.case.";
const SAVED_AFTER = 250;

/** What the page works on: articles with what was read in them, the case as a tree, and ties that are offered. */
export const state = blank();

function blank() {
  return { id: null, title: "", articles: [], tree: null, offered: [], notes: [], isConfirmed: false, board: null, question: "", kept: null, changed: 0 };
}

export const history = new History();
const listeners = new Set();

/** Calls a function after every change, with what kind it was: "tree", "view", "open" or "saved". */
export function watch(listener) { listeners.add(listener); }

export function tell(kind) { for (const listener of listeners) listener(kind); }

/** Makes a change that can be taken back. `key` joins the letters typed into one field. */
export function change(work, key = null) {
  work(state);
  state.changed = Date.now();
  history.note(snapshot(), key);
  save();
  tell("tree");
}

const snapshot = () => JSON.stringify({ title: state.title, tree: state.tree, offered: state.offered });

export function step(direction) {
  const text = direction === "undo" ? history.undo() : history.redo();
  if (!text) return;
  Object.assign(state, JSON.parse(text));
  save();
  tell("tree");
  tell("restored");
}

/** Opens a case: one that was kept here, or a new one. */
export function open(content, id = newID()) {
  Object.assign(state, blank(), content, { id });
  history.begin(snapshot());
  if (location.hash !== `#c=${id}`) window.history.pushState(null, "", `/#c=${id}`);
  save.now();
  tell("open");
}

/** Leaves the case that is open, which stays kept. */
export function leave() {
  if (state.id) save.now();
  Object.assign(state, blank());
  tell("open");
}

function newID() {
  return Array.from(crypto.getRandomValues(new Uint8Array(6)), (byte) => byte.toString(36).padStart(2, "0")).join("");
}

// MARK: Kept in this browser

let revision = null;
const later = calm(SAVED_AFTER, keep);
export function save() { later(); }
save.now = keep;

function keep() {
  if (!state.id || !state.tree && !state.articles.length) return;
  revision = `${Date.now()}-${Math.random().toString(36).slice(2, 8)}`;
  try {
    const { board, ...kept } = state;
    localStorage.setItem(PREFIX + state.id, JSON.stringify({ ...kept, revision }));
    state.isSaved = true;
  } catch {
    state.isSaved = false;
  }
  tell("saved");
}

/** All cases kept here, the newest first. */
export function keptHere() {
  const found = [];
  try {
    for (let index = 0; index < localStorage.length; index += 1) {
      const key = localStorage.key(index);
      const content = key.startsWith(PREFIX) ? load(key.slice(PREFIX.length)) : null;
      if (content) found.push(content);
    }
  } catch { /* nothing is kept */ }
  return found.sort((one, other) => other.changed - one.changed);
}

export function load(id) {
  try { return JSON.parse(localStorage.getItem(PREFIX + id)); } catch { return null; }
}

/** Forgets a case, and gives what it takes to bring it back. */
export function forget(id) {
  const text = localStorage.getItem(PREFIX + id);
  localStorage.removeItem(PREFIX + id);
  return () => localStorage.setItem(PREFIX + id, text);
}

// Another tab has changed the same case.
addEventListener("storage", (event) => {
  if (!state.id || event.key !== PREFIX + state.id || !event.newValue) return;
  if (JSON.parse(event.newValue).revision !== revision) tell("elsewhere");
});
addEventListener("pagehide", () => state.id && keep());
