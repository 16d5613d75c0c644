// Every claim in a row: its words, what it was taken to mean, what everything else allows; edited where it stands.
import { find, make, button, quoted } from "../base/elements.js";
import { breathe } from "../base/service.js";
import { t } from "../base/words.js";
import { state, change } from "../base/store.js";
import { selectClaim, onSelect, selected } from "../base/selection.js";
import { claimForm } from "../edit/claimform.js";
import { addClaim } from "./board.js";
import { notice } from "../start/opening.js";
import { step } from "../base/store.js";

const grave = ["contradicted", "disputed", "unlikely", "loose", "crow-flies", "consistent", "untested"];
const rows = new Map();
const PIECE_MS = 16;
let opened = null;
let turn = 0;

/** Rows are made piece by piece, so that the page never stands still; a newer board ends the work for an older one. */
export async function showClaims(board) {
  const own = (turn += 1);
  const claims = state.tree?.claims ?? [];
  const judged = new Map((board?.claims ?? []).map((claim) => [claim.claim, claim]));
  const section = find("claims");
  if (!section.querySelector("ul")) section.replaceChildren(
    make("div", { class: "section-head" }, make("h2", {}, t("claims.title")), button(t("claims.add"), addClaim, { class: "quiet" })), make("p", { class: "dim hint" }, t("claims.hint")), make("ul", { class: "claims" }));
  if (!section.querySelector("ul").children.length) { rows.clear(); opened = null; }
  const list = section.querySelector("ul");
  for (const [id, row] of rows) if (!claims.some((claim) => claim.id === id)) { row.remove(); rows.delete(id); }
  const order = claims.map((claim) => ({ claim, own: judged.get(claim.id) })).sort((one, other) => rank(one.own) - rank(other.own));
  let began = performance.now();
  for (const { claim, own: judgement } of order) {
    if (!rows.has(claim.id)) rows.set(claim.id, rowOf(claim.id));
    update(rows.get(claim.id), claim, judgement);
    if (performance.now() - began < PIECE_MS) continue;
    await breathe();
    if (own !== turn || !list.isConnected) return;
    began = performance.now();
  }
  list.classList.toggle("long", claims.length > 60);
  section.querySelector(".hint").hidden = !claims.length;
  // While somebody writes in a row nothing moves below the hands.
  if (list.contains(document.activeElement) && list.children.length === order.length) return;
  const wanted = order.map(({ claim }) => rows.get(claim.id));
  if (wanted.some((row, place) => list.children[place] !== row)) list.replaceChildren(...wanted);
  if (state.justAdded) { open(state.justAdded); state.justAdded = null; }
}

const rank = (own) => (own ? grave.indexOf(own.verdict) : -1);

function rowOf(id) {
  const line = make("button", { type: "button", class: "claim-line", "aria-expanded": "false", data: { key: `claim-${id}` }, onclick: () => (opened === id ? close() : open(id)) });
  return make("li", { data: { claim: id } }, line, make("div", { class: "claim-body", hidden: true }));
}

function update(row, claim, own) {
  row.className = `claim ${own?.verdict ?? "untested"}${selected().claims.has(claim.id) ? " chosen" : ""}`;
  const outlet = state.tree.sources?.find((source) => source.id === claim.source)?.outlet ?? "";
  const quote = own?.quote ?? claim.quote;
  const against = own && ["contradicted", "disputed", "unlikely", "loose", "crow-flies"].includes(own.verdict);
  const told = [own?.taken && t("claims.taken", { value: own.taken }), own?.left.length && t(against ? "claims.possible" : "claims.allowed", { value: own.left.join(t("or")) })].filter(Boolean);
  row.firstChild.replaceChildren(
    make("span", { class: "sign", "aria-hidden": "true" }, own?.sign ?? "·"),
    make("span", { class: "claim-words" }, make("span", { class: "quote" }, ...(quote ? quoted(quote, claim.selector?.exact) : [t("claims.new")])), outlet && make("span", { class: "outlet" }, ` ${outlet}`),
      make("span", { class: "claim-told" }, make("span", { class: "word" }, own?.words ?? ""), told.length ? ` – ${told.join("; ")}` : own?.reason ? ` – ${own.reason}` : "")));
  const why = row.querySelector(".claim-why");
  if (why) why.textContent = own?.reason ?? "";
}

function open(id) {
  close();
  opened = id;
  const row = rows.get(id);
  const claim = state.tree.claims.find((one) => one.id === id);
  if (!row || !claim) return;
  row.firstChild.setAttribute("aria-expanded", "true");
  const own = state.board?.claims.find((one) => one.claim === id);
  const body = row.querySelector(".claim-body");
  body.hidden = false;
  body.replaceChildren(make("p", { class: "claim-why dim" }, own?.reason ?? ""), claimForm(claim),
    make("p", { class: "buttons" }, button(t("claims.remove"), () => drop(id), { class: "quiet" }), button(t("done"), () => { close(); row.firstChild.focus(); }, { class: "quiet" })));
  if (!selected().claims.has(id)) selectClaim(id, "claims");
}

function close() {
  const row = rows.get(opened);
  opened = null;
  if (!row) return;
  row.firstChild.setAttribute("aria-expanded", "false");
  row.querySelector(".claim-body").hidden = true;
  row.querySelector(".claim-body").replaceChildren();
}

function drop(id) {
  close();
  change((own) => { own.tree.claims = own.tree.claims.filter((claim) => claim.id !== id); });
  showClaims(state.board);
  const line = notice(t("claims.removed"), false, button(t("undo"), () => { step("undo"); line.remove(); }));
}

/** Makes the rows anew, after steps were taken back. */
export function refreshClaims() {
  const was = opened;
  close();
  if (was && state.tree.claims?.some((claim) => claim.id === was)) open(was);
}

onSelect(({ claims }, from) => {
  for (const [id, row] of rows) row.classList.toggle("chosen", claims.has(id));
  const first = [...claims][0];
  if (first && (from === "map" || from === "timeline" || from === "article")) rows.get(first)?.scrollIntoView({ block: "nearest", behavior: "auto" });
});
