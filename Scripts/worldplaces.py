"""What the scripts that make geo/world share: names as the program compares them, and the form of its tables."""
import collections
import math
import unicodedata

APOSTROPHES = set("'`’‘ʼʻ′")
KEPT = {"Ll", "Lu", "Lt", "Lo", "Lm", "Nd", "Mc"}


def key(name):
    """As NameKey.swift."""
    result, pending = [], False
    for char in unicodedata.normalize("NFKD", name).lower():
        category = unicodedata.category(char)
        if category in ("Mn", "Cf"):
            continue
        if char in APOSTROPHES:
            continue
        if category in KEPT:
            if pending and result:
                result.append(" ")
            pending = False
            result.append({"đ": "d", "ı": "i"}.get(char, char))
        else:
            pending = True
    return "".join(result)


Place = collections.namedtuple(
    "Place", "id name country region zone latitude longitude extent codes city prominence names")


def kilometers(a, b):
    """The great circle, good enough to tell neighbours."""
    la, lb = math.radians(a[0]), math.radians(b[0])
    h = math.sin((lb - la) / 2) ** 2 + math.cos(la) * math.cos(lb) * math.sin(math.radians(b[1] - a[1]) / 2) ** 2
    return 12742 * math.asin(min(1, math.sqrt(h)))


class Near:
    """Which points lie in the cells about a point."""

    def __init__(self, size):
        self.size, self.cells = size, collections.defaultdict(list)

    def cell(self, latitude, longitude):
        return math.floor(latitude / self.size), math.floor(longitude / self.size)

    def add(self, latitude, longitude, item):
        self.cells[self.cell(latitude, longitude)].append((latitude, longitude, item))

    def around(self, latitude, longitude, reach=1):
        row, column = self.cell(latitude, longitude)
        for i in range(row - reach, row + reach + 1):
            for j in range(column - reach, column + reach + 1):
                yield from self.cells.get((i, j), ())


def digits36(number):
    """A whole number to the base 36, as `Int(_:radix:)` of Swift reads it."""
    text = ""
    while number:
        number, digit = divmod(number, 36)
        text = "0123456789abcdefghijklmnopqrstuvwxyz"[digit] + text
    return text or "0"


def fixed(value, digits):
    text = f"{float(value):.{digits}f}".rstrip("0").rstrip(".")
    return "0" if text in ("-0", "") else text


def write(out, name, places, zone_number):
    places.sort(key=lambda p: (-p.prominence, p.id))
    offsets, at = {}, 0
    with open(f"{out}/{name}.tsv", "wb") as file:
        for place in places:
            line = "\t".join([
                place.id, place.name, place.country, place.region, str(zone_number(place.zone)),
                fixed(place.latitude, 5), fixed(place.longitude, 5), fixed(place.extent, 2),
                ";".join(place.codes), place.city, str(int(place.prominence))]) + "\n"
            data = line.encode()
            file.write(data)
            offsets[place.id] = at
            at += len(data)
    names = collections.defaultdict(list)
    for place in places:
        for text in [place.name] + list(place.names) + list(place.codes):
            folded = key(text)
            if folded and len(folded) <= 80 and (not names[folded] or names[folded][-1] != place.id):
                names[folded].append(place.id)
    with open(f"{out}/{name}.names.tsv", "wb") as file:
        for folded in sorted(names, key=lambda text: text.encode()):
            ids = list(dict.fromkeys(names[folded]))[:12]
            file.write((folded + "\t" + ",".join(digits36(offsets[i]) for i in ids) + "\n").encode())
    print(f"{name}: {len(places)} places, {len(names)} names")
