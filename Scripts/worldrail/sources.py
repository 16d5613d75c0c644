"""The sources as they are: the junction graph of OpenStreetMap, Natural Earth's railroads, the outlines of countries."""
import csv
import glob
import gzip
import json
import math
import sys


class Sources:
    def __init__(self, folder):
        self.folder = folder

    def opened(self, pattern):
        found = sorted(glob.glob(f"{self.folder}/**/{pattern}", recursive=True))
        if not found:
            sys.exit(f"{self.folder}: there is no {pattern}")
        path = found[-1]
        return gzip.open(path, "rt", encoding="utf-8") if path.endswith(".gz") else open(path, encoding="utf-8")

    def osm(self):
        """Nodes (latitude, longitude), their countries, and edges (from, to, km)."""
        nodes, countries = [], []
        for row in csv.DictReader(self.opened("osm_rail_graph_nodes.csv.gz")):
            nodes.append((float(row["latitude"]), float(row["longitude"])))
            countries.append(row["country"])
        edges = [(int(r["from"]), int(r["to"]), float(r["km"])) for r in csv.DictReader(self.opened("osm_rail_graph_edges.csv.gz"))]
        return nodes, countries, edges

    def natural_earth(self):
        """Lines as (is a ferry, points)."""
        document = json.load(self.opened("ne_10m_railroads_4dec.geojson.gz"))
        for feature in document["features"]:
            ferry = "ferry" in (feature["properties"].get("featurecla") or "")
            points = [(y, x) for x, y in feature["geometry"]["coordinates"]]
            if len(points) > 1:
                yield ferry, points

    def countries(self):
        return Countries(json.load(self.opened("ne_50m_admin_0_countries.geojson.gz")))


class Countries:
    """Which country a point lies in; cells that no border passes are worked out once."""
    SIZE = 0.1

    def __init__(self, document):
        self.polygons = []
        self.borders = set()
        self.known = {}
        for feature in document["features"]:
            properties = feature["properties"]
            codes = [properties.get(name) or "" for name in ("ISO_A2", "ISO_A2_EH", "WB_A2")]
            code = next((c for c in codes if len(c) == 2 and c.isalpha() and c.isupper()), "")
            geometry = feature["geometry"]
            parts = geometry["coordinates"] if geometry["type"] == "MultiPolygon" else [geometry["coordinates"]]
            for rings in parts if code else []:
                xs, ys = [p[0] for p in rings[0]], [p[1] for p in rings[0]]
                self.polygons.append((min(xs), min(ys), max(xs), max(ys), code, rings))
                for ring in rings:
                    for one, other in zip(ring, ring[1:]):
                        self.mark(one, other)

    def mark(self, one, other):
        steps = int(max(abs(other[0] - one[0]), abs(other[1] - one[1])) / self.SIZE * 4) + 1
        for step in range(steps + 1):
            x = one[0] + (other[0] - one[0]) * step / steps
            y = one[1] + (other[1] - one[1]) * step / steps
            self.borders.add((math.floor(x / self.SIZE), math.floor(y / self.SIZE)))

    def __call__(self, point):
        cell = (math.floor(point[1] / self.SIZE), math.floor(point[0] / self.SIZE))
        if cell in self.borders:
            return self.exact(point[1], point[0])
        if cell not in self.known:
            self.known[cell] = self.exact(point[1], point[0])
        return self.known[cell]

    def exact(self, x, y):
        for west, south, east, north, code, rings in self.polygons:
            if west <= x <= east and south <= y <= north and self.holds(rings, x, y):
                return code
        return ""

    @staticmethod
    def holds(rings, x, y):
        inside = False
        for ring in rings:
            before = ring[-1]
            for corner in ring:
                if (corner[1] > y) != (before[1] > y):
                    if x < (before[0] - corner[0]) * (y - corner[1]) / (before[1] - corner[1]) + corner[0]:
                        inside = not inside
                before = corner
        return inside
