// What the page asks of the service.

/** Asks, and gives the answer's text; throws an Error with the words of the problem document. */
export async function ask(method, path, { body, type, accept, headers, signal } = {}) {
  const sent = { Accept: accept ?? "application/json", ...headers };
  if (type) sent["Content-Type"] = type;
  let answer;
  try {
    answer = await fetch(path, { method, body, headers: sent, signal });
  } catch (error) {
    if (error.name === "AbortError") throw error;
    throw new Error("The service does not answer; is it still running?");
  }
  const text = await answer.text();
  if (answer.ok) return { text, headers: answer.headers };
  let words = text;
  try { words = JSON.parse(text).detail; } catch { /* the text itself will do */ }
  const problem = new Error(words || answer.statusText);
  problem.status = answer.status;
  throw problem;
}

export async function post(path, value, options = {}) {
  const answer = await ask("POST", path, {
    body: JSON.stringify(value), type: "application/json", ...options,
  });
  return JSON.parse(answer.text);
}

/** Sends a case file. */
export async function send(path, yaml, options = {}) {
  return ask("POST", path, { body: yaml, type: "application/yaml", ...options });
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
