"""Holds lengths over the built-in railways of the world against published ones; a Markdown section."""
import collections
import csv
import gzip
import hashlib
import json
import statistics
import subprocess
from concurrent.futures import ThreadPoolExecutor

from .earth import length

HEADING = "## The world's railways"
CONTINENTS = {
    "Africa": "AO BJ BF BW CD CG CI CM DJ DZ EG ER ET GA GH GN KE LR LS LY MA MG ML MR MW MZ NA NE NG RW SD SN SS SZ TG TN TZ UG ZA ZM ZW",
    "Asia": "AE AF AM AZ BD CN GE HK ID IL IN IQ IR JO JP KG KH KP KR KZ LA LB LK MM MN MY NP PH PK SA SY TH TJ TM TR TW UZ VN",
    "North America": "CA US MX CR CU DO GT HN JM NI PA SV", "South America": "AR BO BR CL CO EC GY PE PY SR UY VE",
    "Australia and Oceania": "AU NZ FJ",
}


def continent(codes):
    return next((name for name, all_codes in CONTINENTS.items() if codes[0] in all_codes.split()), "Europe")


def is_reported(key):
    """Half of the pairs were calibrated with; the other half is reported."""
    return int(hashlib.sha256(key.encode()).hexdigest(), 16) % 2 == 1


class Pair:
    def __init__(self, title, places, published, where, note=""):
        self.title, self.places, self.published, self.where, self.note = title, places, published, where, note
        self.kilometers = self.low = self.high = None
        self.error = ""

    @property
    def holds(self):
        return self.low is not None and self.low <= self.published <= self.high

    @property
    def gap(self):
        return self.kilometers / self.published - 1

    @property
    def width(self):
        return (self.high - self.low) / self.kilometers

    def ask(self, program):
        vias = [word for place in self.places[1:-1] for word in ("--via", place)]
        words = ["route", *vias, "--format", "json", "--", self.places[0], self.places[-1]]
        done = subprocess.run([program, *words], capture_output=True, text=True)
        if done.returncode:
            self.error = done.stderr.strip().split("\n")[-1]
            return self
        found = json.loads(done.stdout)["paths"][0]
        self.kilometers, (self.low, self.high) = found["length_km"], found["interval_km"]
        return self


def point(latitude, longitude):
    return f"{float(latitude):.5f},{float(longitude):.5f}"


def stations(data):
    """Pairs of stations, in turn calibrated with and reported."""
    rows = list(csv.DictReader(open(data / "world/truth/published_pairs.csv")))
    for row in rows[1::2]:
        ends = [point(row["from_lat"], row["from_lon"]), point(row["to_lat"], row["to_lon"])]
        yield Pair(row["pair"], ends, float(row["published_km"]), "", row["note"])


def cities(data):
    """Day trains of TrainRouter between two cities, of 100 km and more, by the cities' names."""
    for row in csv.DictReader(open(data / "rail/trainrouter_routes.csv")):
        if row["category"] not in ("classic", "high-speed") or row["from"] == row["to"] or not is_reported(row["id"]):
            continue
        if float(row["distance_km"] or 0) < 100:
            continue
        codes = row["countries_iso"].split("|")
        ends = [f"{row['from']}, {codes[0]}", f"{row['to']}, {codes[-1]}"]
        yield Pair(f"{row['from']} – {row['to']}", ends, float(row["distance_km"]), continent(codes), row["name"])


def trains(data, by_stops):
    """Indian trains by their ends alone, or by all their stops; those whose stops' positions cannot be are left out."""
    points = {}
    for feature in json.load(gzip.open(data / "stations/in_stations.geojson.gz"))["features"]:
        if feature["geometry"] and feature["geometry"].get("coordinates"):
            points[feature["properties"]["code"]] = tuple(feature["geometry"]["coordinates"][1::-1])
    known = json.load(gzip.open(data / "stations/in_trains_dict.json.gz"))
    listed = {row["train"] for row in csv.DictReader(gzip.open(data / "world/truth/india_trains_eval.csv.gz", "rt"))}
    seen = set()
    for number in sorted(listed & known.keys()):
        stops = known[number]["Stations"]
        pair = frozenset((stops[0], stops[-1]))
        if pair in seen or any(stop not in points for stop in (stops[0], stops[-1])) or not is_reported("-".join(sorted(pair))):
            continue
        seen.add(pair)
        way = [points[stop] for stop in stops if stop in points]
        drawn, published = sum(length(p, q) for p, q in zip(way, way[1:])), float(known[number]["Distance"])
        if len(way) < 0.8 * len(stops) or not 0.7 <= drawn / published <= 1:
            continue
        ends = [point(*p) for p in (way if by_stops else (way[0], way[-1]))]
        yield Pair(f"{stops[0]}–{stops[-1]}", ends, published, "Asia", number)


def asked(program, pairs):
    with ThreadPoolExecutor(2) as pool:
        return list(pool.map(lambda pair: pair.ask(program), pairs))


def summary(title, pairs):
    found = [p for p in pairs if p.kilometers]
    if not found:
        return f"| {title} | {len(pairs)} | 0 | – | – | – |"
    held = sum(p.holds for p in found) / len(found)
    gaps = statistics.median(abs(p.gap) for p in found)
    width = statistics.median(p.width for p in found)
    return f"| {title} | {len(pairs)} | {len(found)} | {held:.1%} | {gaps:.1%} | {width:.1%} |"


def row(pair):
    if not pair.kilometers:
        return f"| {pair.title} | {pair.published:,.0f} | – | – | – | {pair.error.replace('|', '/')} |"
    sign = "yes" if pair.holds else "**no**"
    return (f"| {pair.title} | {pair.published:,.0f} | {pair.kilometers:,.0f} ({pair.gap:+.1%}) | "
            f"{pair.low:,.0f}–{pair.high:,.0f} | {sign} | {pair.note} |")


def section(program, data):
    groups = [
        ("stations, published pairs", asked(program, stations(data))),
        ("cities, day trains of TrainRouter", asked(program, cities(data))),
        ("Indian trains by all their stops", asked(program, trains(data, True))),
        ("Indian trains by their ends alone", asked(program, trains(data, False))),
    ]
    lines = [
        HEADING, "",
        "The shortest route by rail over the built-in network (`wayproof route`), against published lengths that took no part in the",
        "calibration of `world/rail_spread.csv`: of `published_pairs.csv` every second row, of TrainRouter and of the Indian trains those whose",
        "SHA-256 is odd. TrainRouter's figures are rounded, and a city is as wide as its radius, which its interval holds. A train that",
        "goes round on purpose is not found by its ends alone; by way of its stops it is.", "",
        "| | pairs | answered | interval holds | median error | median width |", "|---|---|---|---|---|---|",
    ]
    lines += [summary(title, pairs) for title, pairs in groups]
    by_continent = collections.defaultdict(list)
    for pair in groups[1][1]:
        by_continent[pair.where].append(pair)
    lines += [summary(f"cities, {name}", pairs) for name, pairs in sorted(by_continent.items())]
    lines += ["", "Pairs that no track joins, or whose cities have none near, get the straight line times the usual detour of railways.", ""]
    for title, pairs in groups[:2]:
        lines += [f"### {title[0].upper()}{title[1:]}", "", "| pair | published | found | interval | held | note |", "|---|---|---|---|---|---|"]
        lines += [row(pair) for pair in pairs] + [""]
    return "\n".join(lines)
