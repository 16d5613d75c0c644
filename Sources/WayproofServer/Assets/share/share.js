// What can be passed on: a link, the report, pictures, data, the case file.
import { button, make } from "../base/elements.js";
import { ask, written, yamlOf } from "../base/service.js";
import { t, language } from "../base/words.js";
import { state, save } from "../base/store.js";
import { notice } from "../start/opening.js";
import { mapPicture, standalone, png } from "../map/pictures.js";
import { shownAtlas } from "../map/atlas.js";
import { shownTimeline } from "../time/timeline.js";
import { saveText, saveBlob } from "./exports.js";

export function shareItems() {
  const item = (key, work) => button(t(`share.${key}`), () => work().catch((error) => notice(error.message, true)), { data: { share: key } });
  return [
    item("link", link),
    item("report", async () => saveText(await written(state.tree, `html${language === "ru" ? "&language=ru" : ""}`, "text/html"), "text/html", "html")),
    item("pdf", printed),
    item("mapSVG", async () => saveText(mapPicture(shownAtlas()), "image/svg+xml", "map.svg")),
    item("mapPNG", async () => saveBlob(await png(mapPicture(shownAtlas())), "map.png")),
    item("timeSVG", async () => saveText(standalone(shownTimeline().svg), "image/svg+xml", "timeline.svg")),
    item("timePNG", async () => saveBlob(await png(standalone(shownTimeline().svg)), "timeline.png")),
    item("geojson", async () => saveText(await written(state.tree, "geojson", "application/geo+json"), "application/geo+json", "geojson")),
    item("case", async () => saveText(await yamlOf(state.tree), "application/yaml", "yaml")),
  ];
}

/** Keeps the case in the service, as a revision where it is kept already, and gives its address on this machine. */
async function link() {
  const yaml = await yamlOf({ ...state.tree, id: state.kept?.id ?? state.tree.id ?? "case" });
  const answer = state.kept
    ? await ask("PUT", `/v1/cases/${state.kept.id}`, { body: yaml, type: "application/yaml", headers: { "If-Match": state.kept.tag } })
    : await ask("POST", "/v1/cases", { body: yaml, type: "application/yaml" });
  const kept = JSON.parse(answer.text);
  state.kept = { id: kept.id, tag: answer.headers.get("ETag") };
  save();
  const address = `${location.origin}/?case=${encodeURIComponent(kept.id)}`;
  notice(t("share.kept", { address, n: kept.revision }), false, button(t("copy"), () => navigator.clipboard?.writeText(address).catch(() => { /* it is there to be copied by hand */ })));
}

/** The report is opened in a tab of its own, with looks of its own, where the browser prints it or keeps it as PDF. */
async function printed() {
  const form = make("form", { method: "post", action: "/report", enctype: "text/plain", target: "_blank", hidden: true }, make("textarea", { name: "case", value: await yamlOf(state.tree) }));
  document.body.append(form);
  form.submit();
  form.remove();
  notice(t("share.print"));
}
