// The verdict of a case, in words.
import { find, make } from "./elements.js";

export const signs = {
  contradicted: "✗ contradicted", disputed: "✗ disputed", unlikely: "! unlikely", loose: "~ loosely worded",
  "crow-flies": "◐ only as the crow flies", consistent: "✓ consistent", untested: "? not tested",
};

const grave = Object.keys(signs);

/** What the claims' verdicts come to, such as "2 disputed, 3 consistent". */
function counted(counts) {
  return grave.filter((verdict) => counts[verdict]).map((verdict) => `${counts[verdict]} ${signs[verdict].slice(2)}`).join(", ");
}

export function showVerdict(dossier) {
  const { status, counts } = dossier.verdict;
  const words = {
    "cannot-all-be-true": "These reports cannot all be true",
    unlikely: "One or more of these reports is unlikely",
    "no-contradiction": "No contradiction found",
    "nothing-checked": "Nothing could be checked",
    undecided: "Not decided",
  };
  const edge = { "no-contradiction": "edge-good", "cannot-all-be-true": "edge-bad", unlikely: "edge-warning" }[status] ?? "edge-open";
  const list = counted(counts);
  const names = new Map(dossier.claims.map((claim) => [claim.id, claim.selector?.exact ?? claim.quote]));
  find("verdict").replaceChildren(
    make("p", { class: `lead ${edge}` }, `${words[status] ?? status}${list ? `: ${list}` : ""}.`));
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
  if (claimed) parts.push(`says ${claimed}`);
  if (implied.length) parts.push(`everything else leaves ${implied.join(" or ")}`);
  if (claim.needed_stretch) parts.push(`it would have to be stretched ${claim.needed_stretch.words}`);
  if (claim.reason) parts.push(told(claim.reason, names));
  return make("li", { class: claim.verdict }, make("span", { class: "word" }, signs[claim.verdict] ?? claim.verdict), ` “${names.get(claim.id)}”`,
    make("br"), make("span", { class: "dim" }, parts.join("; ")));
}

/** Names of claims are told by their words. */
function told(sentence, names) {
  let text = sentence;
  for (const [id, words] of names) text = text.replaceAll(`(${id})`, `(“${words}”)`).replaceAll(id, `“${words}”`);
  return text;
}

function conflictCard(conflict, place, names) {
  return make("article", { class: "card" },
    make("h3", {}, `${place + 1}. ${{ contradiction: "What cannot all be true", improbable: "What is unlikely", wording: "What is loosely worded" }[conflict.gravity]}`),
    make("ul", {}, ...conflict.members.map((member) =>
      make("li", {}, make("span", { class: "dim" }, `${member.origin}: `), names.has(member.id) ? `“${names.get(member.id)}”` : member.words))),
    ...conflict.proofs.map((proof) => make("p", {}, told(proof, names))),
    conflict.repairs.length > 0 && make("p", {}, make("strong", {}, "What would mend it: "), conflict.repairs.map((repair) =>
      `“${names.get(repair.claim) ?? repair.claim}” ${repair.stretch.words}${repair.within_limit ? "" : " (beyond any stretch)"}`).join("; ")));
}
