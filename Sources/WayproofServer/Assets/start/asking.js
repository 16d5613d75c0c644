// One question, which has an address of its own.
import { find } from "../base/elements.js";
import { openQuestion, notice } from "./opening.js";

export function startAsking() {
  find("ask").addEventListener("submit", async (event) => {
    event.preventDefault();
    const words = find("question").value.trim();
    if (!words) return find("question").focus();
    try {
      await openQuestion(words);
    } catch (error) {
      notice(error.message, true);
    }
  });
}
