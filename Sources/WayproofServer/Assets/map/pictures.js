// The map and the timeline as pictures to keep: SVG that needs nothing else, and PNG made of it.
import { draw } from "../base/elements.js";
import { landPath, coloursOf } from "./canvas.js";

const kept = ["fill", "stroke", "stroke-width", "stroke-dasharray", "stroke-linecap", "opacity", "font-size", "font-weight", "font-style", "font-family", "paint-order", "letter-spacing", "text-anchor"];

/** A drawing of the page with its looks written into it. */
export function standalone(svg, under = []) {
  const copy = svg.cloneNode(true);
  const [own, copied] = [[...svg.querySelectorAll("*")], [...copy.querySelectorAll("*")]];
  own.forEach((element, place) => {
    const style = getComputedStyle(element);
    for (const name of kept) copied[place].setAttribute(name, style.getPropertyValue(name));
    copied[place].removeAttribute("class");
  });
  for (const touch of copied.filter((element, place) => own[place].classList.contains("touch"))) touch.remove();
  const [, , width, height] = svg.getAttribute("viewBox").split(" ").map(Number);
  copy.setAttribute("xmlns", "http://www.w3.org/2000/svg");
  copy.setAttribute("width", width);
  copy.setAttribute("height", height);
  copy.prepend(...under);
  copy.removeAttribute("class");
  return new XMLSerializer().serializeToString(copy);
}

export function mapPicture(atlas) {
  const colours = coloursOf(atlas.box);
  const { width, height } = atlas.view;
  return standalone(atlas.svg, [draw("rect", { width, height, fill: colours.sea }), draw("path", { d: landPath(atlas.view), fill: colours.land, stroke: colours.coast, "stroke-width": 0.8, "fill-rule": "evenodd" })]);
}

/** A picture of pixels, twice as fine as the screen's. */
export async function png(svg) {
  const image = new Image();
  image.src = `data:image/svg+xml;charset=utf-8,${encodeURIComponent(svg)}`;
  await image.decode();
  const canvas = document.createElement("canvas");
  [canvas.width, canvas.height] = [image.naturalWidth * 2, image.naturalHeight * 2];
  canvas.getContext("2d").drawImage(image, 0, 0, canvas.width, canvas.height);
  return new Promise((resolve) => canvas.toBlob(resolve, "image/png"));
}
