// What if: sliders for speeds, changes of gauge and departures, and which claims could then hold.
import { find, make } from "./elements.js";
import { latest, calm, post } from "./service.js";
import { signs } from "./verdict.js";

const two = (number) => String(number).padStart(2, "0");
const clock = (minutes) => `${two(Math.floor(minutes / 60) % 24)}:${two(minutes % 60)}`;

function placeOf(journey, stop, names) {
  const id = journey?.stops.find((own) => own.id === stop)?.place ?? [...names.keys()].find((own) => own.endsWith(`-${stop}`));
  return names.get(id) ?? id ?? stop;
}

/** The sliders that a list of parameters has: what each is called, goes over and sets. */
function slidersOf(parameters, tree, names) {
  const found = [];
  for (const { path, takes } of parameters) {
    const journey = tree.journeys.find((own) => path.startsWith(`${own.id}.`)) ?? tree.journeys[0];
    const of = tree.journeys.length > 1 && journey ? `, ${journey.title ?? journey.id}` : "";
    if (path.endsWith("train.max_speed")) {
      found.push({ path, label: `Greatest speed of the train${of}`, least: 20, most: 160, step: 1, now: 60, unit: "km/h", value: (at) => `${at} km/h`,
        // It stands in the place of what is reported of the speed.
        also: tree.claims.filter((claim) => "speed" in claim).map((claim) => `claim.${claim.id}.believed=no`) });
    } else if (path.endsWith(".gauge_change")) {
      found.push({ path, label: `Change of gauge at ${placeOf(journey, path.split(".").at(-2), names)}${of}`, least: 0, most: 10, step: 0.25, now: 2, unit: "h", value: (at) => `${at} h`, also: [] });
    } else if (path.endsWith("departure") && takes === "moment") {
      found.push({ path, label: `Departure${of}`, least: 0, most: 1425, step: 15, now: 0, unit: "", value: clock, also: [] });
    }
  }
  return found;
}

/** Shows the sliders of a case with the names of its places; `current()` gives the case's text. */
export function showSliders(parameters, tree, names, current) {
  const sliders = slidersOf(parameters, tree, names);
  const rows = sliders.map((slider, index) => {
    const id = `slider-${index}`;
    const output = make("output", {}, slider.value(slider.now));
    const range = make("input", { type: "range", id, min: slider.least, max: slider.most, step: slider.step, value: slider.now, oninput: () => { box.checked = true; moved(); } });
    const box = make("input", { type: "checkbox", "aria-label": `Suppose: ${slider.label}`, onchange: () => moved() });
    const moved = () => { output.textContent = slider.value(Number(range.value)); range.setAttribute("aria-valuetext", output.textContent); ask(); };
    slider.isOn = () => box.checked;
    slider.settings = () => [`${slider.path}=${slider.value(Number(range.value))}`, ...slider.also];
    slider.said = () => `${slider.label} ${slider.value(Number(range.value))}`;
    return make("div", { class: "slider" }, box, make("label", { htmlFor: id }, slider.label), range, output);
  });
  find("sliders").replaceChildren(...(rows.length ? rows : [make("p", { class: "dim" }, "The case has no train whose circumstances could be changed.")]));
  find("what-if").replaceChildren();
  const claims = tree.claims.map((claim) => claim.id);
  const question = latest(async (signal) => {
    const on = sliders.filter((slider) => slider.isOn());
    if (!on.length) return find("what-if").replaceChildren();
    const settings = [...new Set(on.flatMap((slider) => slider.settings()))];
    const dropped = new Set(settings.filter((text) => text.endsWith(".believed=no")).map((text) => text.slice(6, -12)));
    const told = claims.filter((id) => !dropped.has(id));
    try {
      const answer = await post("/v1/what-if", { case: current(), set: settings, show: ["verdict", ...told.map((id) => `verdict.${id}`)].join(",") }, { signal });
      showAnswer(answer.rows[0], told, on, tree);
    } catch (error) {
      if (error.name === "AbortError") throw error;
      find("what-if").replaceChildren(make("p", { class: "problem" }, error.message));
    }
  });
  const ask = calm(60, question);
}

function showAnswer(row, told, on, tree) {
  const against = told.filter((id) => ["contradicted", "disputed"].includes(row[`verdict.${id}`]));
  const words = (id) => { const claim = tree.claims.find((own) => own.id === id); return claim.selector?.exact ?? claim.quote; };
  const edge = { plausible: "edge-good", implausible: "edge-bad" }[row.verdict] ?? "edge-warning";
  find("what-if").replaceChildren(
    make("p", { class: `lead ${edge}`, id: "what-if-verdict" }, `Supposing ${on.map((slider) => slider.said()).join(", ")}: ${row.verdict}${against.length ? `, ${against.length} of ${told.length} claims contradicted or disputed` : ""}.`),
    make("ul", { class: "verdicts" }, ...told.map((id) => {
      const verdict = row[`verdict.${id}`];
      return make("li", { class: verdict, "data-claim": id, "data-verdict": verdict }, make("span", { class: "word" }, signs[verdict] ?? verdict), ` “${words(id)}”`);
    })));
}
