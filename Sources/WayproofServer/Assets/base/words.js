// The page's own words, by keys that stay; what a language lacks is said in English.
import english from "../words/en.js";

export const languages = { en: "English", ru: "Русский", ko: "한국어" };

let table = english;
let rules = new Intl.PluralRules("en");

/** The code of the language that the page speaks. */
export let language = "en";

/** Speaks the language that was asked for in the address, chosen before, or is the browser's. */
export async function begin() {
  const asked = new URLSearchParams(location.search).get("language");
  const own = [asked, kept(), ...navigator.languages].map((code) => code?.slice(0, 2)).find((code) => code in languages);
  await speak(own ?? "en");
}

function kept() {
  try { return localStorage.getItem("wayproof.language"); } catch { return null; }
}

/** Changes the language for good. */
export async function choose(code) {
  try { localStorage.setItem("wayproof.language", code); } catch { /* for this time only */ }
  await speak(code);
}

async function speak(code) {
  language = code;
  rules = new Intl.PluralRules(code);
  table = code === "en" ? english : (await import(`../words/${code}.js`)).default;
  document.documentElement.lang = code;
  for (const element of document.querySelectorAll("[data-t]")) element.textContent = t(element.dataset.t);
  for (const element of document.querySelectorAll("[data-t-label]")) element.setAttribute("aria-label", t(element.dataset.tLabel));
  for (const element of document.querySelectorAll("[data-t-placeholder]")) element.placeholder = t(element.dataset.tPlaceholder);
}

/** The words of a key; `n` chooses among plural forms, and `{name}` is replaced by a value. */
export function t(key, values = {}) {
  let words = table[key] ?? english[key] ?? key;
  if (typeof words === "object") words = words[rules.select(values.n)] ?? words.other;
  return words.replace(/\{(\w+)\}/g, (whole, name) => values[name] ?? whole);
}

export function dayOf(text) {
  const date = new Date(`${text}T12:00:00Z`);
  return Number.isNaN(date.getTime()) || !date.toISOString().startsWith(text) ? text : date.toLocaleDateString(language, { day: "numeric", month: "short", year: "numeric", timeZone: "UTC" });
}

/** A country by its code of two letters. */
export function country(code) {
  try { return code ? new Intl.DisplayNames([language], { type: "region" }).of(code) : ""; } catch { return code; }
}
