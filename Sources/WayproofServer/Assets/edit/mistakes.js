// Errors of a case file, put to the fields that they are about.

/** The path of each line of a tree as it is sent, an array item or a field a line. */
function pathsOf(tree) {
  const paths = [];
  const walk = (value, path, isFirst) => {
    if (isFirst) paths.push(path);
    if (value === null || typeof value !== "object") return;
    const entries = Array.isArray(value) ? value.map((item, place) => [place, item]) : Object.entries(value).filter(([, item]) => item !== undefined);
    for (const [key, item] of entries) walk(item, [...path, key], true);
    if (entries.length) paths.push(path);
  };
  walk(tree, [], true);
  return paths;
}

/** The mistakes that a message of the service lists, each with the path of its field where it has one. */
export function mistakesIn(message, tree) {
  const paths = pathsOf(tree);
  return message.split("\n").map((line) => line.trim()).filter(Boolean).map((line) => {
    const found = /^(?:the case|.*?):(\d+)(?::\d+)?: (.*)$/.exec(line);
    return found ? { path: paths[Number(found[1]) - 1] ?? null, words: found[2] } : { path: null, words: line };
  });
}

/** Shows mistakes at their fields; gives the words of those that no field on the page is for. */
export function showMistakes(mistakes) {
  for (const old of document.querySelectorAll(".mistake")) old.remove();
  for (const field of document.querySelectorAll("[aria-invalid=true][data-path]")) field.removeAttribute("aria-invalid");
  for (const row of document.querySelectorAll(".wrong")) row.classList.remove("wrong");
  return mistakes.filter(({ path, words }) => !path || !put(path, words)).map(({ words }) => words);
}

function put(path, words) {
  for (let length = path.length; length > 1; length -= 1) {
    const name = path.slice(0, length).join(".");
    const field = [...document.querySelectorAll(`[data-path="${CSS.escape(name)}"]`)].find((one) => one.offsetParent);
    if (!field) continue;
    const line = document.createElement("span");
    line.className = "mistake";
    line.id = `mistake-${name.replaceAll(".", "-")}`;
    line.textContent = words;
    if (field.matches("input, select, textarea")) field.setAttribute("aria-invalid", "true");
    field.setAttribute("aria-describedby", line.id);
    (field.closest(".field, .stop") ?? field).append(line);
    field.closest(".claim")?.classList.add("wrong");
    return true;
  }
  return false;
}
