// What the page asks of the service.
import { t } from "./words.js";

/** Asks, and gives the answer's text; throws an Error with the words of the problem document. */
export async function ask(method, path, { body, type, accept, headers, signal } = {}) {
  const sent = { Accept: accept ?? "application/json", ...headers };
  if (type) sent["Content-Type"] = type;
  let answer;
  try {
    answer = await fetch(path, { method, body, headers: sent, signal });
  } catch (error) {
    if (error.name === "AbortError") throw error;
    const problem = new Error(t("problem.offline"));
    problem.isOffline = true;
    throw problem;
  }
  const text = await answer.text();
  if (answer.ok) return { text, headers: answer.headers };
  let words = text;
  try { words = JSON.parse(text).detail; } catch { /* the text itself will do */ }
  const problem = new Error(words || answer.statusText);
  problem.status = answer.status;
  throw problem;
}

export async function get(path, options = {}) {
  return JSON.parse((await ask("GET", path, options)).text);
}

/** Sends an object, and gives the object that is answered. */
export async function post(path, value, options = {}) {
  const body = typeof value === "string" ? value : JSON.stringify(value);
  return JSON.parse((await ask("POST", path, { body, type: "application/json", ...options })).text);
}

/** A case as a text in a format of the service. */
export async function written(tree, format, accept) {
  const yaml = await yamlOf(tree);
  if (format === "yaml") return yaml;
  return (await ask("POST", `/v1/check?format=${format}`, { body: yaml, type: "application/yaml", accept })).text;
}

/** The case file of a tree. */
export async function yamlOf(tree) {
  return (await ask("POST", "/v1/text", { body: JSON.stringify(tree), type: "application/json", accept: "application/yaml" })).text;
}

/** Only the latest of several questions counts: each stops the one before. */
export function latest(work) {
  let running = null;
  return async (...values) => {
    running?.abort();
    const own = (running = new AbortController());
    try {
      return await work(own.signal, ...values);
    } catch (error) {
      if (error.name !== "AbortError") throw error;
    }
  };
}

/** Waits until nothing was asked for some milliseconds. */
export function calm(milliseconds, work) {
  let timer = 0;
  return (...values) => {
    clearTimeout(timer);
    timer = setTimeout(() => work(...values), milliseconds);
  };
}

/** Lets the browser paint and answer before the next piece of a long piece of work. */
export const breathe = () => new Promise((resolve) => setTimeout(resolve, 0));
