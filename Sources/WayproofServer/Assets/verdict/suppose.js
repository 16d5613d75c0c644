// What if: a slider for each figure in doubt, the tipping point marked, the verdicts that change listed.
import { find, make, renew, button } from "../base/elements.js";
import { calm, latest, post } from "../base/service.js";
import { t } from "../base/words.js";
import { state } from "../base/store.js";
import { units, textOf, rangeOf } from "./tipping.js";

const SHOWN = 5;
let sliders = [];

export function showSuppose(board) {
  sliders = board.points.map((point) => sliderOf(point)).filter(Boolean).slice(0, SHOWN);
  if (!sliders.length) return renew(find("suppose"));
  renew(find("suppose"), make("h2", {}, t("suppose.title")), make("p", { class: "dim" }, t("suppose.hint")),
    ...sliders.map((slider) => slider.row), make("div", { id: "what-if", "aria-live": "polite" }));
}

function sliderOf(point) {
  const claim = state.tree.claims.find((one) => one.id === point.claim);
  const kind = ["distance", "speed", "duration"].find((key) => claim && key in claim);
  const range = kind && point.scale && rangeOf(kind, point.scale);
  if (!range) return null;
  const id = `slide-${claim.id}`;
  const slider = { claim: claim.id, isOn: false, value: range.reported };
  const output = make("output", { htmlFor: id }, textOf(kind, range.reported));
  const input = make("input", { id, type: "range", min: range.least, max: range.most, step: range.step, value: range.reported, data: { key: id }, "aria-valuetext": textOf(kind, range.reported) });
  input.oninput = () => {
    slider.isOn = true;
    slider.value = Number(input.value);
    output.textContent = textOf(kind, slider.value);
    input.setAttribute("aria-valuetext", output.textContent);
    row.classList.toggle("beyond", range.tips === null ? false : range.isAbove ? slider.value >= range.tips : slider.value <= range.tips);
    ask();
  };
  slider.reset = () => { slider.isOn = false; input.value = range.reported; output.textContent = textOf(kind, range.reported); row.classList.remove("beyond"); };
  slider.text = () => `claim.${claim.id}.value=${slider.value} ${units[kind].symbol}`;
  slider.said = () => t("suppose.said", { figure: claim.selector?.exact ?? point.quote, value: textOf(kind, slider.value) });
  const track = make("span", { class: "slide-track" }, input);
  if (range.tips !== null) {
    const mark = make("button", { type: "button", class: "tip", title: t("suppose.tip", { value: textOf(kind, range.tips) }), onclick: () => { input.value = range.tips; input.dispatchEvent(new Event("input")); } }, textOf(kind, range.tips));
    mark.style.left = `${((range.tips - range.least) / (range.most - range.least)) * 100}%`;
    track.append(mark);
  }
  const row = make("div", { class: "slide" }, make("label", { htmlFor: id }, make("span", { class: "quote" }, `“${point.quote}”`), " ", make("span", { class: "outlet" }, point.outlet)), track, output);
  slider.row = row;
  return slider;
}

const ask = calm(50, latest(async (signal) => {
  const on = sliders.filter((slider) => slider.isOn);
  const answer = find("what-if");
  if (!on.length || !answer) return answer?.replaceChildren();
  const claims = state.board.claims.map(({ claim }) => claim);
  try {
    const { rows } = await post("/v1/what-if", { case: JSON.stringify(state.tree), set: on.map((slider) => slider.text()), show: ["verdict", ...claims.map((id) => `verdict.${id}`)].join(",") }, { signal });
    showAnswer(answer, rows[0], on);
  } catch (error) {
    if (error.name === "AbortError") throw error;
    answer.replaceChildren(make("p", { class: "problem" }, error.message));
  }
}));

function showAnswer(answer, row, on) {
  const changed = state.board.claims.filter(({ claim, verdict }) => row[`verdict.${claim}`] && row[`verdict.${claim}`] !== verdict);
  const doubtful = state.board.claims.filter(({ claim }) => ["contradicted", "disputed"].includes(row[`verdict.${claim}`])).length;
  answer.replaceChildren(
    make("p", { class: `lead ${doubtful ? "bad" : "good"}` }, t("suppose.if", { said: on.map((slider) => slider.said()).join(", ") }), " ", doubtful ? t("suppose.left", { n: doubtful }) : t("suppose.clear")),
    changed.length > 0 ? make("ul", { class: "changes" }, ...changed.map(({ claim, quote, words, verdict }) => make("li", { data: { claim, verdict: row[`verdict.${claim}`] } },
      make("span", { class: "quote" }, `“${quote}”`), " ", make("span", { class: `was ${verdict}` }, words), " → ", make("strong", { class: row[`verdict.${claim}`] }, t(`word.${row[`verdict.${claim}`]}`))))) : make("p", { class: "dim" }, t("suppose.same")),
    button(t("suppose.reset"), () => { for (const slider of sliders) slider.reset(); answer.replaceChildren(); }, { class: "quiet" }));
}
