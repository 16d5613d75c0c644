// Moving and scaling by mouse, fingers, wheel and keys, for the map and the timeline.

/**
 * @param area the element that is moved in
 * @param pan told how far, in pixels
 * @param zoom told by what factor about which point of the area
 * @param wheel whether the wheel alone scales; else only with the control key, so that the page still scrolls
 */
export function gestures(area, { pan, zoom, wheel = () => false }) {
  const fingers = new Map();
  let moved = 0;
  const place = (event) => {
    const box = area.getBoundingClientRect();
    return { x: event.clientX - box.left, y: event.clientY - box.top };
  };
  area.addEventListener("pointerdown", (event) => {
    if (event.target.closest("button, a, input, select")) return;
    fingers.set(event.pointerId, place(event));
    moved = 0;
  });
  area.addEventListener("pointermove", (event) => {
    const before = fingers.get(event.pointerId);
    if (!before) return;
    const now = place(event);
    const other = [...fingers].find(([id]) => id !== event.pointerId)?.[1];
    moved += Math.abs(now.x - before.x) + Math.abs(now.y - before.y);
    if (moved > 4 && !area.hasPointerCapture(event.pointerId)) area.setPointerCapture(event.pointerId);
    if (other) {
      const [was, is] = [before, now].map((one) => Math.hypot(one.x - other.x, one.y - other.y));
      if (was > 10) zoom(is / was, (now.x + other.x) / 2, (now.y + other.y) / 2);
    }
    pan(now.x - before.x, now.y - before.y);
    fingers.set(event.pointerId, now);
  });
  for (const name of ["pointerup", "pointercancel"]) area.addEventListener(name, (event) => fingers.delete(event.pointerId));
  // What was dragged was not clicked.
  area.addEventListener("click", (event) => { if (moved > 4) { event.stopPropagation(); event.preventDefault(); } }, true);
  area.addEventListener("wheel", (event) => {
    if (!event.ctrlKey && !event.metaKey && !wheel()) return;
    event.preventDefault();
    const { x, y } = place(event);
    zoom(Math.exp(-event.deltaY / 300), x, y);
  }, { passive: false });
  area.addEventListener("keydown", (event) => {
    if (event.target !== area) return;
    const { width, height } = area.getBoundingClientRect();
    const steps = { ArrowLeft: [40, 0], ArrowRight: [-40, 0], ArrowUp: [0, 40], ArrowDown: [0, -40] };
    if (steps[event.key]) pan(...steps[event.key]);
    else if (event.key === "+" || event.key === "=") zoom(1.5, width / 2, height / 2);
    else if (event.key === "-") zoom(1 / 1.5, width / 2, height / 2);
    else return;
    event.preventDefault();
  });
}
