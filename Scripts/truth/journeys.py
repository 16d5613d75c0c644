"""The journeys of Tests/Truth: their tables, their halves, and what their words say in numbers."""
import csv, datetime, hashlib, math, re
from dataclasses import dataclass, field
from pathlib import Path
from zoneinfo import ZoneInfo

MODES = ["rail", "air", "road", "sea"]
UTC = datetime.timezone.utc


@dataclass
class Place:
    key: str
    name: str
    country: str
    latitude: float
    longitude: float
    zone: str
    iata: str


@dataclass
class Journey:
    id: str
    mode: str
    type: str
    vehicle: str
    stops: list
    half: str = ""
    length: str = ""
    kinds: list = field(default_factory=list)
    parts: list = field(default_factory=list)
    duration: str = ""
    basis: str = ""
    departs: str = ""
    calls: list = field(default_factory=list)
    arrives: str = ""
    average: str = ""
    top: str = ""
    source: str = ""


def digest(text):
    return int.from_bytes(hashlib.sha256(text.encode()).digest()[:8], "big")


def listed(text):
    return [piece.strip() for piece in text.split(";") if piece.strip()]


def places(folder):
    rows = csv.DictReader(open(folder / "places.csv", encoding="utf-8"))
    return {r["place"]: Place(r["place"], r["name"], r["country"], float(r["latitude"]), float(r["longitude"]), r["zone"], r["iata"]) for r in rows}


def read(folder):
    """All journeys. Of rows 1 and 2, 3 and 4, … of a file the one whose id has the smaller SHA-256 is seen; a last one by itself is not."""
    known, journeys = places(folder), []
    for mode in MODES:
        rows = list(csv.DictReader(open(folder / f"journeys-{mode}.csv", encoding="utf-8")))
        for index, row in enumerate(rows):
            pair = [r["id"] for r in rows[index // 2 * 2 : index // 2 * 2 + 2]]
            journeys.append(Journey(
                id=row["id"], mode=mode, type=row["type"], vehicle=row["vehicle"], stops=[known[key] for key in listed(row["stops"])],
                half="seen" if len(pair) == 2 and row["id"] == min(pair, key=digest) else "unseen", length=row["length"], kinds=row["kind"].split(),
                parts=listed(row["parts"]), duration=row["duration"], basis=row["basis"], departs=row["departs"],
                calls=[tuple(t.strip() for t in call.split("/")) for call in listed(row["calls"])], arrives=row["arrives"],
                average=row["average"], top=row["top"], source=row["source"]))
    return journeys


# MARK: Words

UNITS = {}
for names, size in [
    ("km kilometers kilometres", 1000), ("m", 1), ("mile miles", 1609.344), ("nautical-mile nautical-miles", 1852), ("second seconds s", 1),
    ("minute minutes min", 60), ("hour hours h", 3600), ("day days", 86400), ("year years", 86400 * 365.2425), ("km/h", 1 / 3.6), ("mph", 0.44704),
    ("knots", 1852 / 3600),
]:
    for name in names.split():
        UNITS[name] = size
NUMBERS = {w: n for n, w in enumerate("zero one two three four five six seven eight nine ten eleven twelve".split())}
HEDGES = [
    ("at least", "from"), ("more than", "from"), ("over", "from"), ("less than", "to"), ("at most", "to"), ("up to", "to"), ("just over", "above"),
    ("just under", "below"), ("almost", "below"), ("nearly", "below"), ("about", "about"), ("approximately", "about"), ("some", "about"), ("around", "about"),
]


@dataclass
class Words:
    """A quantity in SI units as it is printed: one number or two, and how exactly."""
    hedge: str
    low: float
    high: float
    grain: float

    def interval(self, generous):
        """What the words allow: as they are usually read, or beyond any stretch that could excuse them."""
        if self.hedge == "range":
            room = 0.05 if generous else 0
            return self.low * (1 - room), self.high * (1 + room)
        value = self.low
        share = self.grain / 2 / value if value else 0
        if self.hedge == "about":
            room = 0.25 if generous else max(0.03, min(0.1, share))
            return value * (1 - room), value * (1 + room)
        room = min(0.125, max(0.025, 2.5 * share)) if generous else min(0.05, max(0.005, share))
        if self.hedge in ("above", "below"):
            wide = 0.25 if generous else 0.1
            return (value * (1 - room), value * (1 + wide)) if self.hedge == "above" else (value * (1 - wide), value * (1 + room))
        if self.hedge == "from":
            return value * (0.85 if generous else 0.99), math.inf
        if self.hedge == "to":
            return 0, value * (1.15 if generous else 1.01)
        return value * (1 - room), value * (1 + room)


def grain(text):
    plain = text.replace(",", "")
    if "." in plain:
        return 10.0 ** -len(plain.split(".")[1])
    return 10.0 ** (len(plain) - len(plain.rstrip("0"))) if plain.strip("0") else 1.0


def number(text):
    return float(NUMBERS[text]) if text in NUMBERS else float(text.replace(",", ""))


def words(text):
    """Reads what a report prints: "about 46 hours", "3 days 10 hours 40 minutes", "12 to 16 hours", "7 and a half hours"."""
    rest = re.sub(r"\s*\(.*?\)", "", text).replace("nautical mile", "nautical-mile").lower().strip()
    hedge = "bare"
    for phrase, kind in sorted(HEDGES, key=lambda h: -len(h[0])):
        if rest.startswith(phrase + " "):
            hedge, rest = kind, rest[len(phrase):].strip()
            break
    pieces = re.sub(r"\band (?!a half)", "", rest).split()
    if "to" in pieces:
        low, _, high, unit = pieces
        return Words("range", number(low) * UNITS[unit], number(high) * UNITS[unit], 0)
    if pieces[1:4] == ["and", "a", "half"]:
        value, unit = number(pieces[0]) + 0.5, UNITS[pieces[4]]
        assert len(pieces) == 5, text
        return Words(hedge, value * unit, value * unit, 0.5 * unit)
    value, smallest = 0.0, 0.0
    assert len(pieces) % 2 == 0, text
    for digits, unit in zip(pieces[::2], pieces[1::2]):
        value += number(digits) * UNITS[unit]
        smallest = (grain(digits) if digits not in NUMBERS and len(pieces) == 2 else 1) * UNITS[unit]
    return Words(hedge, value, value, smallest)


def moment(text, zone, generous):
    """The span of a printed moment as seconds since 1970: "2019-10-28 10:00", "about …", a bare date, an own zone behind it."""
    about = text.startswith("about ")
    pieces = text.removeprefix("about ").split()
    own = pieces.pop() if "/" in pieces[-1] or pieces[-1] == "UTC" else zone
    low = datetime.datetime.fromisoformat("T".join(pieces)).replace(tzinfo=ZoneInfo(own)).astimezone(UTC).timestamp()
    if len(pieces) == 1:
        room = 2 * 3600 if generous else 0
        return low - room, low + 86400 + room
    room = (4500 if generous else 1800) if about else (600 if generous else 0)
    return low - room, low + 60 + room


def split_moment(text):
    """The hedge, the date, the clock time and the own zone of a printed moment; blank where there is none."""
    about = "about " if text.startswith("about ") else ""
    pieces = text.removeprefix("about ").split()
    zone = pieces.pop() if "/" in pieces[-1] or pieces[-1] == "UTC" else ""
    return about, pieces[0], pieces[1] if len(pieces) > 1 else "", zone


def straight(one, other):
    """Metres along a great circle of the mean sphere: within 0.6 % of the geodesic."""
    a, b, c, d = map(math.radians, (one.latitude, one.longitude, other.latitude, other.longitude))
    h = math.sin((c - a) / 2) ** 2 + math.cos(a) * math.cos(c) * math.sin((d - b) / 2) ** 2
    return 2 * 6371008.8 * math.asin(min(1, math.sqrt(h)))
