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
  const { tiles, tilesAttribution } = document.body.dataset;
  if (tiles) L.tileLayer(tiles, { attribution: tilesAttribution, maxZoom: 18 }).addTo(map);
  layers = L.featureGroup().addTo(map);
  try {
    const answer = await fetch("/basemap.geojson");
    if (answer.ok) {
      const base = await answer.json();
      L.geoJSON(base, { style: { color: "#888", weight: 1, fillOpacity: 0.08 }, interactive: false, pointToLayer: () => null }).addTo(map).bringToBack();
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
  L.geoJSON(geojson, {
    style: (feature) => styles[/straight|geodesic/.test(feature.properties.kind ?? "") ? "straight" : "track"],
    pointToLayer: (feature, place) => L.circleMarker(place, { radius: 6, color: "#333", weight: 2, fillColor: isBreak(feature) ? "#e0a800" : "#fff", fillOpacity: 1 }),
    onEachFeature: (feature, layer) => {
      const name = feature.properties.name ?? feature.properties.title ?? "";
      if (name) layer.bindTooltip(document.createTextNode(name).textContent.replace(/[<>&]/g, " "), { sticky: true });
      if (feature.geometry?.type !== "Point" && name) names.add(name);
    },
  }).addTo(layers);
  if (layers.getLayers().length) map.fitBounds(layers.getBounds().pad(0.1));
  find("map-legend").textContent = [...names].slice(0, 12).join("; ");
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
