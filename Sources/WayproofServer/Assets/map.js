// Where: the ways over a map without tiles, or with those that the user configured.
import { find, make } from "./elements.js";

let map = null;
let layers = null;
const styles = {
  track: { color: "#b03a2e", weight: 4 }, straight: { color: "#1f4e8c", weight: 2, dashArray: "6 6" },
};

async function start() {
  const box = find("map");
  map = L.map(box, { worldCopyJump: true });
  const { tiles, tilesAttribution, basemapAttribution } = document.body.dataset;
  if (tiles) L.tileLayer(tiles, { attribution: tilesAttribution, maxZoom: 18 }).addTo(map);
  layers = L.featureGroup().addTo(map);
  map.on("zoomend", () => requestAnimationFrame(clear));
  try {
    const answer = await fetch("/basemap.geojson");
    if (answer.ok) {
      const base = await answer.json();
      L.geoJSON(base, { style: { color: "#888", weight: 1, fillOpacity: 0.08 }, interactive: false, pointToLayer: () => null, attribution: make("span", {}, basemapAttribution).innerHTML }).addTo(map).bringToBack();
    }
  } catch { /* none was added */ }
}

export async function showMap(geojson) {
  const box = find("map");
  if (!window.L) {
    box.className = "plain";
    box.textContent = "The map needs Leaflet (libjs-leaflet), which is not installed; the report has a map of its own.";
    return;
  }
  if (!map) await start();
  layers.clearLayers();
  const names = new Set();
  const labelled = new Set();
  L.geoJSON(geojson, {
    style: (feature) => styles[/straight|geodesic/.test(feature.properties.kind ?? "") ? "straight" : "track"],
    pointToLayer: (feature, place) => L.circleMarker(place, { radius: 6, color: "#333", weight: 2, fillColor: isBreak(feature) ? "#e0a800" : "#fff", fillOpacity: 1 }),
    onEachFeature: (feature, layer) => {
      const name = feature.properties.title ?? "";
      const isPoint = feature.geometry?.type === "Point";
      if (!name || (isPoint && labelled.has(name))) return;
      // Names of stops stay, now on this side and now on that; what is done at a change of gauge is told when asked.
      const side = labelled.size % 2 ? -1 : 1;
      const label = isPoint ? { permanent: true, direction: side < 0 ? "left" : "right", offset: [side * 8, 0] } : { sticky: true };
      layer.bindTooltip(make("span", {}, name.split(": ").slice(0, 2).join(": ")), label);
      if (isBreak(feature)) layer.bindPopup(make("span", {}, name));
      (isPoint ? labelled : names).add(name);
    },
  }).addTo(layers);
  if (layers.getLayers().length) map.fitBounds(layers.getBounds().pad(0.1), { animate: false });
  clear();
  find("map-legend").textContent = [...names].slice(0, 12).join("; ");
}

/** Names that would lie on others are left out until there is room, long ones first. */
function clear() {
  const shown = [];
  const labels = [...find("map").querySelectorAll(".leaflet-tooltip-left, .leaflet-tooltip-right")].map((label) => ({ label, box: label.getBoundingClientRect() }));
  for (const { label, box } of labels.toSorted((one, other) => one.box.width - other.box.width)) {
    const isCovered = shown.some((other) => box.left < other.right && other.left < box.right && box.top < other.bottom && other.top < box.bottom);
    label.style.visibility = isCovered ? "hidden" : "";
    if (!isCovered) shown.push(box);
  }
}

const isBreak = (feature) => /gauge/.test(feature.properties.kind ?? "");

/** When: the train graph, as the report draws it. */
export function showGraph(svg) {
  const figure = find("graph");
  if (!svg) {
    figure.replaceChildren(make("p", { class: "dim" }, "No journey of the case has a way and moments to draw."));
    return;
  }
  const title = /<title>([^<]*)<\/title>/.exec(svg)?.[1] ?? "train graph";
  figure.replaceChildren(make("img", { alt: title, src: `data:image/svg+xml;charset=utf-8,${encodeURIComponent(svg)}` }));
}
