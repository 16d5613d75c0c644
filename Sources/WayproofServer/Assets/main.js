// The page: a story in, the journeys confirmed, the verdict out.
import { find, make } from "./base/elements.js";
import { begin, choose, language, languages } from "./base/words.js";
import { watch } from "./base/store.js";
import { startHome } from "./start/start.js";
import { openAddress } from "./start/opening.js";
import { startWork, showWork } from "./verdict/board.js";

await begin();

const picker = find("language");
picker.append(...Object.entries(languages).map(([code, name]) => make("option", { value: code, selected: code === language }, name)));
picker.onchange = async () => {
  await choose(picker.value);
  showWork();
  dispatchEvent(new Event("words"));
};

for (const element of document.querySelectorAll(".live")) element.hidden = false;
startHome();
startWork();
watch((kind) => { if (kind === "open") showWork(); });
addEventListener("popstate", openAddress);
await openAddress();
