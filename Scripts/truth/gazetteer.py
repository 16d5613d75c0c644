"""Which places of the gazetteer the names of an article stand for."""
import csv, math, unicodedata
from collections import namedtuple

Row = namedtuple("Row", "id names latitude longitude extent population is_airport")
TABLES = ("cities.csv", "airports.csv", "stations.csv")
# What speaks against a place that a name may stand for: a tenth of the people of another, or that it has another name first;
# that it is none of the gazetteer's; and each km of the journey, by mode. Nobody flies to a place beside.
TENFOLD, NOWHERE = 1500, 2500
A_KILOMETRE = {"foot": 1, "bicycle": 1, "helicopter": 1, "ferry": 1, "boat": 1, "plane": 0.1, "ship": 0.1, "yacht": 0.1}
USUAL, BESIDE_FLIGHT = 0.3, (100, 3000)
# An airport lies so far from its city at the most, in km; a station or a suburb within a city's extent and so much more.
AIRPORT, BESIDE = 70, 15


def folded(name):
    kept = (c if c.isalnum() else " " for c in unicodedata.normalize("NFKD", name) if not unicodedata.combining(c))
    return " ".join("".join(kept).casefold().split())


def distance(one, other):
    """In km; good enough to tell places apart."""
    a, b = math.radians(one.latitude), math.radians(other.latitude)
    h = math.sin((b - a) / 2) ** 2 + math.cos(a) * math.cos(b) * math.sin(math.radians(other.longitude - one.longitude) / 2) ** 2
    return 12_742 * math.asin(min(1, math.sqrt(h)))


def step(one, other, mode):
    if not one or not other:
        return 0
    away = distance(one, other)
    return A_KILOMETRE.get(mode, USUAL) * away + (BESIDE_FLIGHT[1] if mode == "plane" and away < BESIDE_FLIGHT[0] else 0)


class Gazetteer:
    """The rows of geo/, and the candidates for the names that are wanted."""

    def __init__(self, geo, wanted):
        self.rows, self.candidates = {}, {folded(name): {} for name in wanted}
        for file in TABLES:
            for row in csv.DictReader(open(geo / file, encoding="utf-8")):
                if not row["latitude"]:
                    continue
                names = [row["name"], row.get("city", ""), *row.get("names", "").split(";")]
                row = Row(row.get("id") or row["iata"], names, float(row["latitude"]), float(row["longitude"]), float(row.get("extent_km") or 1), 0, file == "airports.csv")
                self.rows[row.id] = row
                for key in map(folded, names):
                    if key in self.candidates:
                        self.candidates[key][row.id] = row
        for path in sorted((geo / "world").glob("*.tsv")):
            index = path.with_suffix(".names.tsv")
            # Outlines of countries are no points.
            if index.exists() and path.stem != "outlines":
                self.read(path, index)

    def read(self, path, index):
        at, offset = {}, 0
        for line in path.read_bytes().splitlines(keepends=True):
            cells = line.decode().rstrip("\n").split("\t")
            row = Row(cells[0], [cells[1], cells[9]], float(cells[5]), float(cells[6]), float(cells[7]), int(cells[10] or 0) if path.stem == "cities" else 0, path.stem == "airports")
            at[offset] = row
            self.rows.setdefault(row.id, row)
            offset += len(line)
        for line in index.read_text(encoding="utf-8").splitlines():
            key, offsets = line.split("\t")
            if key in self.candidates:
                self.candidates[key].update((at[o].id, at[o]) for o in (int(text, 36) for text in offsets.split(",")))



class Places:
    """The places of one article: of several of a name the one that fits the journeys, or has far more people."""

    def __init__(self, gazetteer, marks):
        self.gazetteer, self.chosen, self.names = gazetteer, {}, names(marks)
        for journey in marks["journeys"]:
            self.choose([journey["from"], *listed(journey.get("via")), journey["to"]], journey["mode"])
        for name in sorted(self.names - self.chosen.keys()):
            self.choose([*list(self.chosen)[:1], name], "")

    def options(self, name, is_end):
        """(cost, row) of each place of a name; of part of a city, such as its airport, the city. No place at all costs more than most."""
        if name in self.chosen:
            return [(0, self.chosen[name])]
        whole = [other for other in self.names if folded(name).startswith(folded(other) + " ")]
        rows = list(self.gazetteer.candidates[folded(name)].values()) or [self.chosen[other] for other in whole if other in self.chosen]
        most = max((row.population for row in rows), default=0)
        fame = lambda row: TENFOLD * math.log10((most + 1000) / (row.population + 1000))
        alias = lambda row: 0 if folded(name) in map(folded, row.names[:2]) else TENFOLD
        return [(fame(row) + alias(row), row) for row in rows] + [(NOWHERE if is_end else 0.9 * NOWHERE, None)]

    def choose(self, path, mode):
        """The cheapest path through one place of each name."""
        best = {"": (0, [], None)}
        for name in path:
            steps = {}
            for price, row in self.options(name, name in (path[0], path[-1])):
                cost, way, last = min(((cost + step(last, row, mode), way, last) for cost, way, last in best.values()), key=lambda b: b[0])
                key = (row or last).id if row or last else ""
                if key not in steps or cost + price < steps[key][0]:
                    steps[key] = (cost + price, [*way, (name, row)], row or last)
            best = steps
        self.chosen |= {name: row for name, row in min(best.values(), key=lambda b: b[0])[1] if row}

    def meant(self, ids, unknown):
        """The names in the marks that the reader's place stands for, itself or the city that it is in."""
        if unknown:
            return {name for name in self.names if folded(name) == folded(unknown)}
        found = []
        for row in (self.gazetteer.rows[id] for id in ids if id in self.gazetteer.rows):
            for name, other in self.chosen.items():
                reach = AIRPORT if row.is_airport or other.is_airport else BESIDE + min(row.extent, 50) + min(other.extent, 50)
                if (away := distance(row, other)) <= reach:
                    found.append((not any(folded(n) == folded(name) for n in row.names), away, name))
        # Of several marked places in reach the one of that name, or the nearest, and what is a part of it.
        nearest = self.chosen[min(found)[2]] if found else None
        return {name for is_other, _, name in found if not is_other or self.chosen[name] is nearest}


def listed(value):
    return value if isinstance(value, list) else [value] if value else []


def names(marks):
    """Every place that the marks name."""
    found = {journey[end] for journey in marks["journeys"] for end in ("from", "to")}
    found |= {name for journey in marks["journeys"] for name in listed(journey.get("via"))}
    return found | {figure[end] for figure in marks["figures"] for end in ("from", "to", "at") if end in figure}
