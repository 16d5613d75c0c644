// The screen of a case: the verdict beside the claims, the map and the timeline.
import { find, make, button } from "../base/elements.js";
import { calm, latest, post } from "../base/service.js";
import { t, language } from "../base/words.js";
import { state, watch, step, change, load, open } from "../base/store.js";
import { selectNothing } from "../base/selection.js";
import { showBanner, showWaiting } from "./banner.js";
import { showPoints } from "./points.js";
import { showCards } from "./cards.js";
import { showClaims, refreshClaims } from "./claims.js";
import { showSections } from "./story.js";
import { showSuppose } from "./suppose.js";
import { showArticles } from "../read/articles.js";
import { showConfirm } from "../read/confirm.js";
import { createAtlas } from "../map/atlas.js";
import { createTimeline } from "../time/timeline.js";
import { openJourney } from "../edit/journeys.js";
import { mistakesIn, showMistakes } from "../edit/mistakes.js";
import { titleBar, showHistory } from "../share/titlebar.js";
import { notice } from "../start/opening.js";

const JUDGED_AFTER = 60;
let atlas = null;
let timeline = null;
let began = 0;

export function startWork() {
  watch((kind) => {
    if (kind === "tree") {
      began = performance.now();
      showWaiting();
      again();
    }
    if (kind === "restored") { showParts(); refreshClaims(); }
    if (kind === "tree" || kind === "saved") showHistory();
    if (kind === "names") showNames();
    if (kind === "elsewhere") offerOther();
  });
  document.addEventListener("keydown", (event) => {
    if (!state.id || !(event.ctrlKey || event.metaKey) || event.key.toLowerCase() !== "z") return;
    if (event.target.matches("textarea, input:not([type=range], [type=checkbox])")) return;
    event.preventDefault();
    step(event.shiftKey ? "redo" : "undo");
  });
}

/** Shows the case that is open, or the first screen. */
export function showWork() {
  document.documentElement.dataset.screen = state.id ? "work" : "home";
  find("home").hidden = Boolean(state.id);
  document.title = state.id ? `${state.title || t("untitled")} – Wayproof` : "Wayproof";
  if (!state.id) return find("work").replaceChildren();
  build();
  showParts();
  began = performance.now();
  judge();
  find(state.isConfirmed ? "verdict" : "confirm").focus({ preventScroll: true });
  scrollTo(0, 0);
}

function build() {
  atlas = createAtlas();
  timeline = createTimeline();
  const part = (id, name = "section") => make(name, { id });
  find("work").replaceChildren(
    titleBar(),
    make("section", { id: "confirm", tabIndex: -1, "aria-label": t("confirm.label") }),
    make("div", { class: "desk", id: "desk" },
      make("div", { class: "said" },
        make("section", { id: "verdict", tabIndex: -1, "aria-live": "polite", "aria-label": t("verdict.label") }),
        make("div", { id: "verdict-bar", "aria-hidden": "true" }),
        make("p", { id: "case-problem", class: "problem", role: "alert" }),
        part("points"), part("suppose"), part("cards"), part("claims"), part("articles"), part("sections")),
      make("aside", { class: "where", "aria-label": t("where.label") }, make("div", { class: "pinned" }, atlas.element, timeline.element))));
}

function showParts() {
  showConfirm();
  showArticles();
  showClaims(state.board);
  showHistory();
}

const again = calm(JUDGED_AFTER, () => judge());

const judge = latest(async (signal) => {
  if (!state.tree?.claims?.length) return showBoard(nothing());
  const lines = JSON.stringify(state.tree, null, 1);
  try {
    const board = await post(`/page/board?language=${language}`, lines, { signal });
    if (board.problem) throw new Error(board.problem);
    find("case-problem").textContent = "";
    showMistakes([]);
    await showBoard(board);
  } catch (error) {
    if (error.name === "AbortError") throw error;
    const mistakes = mistakesIn(error.message, state.tree);
    openWrong(mistakes);
    const rest = showMistakes(mistakes);
    find("case-problem").replaceChildren(error.isOffline ? error.message : rest.join("\n"), " ",
      error.isOffline ? button(t("retry"), () => judge(), { class: "quiet" }) : "");
    showWaiting(state.board ? t("verdict.stale") : "");
  }
});

/** Shows the fields of a journey of which something is wrong. */
function openWrong(mistakes) {
  const journeys = mistakes.filter(({ path }) => path?.[0] === "journeys").map(({ path }) => state.tree.journeys[path[1]]);
  if (!journeys.length || document.activeElement?.closest("#confirm input")) return;
  journeys.forEach(openJourney);
  state.isConfirmed = false;
  showConfirm();
}

/** What is shown of a case without claims, which nobody needs to judge. */
function nothing() {
  const { articles } = state;
  const found = articles.reduce((sum, article) => sum + (article.figures?.length ?? 0), 0);
  return {
    status: "nothing-checked", headline: t("verdict.nothing"), confidence: found ? t("verdict.found", { n: found }) : t("verdict.noFigures"),
    tally: [], points: [], conflicts: [], conflict_count: 0, corrections: [], claims: [], map: { lines: [], stops: [], events: [] }, times: [], sections: [],
  };
}

async function showBoard(board) {
  state.board = board;
  selectNothing();
  find("desk").classList.remove("stale");
  showBanner(board);
  showPoints(board);
  document.documentElement.dataset.ms = Math.round(performance.now() - began);
  // What lies below the fold comes after the verdict has been painted.
  for (const show of [() => atlas.show(board.map), () => timeline.show(board.times, board.claims), () => showClaims(board), () => showCards(board), () => showSuppose(board), () => showArticles(), () => showSections(board), () => showNames()]) {
    await new Promise((resolve) => setTimeout(resolve, 0));
    if (state.board !== board) return;
    await show();
  }
  document.documentElement.dataset.shown = String(Number(document.documentElement.dataset.shown ?? 0) + 1);
}

/** Names of places come after their identifiers; where somebody writes nothing is made anew. */
function showNames() {
  if (state.id && !find("confirm").contains(document.activeElement?.closest("input"))) showConfirm();
}

/** Another tab has changed the case: the reader says which of both it shall be. */
function offerOther() {
  const line = notice(t("elsewhere"), true,
    button(t("elsewhere.take"), () => { line.remove(); open(load(state.id), state.id); }),
    button(t("elsewhere.copy"), () => { line.remove(); open({ ...structuredClone({ ...state, board: null }), title: t("copy.of", { title: state.title }) }); }));
}

/** Adds a claim that no article says. */
export function addClaim() {
  change((own) => {
    own.tree.sources ??= [];
    if (!own.tree.sources.length) own.tree.sources.push({ id: "own", outlet: t("source.own") });
    own.tree.claims ??= [];
    const id = freeID(own.tree.claims, "claim");
    const journey = own.tree.journeys?.[0];
    own.tree.claims.push({ id, source: own.tree.sources[0].id, quote: "", duration: "", ...(journey ? { journey: journey.id } : {}), from: "start", to: "end" });
    own.justAdded = id;
  });
  showClaims(state.board);
}

export function freeID(items, name) {
  let number = items.length + 1;
  while (items.some((item) => item.id === `${name}-${number}`)) number += 1;
  return `${name}-${number}`;
}
