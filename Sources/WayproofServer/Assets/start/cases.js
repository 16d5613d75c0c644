// What was checked before: here in this browser, and what the service keeps.
import { find, make, button } from "../base/elements.js";
import { t, language } from "../base/words.js";
import { keptHere, open, forget } from "../base/store.js";
import { keptByService, openKept, notice } from "./opening.js";

export function showCases() {
  const cases = keptHere();
  find("own-cases").hidden = !cases.length;
  find("own").className = "cases";
  find("own").replaceChildren(...cases.map((one) => make("li", {},
    make("a", { href: `/#c=${one.id}`, onclick: (event) => { event.preventDefault(); open(one, one.id); } }, one.title || t("untitled")), " ",
    make("span", { class: "dim" }, when(one.changed)), " ",
    button(t("delete"), () => remove(one), { class: "quiet", "aria-label": t("delete.what", { title: one.title || t("untitled") }) }))));
  showKept();
}

export function when(time) {
  const isToday = new Date(time).toDateString() === new Date().toDateString();
  return new Date(time).toLocaleString(language, isToday ? { hour: "2-digit", minute: "2-digit", hour12: false } : { day: "numeric", month: "short", year: "numeric" });
}

function remove(one) {
  const restore = forget(one.id);
  showCases();
  const line = notice(t("deleted", { title: one.title || t("untitled") }), false, button(t("undo"), () => { restore(); line.remove(); showCases(); }));
}

async function showKept() {
  let cases;
  try { cases = await keptByService(); } catch { return; }
  find("kept-cases").hidden = !cases.length;
  find("kept").replaceChildren(...cases.map((one) => make("li", {},
    make("a", { href: `/?case=${encodeURIComponent(one.id)}`, class: "open-kept", onclick: (event) => { event.preventDefault(); openKept(one.id).catch((error) => notice(error.message, true)); } }, one.title), " ",
    make("span", { class: "dim" }, when(Date.parse(one.saved)), ", ", t("revision", { n: one.revision })), " ",
    make("a", { href: `/v1/cases/${encodeURIComponent(one.id)}/check?format=html` }, t("report")))));
}
