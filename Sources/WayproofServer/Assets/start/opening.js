// What is opened: stories, files that are dropped, an address, a kept case.
import { find } from "../base/elements.js";
import { ask, get, post } from "../base/service.js";
import { t } from "../base/words.js";
import { state, open, load, leave } from "../base/store.js";
import { offered } from "../read/ties.js";

/** From which confidence on a tie that is not sure is offered; those of one question count at once, as `verify` has it. */
export const OFFERED = 0.5;

/** What is wrong with stories before anybody reads them; nothing if all is well. */
export function problemOf(stories) {
  if (!stories.length) return t("problem.empty");
  if (stories.some(({ text }) => /^\s*(https?:\/\/|www\.)\S+\s*$/i.test(text))) return t("problem.address");
  if (stories.some(({ text }) => !/\p{L}/u.test(text))) return t("problem.noWords");
  return "";
}

/** Reads stories and opens what they tell as a case. */
export async function readStories(stories, { question = "" } = {}) {
  const articles = stories.map((story, place) => Object.fromEntries(Object.entries({ ...story, name: story.name || story.outlet || headline(story.text) || t("story.number", { n: place + 1 }) })
    .filter(([key, value]) => value && ["text", "outlet", "published", "url", "name"].includes(key))));
  const answer = await post("/v1/draft", { articles, confidence: OFFERED });
  const tree = question ? answer.loose : answer.tree;
  tree.title = question || titleOf(tree, stories);
  open({
    title: tree.title, tree, question, isConfirmed: Boolean(question),
    offered: question ? [] : offered(answer.tree, answer.loose),
    notes: answer.tree.assumptions ?? [],
    articles: answer.articles.map((read, place) => ({ ...articles[place], ...read, isOpen: false })),
  });
}

/** What a journey is called, else how its story begins. */
function titleOf(tree, stories) {
  if (tree.journeys?.length) return tree.journeys[0].title;
  return headline(stories[0].text) || `${stories[0].text.trim().slice(0, 70).replace(/\s+\S*$/, "")} …`;
}

/** A first line that is short enough for one, by which a story without an outlet is known. */
function headline(text) {
  const line = text.trim().split("\n")[0].trim();
  return line.length <= 90 && line.split(/\s+/).length > 3 && text.trim().length > line.length ? line : "";
}

/** A case file, a report that carries one, or stories. */
export async function takeFiles(files) {
  const stories = [];
  try {
    for (const file of files) {
      const text = await file.text();
      if (isCase(text)) {
        await openCase(text);
        return;
      }
      if (/^\s*\{/.test(text) && /"FeatureCollection"/.test(text)) throw new Error(t("problem.geojson", { name: file.name }));
      stories.push({ text, outlet: file.name.replace(/\.\w+$/, ""), name: file.name });
    }
    const problem = problemOf(stories);
    if (problem) throw new Error(problem);
    await readStories(stories);
  } catch (error) {
    notice(error.message, true);
  }
}

const isCase = (text) => /^\s*(#.*\n\s*)*("?wayproof"?: *"?\d|\{\s*"[^]{0,4000}"wayproof")/.test(text) || /<script type="?application\/yaml/.test(text);

/** Opens the text of a case file or of a report that carries one. */
export async function openCase(text, kept = null) {
  const tree = await post("/v1/tree", embedded(text) ?? text, { type: "text/plain" });
  open({ title: tree.title, tree, isConfirmed: true, kept });
}

/** Reports carry their case file in base 64. */
function embedded(text) {
  const found = /<script type="application\/yaml" id="wayproof-case">([A-Za-z0-9+/=\s]*)<\/script>/.exec(text);
  return found ? new TextDecoder().decode(Uint8Array.from(atob(found[1]), (letter) => letter.charCodeAt(0))) : null;
}

/** Opens what the address names: a case of this browser, one that the service keeps, a question. */
export async function openAddress() {
  const query = new URLSearchParams(location.search);
  const own = /^#c=(.+)$/.exec(location.hash)?.[1];
  try {
    if (own) {
      const content = load(own);
      if (content) return own === state.id ? undefined : open(content, own);
    }
    if (query.get("case")) return await openKept(query.get("case"));
    if (query.get("q")) return await openQuestion(query.get("q"));
    if (own) notice(t("problem.gone"), true);
    leave();
  } catch (error) {
    leave();
    notice(error.message, true);
  }
}

export async function openKept(id) {
  const answer = await ask("GET", `/v1/cases/${encodeURIComponent(id)}`, { accept: "application/yaml" });
  await openCase(answer.text, { id, tag: answer.headers.get("ETag") });
}

export async function openQuestion(words) {
  const problem = problemOf([{ text: words }]);
  if (problem) throw new Error(problem);
  await readStories([{ text: words, name: "question" }], { question: words });
  window.history.replaceState(null, "", `/?q=${encodeURIComponent(words)}#c=${state.id}`);
}

/** Cases that the service keeps. */
export const keptByService = () => get("/v1/cases?limit=1000");

/** Says something at the top of the page for a while, or until it is put away. */
export function notice(words, isBad = false, ...actions) {
  const line = document.createElement("p");
  line.className = isBad ? "notice bad" : "notice";
  line.append(words, " ", ...actions);
  const close = document.createElement("button");
  close.type = "button";
  close.className = "quiet";
  close.textContent = t("close");
  close.onclick = () => line.remove();
  line.append(" ", close);
  find("notices").replaceChildren(line);
  if (!isBad) setTimeout(() => line.remove(), 15_000);
  return line;
}
