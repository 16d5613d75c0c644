// The verdict of a case, in words.
import { find, make } from "./elements.js";

export const signs = {
  contradicted: "✗ contradicted", disputed: "✗ disputed", unlikely: "! unlikely", loose: "~ loosely worded",
  "crow-flies": "◐ only as the crow flies", consistent: "✓ consistent", untested: "? not tested",
};

const grave = Object.keys(signs);

/** A report that something speaks against, and the number that matters, in the server's words. */
function pointLine({ verdict, quote, outlet, why }) {
  return make("li", { class: verdict }, make("strong", {}, `${signs[verdict]?.slice(0, 1) ?? ""} “${quote}”`), outlet ? ` — ${outlet}` : "",
    make("br"), make("span", { class: "dim" }, why));
}

export function showVerdict(dossier) {
  const { status } = dossier.verdict;
  const edge = { "no-contradiction": "edge-good", "cannot-all-be-true": "edge-bad", unlikely: "edge-warning" }[status] ?? "edge-open";
  const names = new Map(dossier.claims.map((claim) => [claim.id, claim.selector?.exact ?? claim.quote]));
  find("verdict").replaceChildren(
    make("p", { class: `lead ${edge}` }, dossier.summary.headline),
    make("ul", {}, ...dossier.summary.points.map(pointLine)),
    dossier.summary.explanation && make("p", {}, make("strong", {}, "Simplest explanation: "), `${dossier.summary.explanation}.`),
    dossier.summary.assumed && make("p", { class: "dim" }, `Assumed: ${dossier.summary.assumed}.`));
  const worst = dossier.claims.toSorted((one, other) => grave.indexOf(one.verdict) - grave.indexOf(other.verdict));
  find("claim-verdicts").replaceChildren(...worst.map((claim) => claimLine(claim, names)));
  find("conflicts").replaceChildren(...dossier.conflicts.slice(0, 20).map((conflict, place) => conflictCard(conflict, place, names)));
  for (const note of document.querySelectorAll(".verdict-of")) {
    const claim = dossier.claims.find((own) => own.id === note.dataset.claim);
    note.textContent = claim ? signs[claim.verdict] : "";
  }
}

function claimLine(claim, names) {
  const claimed = claim.readings?.[0]?.claimed?.words;
  const implied = [...new Set((claim.implied ?? []).map((item) => item.implied?.words).filter(Boolean))];
  const parts = [];
  if (claimed) parts.push(`taken to mean ${claimed}`);
  if (implied.length) parts.push(`everything else allows ${implied.join(" or ")}`);
  if (claim.needed_stretch) parts.push(`off by ${claim.needed_stretch.words}`);
  if (claim.reason) parts.push(claim.reason);
  return make("li", { class: claim.verdict }, make("span", { class: "word" }, signs[claim.verdict] ?? claim.verdict), ` “${names.get(claim.id)}”`,
    make("br"), make("span", { class: "dim" }, parts.join("; ")));
}

function conflictCard(conflict, place, names) {
  const kind = { contradiction: "contradiction", improbable: "unlikely", wording: "loosely worded" }[conflict.gravity];
  const quotes = conflict.members.filter((member) => names.has(member.id)).map((member) => `“${names.get(member.id)}”`);
  return make("article", { class: "card" },
    make("h3", {}, `${place + 1}. ${quotes.join(" against ")} (${kind})`),
    make("ul", {}, ...conflict.members.filter((member) => !names.has(member.id)).map((member) =>
      make("li", {}, make("span", { class: "dim" }, `${member.origin}: `), member.words))),
    ...conflict.proofs.map((proof) => make("p", {}, proof)));
}
