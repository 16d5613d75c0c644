// Small pictures in lines, drawn on 24 by 24.
import { draw } from "./elements.js";

const paths = {
  rail: "M7 3h10a2 2 0 0 1 2 2v9a3 3 0 0 1-3 3H8a3 3 0 0 1-3-3V5a2 2 0 0 1 2-2ZM5 10h14M9 13.5h.01M15 13.5h.01M8 17l-2.5 4M16 17l2.5 4M7 20h10",
  air: "M12 3c.9 0 1.4 1 1.4 2.4v4.2L21 14v1.8l-7.6-2.3v4.2l2.1 1.6V21L12 20l-3.500 1v-1.700l2.100-1.600v-4.200L3 15.800V14l7.600-4.400V5.400C10.600 4 11.100 3 12 3Z",
  road: "M4 16v-3.500l2-5A2 2 0 0 1 7.900 6h8.200A2 2 0 0 1 18 7.500l2 5V16M4 12h16M4 16h16v2.500h-2.500V16M6.500 16v2.500H4V16M7.500 14h.01M16.500 14h.01",
  sea: "M4 14l8-2.500L20 14l-1.800 4.500M5.800 18.500 4 14M7 12.500V7h10v5.500M10 7V4h4v3M3 20.500c1.500 0 1.500-1 3-1s1.500 1 3 1 1.500-1 3-1 1.500 1 3 1 1.500-1 3-1 1.500 1 3 1",
  undo: "M9 7 4.500 11.500 9 16M4.500 11.500H15a4.500 4.500 0 0 1 0 9h-2", redo: "M15 7l4.500 4.500L15 16M19.500 11.500H9a4.500 4.500 0 0 0 0 9h2",
  grip: "M9 6h.01M15 6h.01M9 12h.01M15 12h.01M9 18h.01M15 18h.01", bin: "M4 7h16M9 7V4h6v3M6 7l1 13h10l1-13M10 11v5.500M14 11v5.500",
  plus: "M12 5v14M5 12h14", minus: "M5 12h14", fit: "M4 9V4h5M20 9V4h-5M4 15v5h5M20 15v5h-5", close: "M6 6l12 12M18 6 6 18",
  share: "M12 15V4M8 8l4-4 4 4M5 13v6h14v-6", pin: "M12 21s-6.500-6-6.500-11a6.500 6.500 0 0 1 13 0c0 5-6.500 11-6.500 11ZM12 12.500a2.500 2.500 0 1 0 0-5 2.500 2.500 0 0 0 0 5Z",
};

/** A picture that says nothing to readers aloud; words stand beside it or on its button. */
export function icon(name) {
  return draw("svg", { class: "icon", viewBox: "0 0 24 24", "aria-hidden": "true" }, draw("path", { d: paths[name] ?? "" }));
}
