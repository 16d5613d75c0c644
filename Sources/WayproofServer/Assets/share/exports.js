// Texts and pictures as files.
import { make } from "../base/elements.js";
import { state } from "../base/store.js";

export function fileName(ending) {
  const name = (state.title || "case").normalize("NFKD").replace(/[^\p{L}\p{N}]+/gu, "-").replace(/^-|-$/g, "").slice(0, 60).toLowerCase();
  return `${name || "case"}.${ending}`;
}

export function saveText(text, type, ending) { saveBlob(new Blob([text], { type }), ending); }

export function saveBlob(blob, ending) {
  const address = URL.createObjectURL(blob);
  make("a", { href: address, download: fileName(ending) }).click();
  setTimeout(() => URL.revokeObjectURL(address), 10_000);
}
