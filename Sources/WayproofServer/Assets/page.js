// The page: articles in, a case to correct, verdicts out.
import { find, make } from "./elements.js";
import { ask, post, send, latest, calm } from "./service.js";
import { addArticle, articles, showReadings } from "./articles.js";
import { showCase, namePlaces } from "./editor.js";
import { showVerdict } from "./verdict.js";
import { showMap, showGraph } from "./map.js";
import { showSliders } from "./sliders.js";

/** The case as a tree, its text, and where it is kept, if it is. */
const state = { tree: null, text: "", kept: null };
const links = { "save-report": null, "save-geojson": null, "save-case": null };

for (const element of document.querySelectorAll(".live")) element.hidden = false;
addArticle();

find("add-article").onclick = () => addArticle().querySelector("textarea").focus();
find("read").onclick = () => busy("reading-status", "Reading …", read);
find("files").onchange = (event) => open([...event.target.files]);
find("use-file").onclick = () => busy("reading-status", "", () => use(find("file").value));
find("keep").onclick = () => busy("keep-status", "Keeping …", keep);
find("kept").onclick = (event) => {
  const id = event.target.dataset?.id;
  if (id) busy("reading-status", "Opening …", () => openKept(id));
};

document.addEventListener("dragover", (event) => { event.preventDefault(); document.body.classList.add("dropping"); });
document.addEventListener("dragleave", (event) => { if (!event.relatedTarget) document.body.classList.remove("dropping"); });
document.addEventListener("drop", (event) => {
  event.preventDefault();
  document.body.classList.remove("dropping");
  open([...event.dataTransfer.files]);
});

/** Does something that takes a while, and tells what went wrong. */
async function busy(status, words, work) {
  find(status).textContent = words;
  find(status).classList.remove("bad");
  try {
    find(status).textContent = (await work()) ?? "";
  } catch (error) {
    find(status).textContent = error.message;
    find(status).classList.add("bad");
  }
}

/** Articles go onto cards; a case file or a report is judged at once. */
async function open(files) {
  for (const file of files) {
    const text = await file.text();
    if (/^\s*(#.*\n\s*)*wayproof: *1/.test(text)) {
      await busy("reading-status", "Opening …", () => use(text));
      continue;
    }
    const blank = [...document.querySelectorAll(".article")].find((card) => !card.querySelector("textarea").value.trim());
    if (blank) {
      blank.querySelector("textarea").value = text;
      blank.querySelector("[name=outlet]").value ||= file.name;
    } else {
      addArticle({ text, outlet: file.name });
    }
  }
}

async function read() {
  const given = articles();
  if (!given.length) throw new Error("Paste an article first.");
  const answer = await post("/v1/draft", { articles: given });
  showReadings(answer.articles);
  state.kept = null;
  await use(answer.case, answer.tree);
  find("verdict").focus();
  const count = answer.articles.reduce((sum, article) => sum + article.figures.length, 0);
  return `${count} figures found in ${given.length === 1 ? "the article" : `${given.length} articles`}.`;
}

/** Takes a case file as the one to work on. */
async function use(text, tree) {
  state.tree = tree ?? JSON.parse((await send("/v1/tree", text)).text);
  state.text = text;
  find("file").value = text;
  find("case-section").hidden = false;
  showCase(state.tree, changed);
  await judge();
}

const changed = calm(250, async () => {
  try {
    state.text = (await ask("POST", "/v1/text", { body: JSON.stringify(state.tree), type: "application/json" })).text;
    find("file").value = state.text;
    await judge();
  } catch (error) {
    find("case-problem").textContent = error.message;
  }
});

const judge = latest(async (signal) => {
  find("case-problem").textContent = "";
  let dossier;
  try {
    dossier = JSON.parse((await send("/v1/check", state.text, { signal })).text);
  } catch (error) {
    if (error.name === "AbortError") throw error;
    find("case-problem").textContent = error.message;
    find("verdict-section").hidden = true;
    return;
  }
  find("verdict-section").hidden = false;
  showVerdict(dossier);
  const [geojson, graph, parameters] = await Promise.all([
    send("/v1/check?format=geojson", state.text, { signal, accept: "application/geo+json" }),
    send("/v1/check?format=svg", state.text, { signal, accept: "image/svg+xml" }).catch(quietly),
    post("/v1/what-if", { case: state.text, list: true }, { signal }),
  ]);
  const features = JSON.parse(geojson.text);
  const names = new Map(features.features.filter((feature) => feature.geometry?.type === "Point").map(({ properties }) => [properties.id, properties.title.split(": ")[0]]));
  namePlaces(names);
  await showMap(features);
  showGraph(graph?.text);
  showSliders(parameters.parameters, state.tree, names, () => state.text);
  offer("save-geojson", geojson.text, "application/geo+json", "geojson");
  offer("save-case", state.text, "application/yaml", "yaml");
  const report = await send("/v1/check?format=html", state.text, { signal, accept: "text/html" });
  offer("save-report", report.text, "text/html", "html");
});

function quietly(error) {
  if (error.name === "AbortError") throw error;
  return null;
}

/** A link that saves a text as a file. */
function offer(id, text, type, ending) {
  if (links[id]) URL.revokeObjectURL(links[id]);
  links[id] = URL.createObjectURL(new Blob([text], { type }));
  find(id).href = links[id];
  find(id).download = `${state.tree.id ?? "case"}.${ending}`;
}

/** Keeps the case, as a revision where it is kept already. */
async function keep() {
  const answer = state.kept
    ? await ask("PUT", `/v1/cases/${state.kept.id}`, { body: state.text, type: "application/yaml", headers: { "If-Match": state.kept.tag } })
    : await send("/v1/cases", state.text);
  const kept = JSON.parse(answer.text);
  state.kept = { id: kept.id, tag: answer.headers.get("ETag") };
  await listKept();
  return `Kept as ${kept.id}, revision ${kept.revision}.`;
}

async function openKept(id) {
  const answer = await ask("GET", `/v1/cases/${id}`, { accept: "application/yaml" });
  await use(answer.text);
  state.kept = { id, tag: answer.headers.get("ETag") };
  return `${id} is open.`;
}

async function listKept() {
  const cases = JSON.parse((await ask("GET", "/v1/cases?limit=1000")).text);
  find("none-kept")?.remove();
  find("kept").replaceChildren(...cases.map((one) => make("li", {},
    make("a", { href: `/v1/cases/${one.id}/check?format=html` }, one.title), " ",
    make("span", { class: "dim" }, `${one.id}, revision ${one.revision}, ${one.saved}`), " ",
    make("button", { type: "button", class: "open-kept", "data-id": one.id }, "Open"))));
}
