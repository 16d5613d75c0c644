// The case's title, steps back and forth, and what can be passed on.
import { find, make, button } from "../base/elements.js";
import { t } from "../base/words.js";
import { state, change, history, step, open, forget, leave } from "../base/store.js";
import { icon } from "../base/icons.js";
import { notice, openQuestion } from "../start/opening.js";
import { when } from "../start/cases.js";
import { shareItems } from "./share.js";

export function titleBar() {
  const title = make("input", { class: "title", value: state.title, "aria-label": t("title.label"), data: { key: "title" }, oninput: () => {
    change((own) => { own.title = title.value; if (own.tree) own.tree.title = title.value; }, "title");
    document.title = `${title.value} – Wayproof`;
  }, onkeydown: (event) => {
    // What was one question is asked anew.
    if (event.key === "Enter" && state.question && title.value.trim()) openQuestion(title.value.trim()).catch((error) => notice(error.message, true));
  } });
  return make("div", { class: "titlebar" }, title,
    make("div", { class: "bar-buttons" },
      button(icon("undo"), () => step("undo"), { id: "undo", class: "quiet", "aria-label": t("undo"), title: `${t("undo")} (Ctrl+Z)` }), button(icon("redo"), () => step("redo"), { id: "redo", class: "quiet", "aria-label": t("redo"), title: `${t("redo")} (Ctrl+Shift+Z)` }),
      make("span", { id: "saved", class: "dim" }), menu(t("share"), "share", shareItems()), menu(t("more"), "more", moreItems())));
}

function menu(label, id, items) {
  const details = make("details", { class: "menu", id: `${id}-menu` }, make("summary", { class: "button" }, id === "share" && icon("share"), label), make("ul", {}, ...items.map((item) => make("li", {}, item))));
  details.addEventListener("keydown", (event) => { if (event.key === "Escape") { details.open = false; details.firstChild.focus(); } });
  details.addEventListener("click", (event) => { if (event.target.closest("li button, li a")) details.open = false; });
  document.addEventListener("click", (event) => { if (!details.contains(event.target)) details.open = false; });
  return details;
}

function moreItems() {
  return [
    button(t("duplicate"), () => { const { board, ...own } = state; open({ ...structuredClone(own), kept: null, title: t("copy.of", { title: state.title }) }); }),
    button(t("delete"), () => {
      const { id, title } = state;
      const restore = forget(id);
      state.id = null;
      leave();
      window.history.pushState(null, "", "/");
      dispatchEvent(new Event("words"));
      const line = notice(t("deleted", { title }), false, button(t("undo"), () => { restore(); line.remove(); location.assign(`/#c=${id}`); }));
    }),
  ];
}

/** Whether steps can be taken back, and since when everything is kept. */
export function showHistory() {
  if (!find("undo")) return;
  find("undo").disabled = !history.canUndo;
  find("redo").disabled = !history.canRedo;
  find("saved").textContent = state.isSaved === false ? t("notSaved") : state.changed ? t("saved", { time: when(Date.now()) }) : "";
  const title = document.querySelector(".titlebar .title");
  if (title && document.activeElement !== title) title.value = state.title;
}
