// The first screen: a box for a story, examples, one question, and what was checked before.
import { find, make, field, button, renew } from "../base/elements.js";
import { t } from "../base/words.js";
import { state, leave } from "../base/store.js";
import { examples } from "./examples.js";
import { showCases } from "./cases.js";
import { startAsking } from "./asking.js";
import { readStories, takeFiles, problemOf } from "./opening.js";

/** Stories beside the first one, each with its text, outlet and day. */
let more = [];

export function startHome() {
  const box = find("paste-text");
  box.required = false;
  find("paste").addEventListener("submit", (event) => { event.preventDefault(); check(); });
  document.addEventListener("keydown", (event) => {
    if (event.key === "Enter" && (event.ctrlKey || event.metaKey) && !state.id) { event.preventDefault(); check(); }
  });
  box.addEventListener("input", () => { complain(""); showDetails(); });
  find("more-articles").onclick = () => { more.push({}); showDetails(); find("paste-more").lastElementChild.querySelector("textarea").focus(); };
  find("files").onchange = (event) => { takeFiles([...event.target.files]); event.target.value = ""; };
  find("new-case").onclick = (event) => {
    event.preventDefault();
    leave();
    window.history.pushState(null, "", "/");
    clear();
    box.focus();
  };
  startDrops();
  startAsking();
  showExamples();
  showCases();
  addEventListener("words", () => { showExamples(); showCases(); showDetails(); });
}

function clear() {
  find("paste-text").value = "";
  more = [];
  complain("");
  showDetails();
  showCases();
}

/** Files may be dropped anywhere. */
function startDrops() {
  const isFile = (event) => event.dataTransfer?.types.includes("Files");
  document.addEventListener("dragover", (event) => { if (isFile(event)) { event.preventDefault(); document.body.classList.add("dropping"); } });
  document.addEventListener("dragleave", (event) => { if (!event.relatedTarget) document.body.classList.remove("dropping"); });
  document.addEventListener("drop", (event) => {
    document.body.classList.remove("dropping");
    if (!isFile(event)) return;
    event.preventDefault();
    takeFiles([...event.dataTransfer.files]);
  });
}

function showExamples() {
  renew(find("examples"), examples.map((example) => button("", () => readStories(example.stories).catch((error) => complain(error.message)), { class: "example", data: { key: example.key } })));
  [...find("examples").children].forEach((card, place) => card.append(
    make("strong", {}, t(`example.${examples[place].key}`)), make("span", {}, t(`example.${examples[place].key}.more`))));
}

const details = () => find("paste-more");

/** Who published it and when: asked for once there is a story. */
function showDetails() {
  const isThere = find("paste-text").value.trim() || more.length;
  if (!isThere) return details().replaceChildren();
  if (!details().children.length) details().append(fields("story-0"));
  while (details().children.length > more.length + 1) details().lastElementChild.remove();
  while (details().children.length < more.length + 1) details().append(another(details().children.length));
}

function fields(name) {
  return make("div", { class: "fields", id: name },
    field(t("story.outlet"), make("input", { name: "outlet", autocomplete: "off", placeholder: t("story.outlet.hint") })),
    field(t("story.published"), make("input", { name: "published", type: "date" })),
    field(t("story.link"), make("input", { name: "url", type: "url", autocomplete: "off", placeholder: "https://" })));
}

function another(number) {
  const card = make("div", { class: "another", role: "group", "aria-label": t("story.number", { n: number + 1 }) },
    make("textarea", { name: "text", rows: 6, "aria-label": t("story.number", { n: number + 1 }), oninput: () => complain("") }),
    fields(`story-${number}`), button(t("remove"), () => { more.pop(); card.remove(); }, { class: "quiet" }));
  return card;
}

function stories() {
  const values = (group) => Object.fromEntries([...group.querySelectorAll("[name]")].map((control) => [control.name, control.value]).filter(([, value]) => value.trim()));
  const [first, ...rest] = [...details().children];
  return [{ text: find("paste-text").value, ...(first ? values(first) : {}) }, ...rest.map(values)].filter((story) => story.text?.trim());
}

async function check() {
  const given = stories();
  const problem = problemOf(given);
  complain(problem);
  if (problem) return find("paste-text").focus();
  find("check").disabled = true;
  document.body.classList.add("waiting");
  try {
    await readStories(given);
  } catch (error) {
    complain(error.message);
  } finally {
    find("check").disabled = false;
    document.body.classList.remove("waiting");
  }
}

function complain(words) {
  find("paste-problem").textContent = words;
  find("paste-text").setAttribute("aria-invalid", words ? "true" : "false");
}
