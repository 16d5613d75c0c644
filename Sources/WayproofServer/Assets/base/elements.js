// Elements are made here and never from text, so that no quote can become markup.

const SVG = "http://www.w3.org/2000/svg";

/** An element with properties, listeners (`onclick`) and children; what is false or null is left out. */
export function make(name, properties = {}, ...children) {
  return fill(document.createElement(name), properties, children);
}

/** The same for drawings. */
export function draw(name, properties = {}, ...children) {
  const element = document.createElementNS(SVG, name);
  for (const [key, value] of Object.entries(properties)) {
    if (value === undefined || value === null || value === false) continue;
    if (key.startsWith("on")) element.addEventListener(key.slice(2), value);
    else element.setAttribute(key, value === true ? "" : value);
  }
  element.append(...children.filter(isShown));
  return element;
}

function fill(element, properties, children) {
  for (const [key, value] of Object.entries(properties)) {
    if (value === undefined || value === null || value === false) continue;
    if (key === "class") element.className = value;
    else if (key === "data") Object.assign(element.dataset, value);
    else if (key.startsWith("on")) element.addEventListener(key.slice(2), value);
    else if (key in element && key !== "list" && key !== "form") element[key] = value;
    else element.setAttribute(key, value === true ? "" : value);
  }
  element.append(...children.flat().filter(isShown));
  return element;
}

const isShown = (child) => child !== null && child !== undefined && child !== false && child !== "";

export const find = (id) => document.getElementById(id);

/** A labelled control. */
export function field(label, control, kind = "") {
  return make("label", { class: `field ${kind}` }, make("span", {}, label), control);
}

export function button(label, onclick, properties = {}) {
  return make("button", { type: "button", onclick, ...properties }, label);
}

/** A quote with its figure set off. */
export function quoted(words, figure) {
  const at = figure ? words.indexOf(figure) : -1;
  return at < 0 ? [`“${words}”`] : [`“${words.slice(0, at)}`, make("b", {}, figure), `${words.slice(at + figure.length)}”`];
}

/** Replaces what an element holds and keeps the focus on what has the same key. */
export function renew(element, ...children) {
  const key = element.contains(document.activeElement) ? document.activeElement.closest("[data-key]")?.dataset.key : null;
  element.replaceChildren(...children.flat().filter(isShown));
  if (key) element.querySelector(`[data-key="${CSS.escape(key)}"]`)?.focus({ preventScroll: true });
}
