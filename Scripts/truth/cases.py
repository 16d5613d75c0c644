"""Case files of journeys, in format 1."""
import csv, re

from .journeys import split_moment, straight

# A train or an aircraft has to be called as the library calls it; a ship or a car may be called anything.
TABLES = {"rail": ["stock/brands.csv"], "air": ["aircraft/types.csv", "aircraft/families.csv"]}


class Names:
    """The places and vehicles that Wayproof's data knows, so that a case names them as an author would; others become coordinates."""

    def __init__(self, geo):
        self.airports = {r["iata"] for r in rows(geo / "airports.csv")}
        self.places = {}
        for file in ("stations.csv", "cities.csv"):
            for row in rows(geo / file):
                for name in [row["name"], *row.get("names", "").split(";")]:
                    self.places.setdefault((name.strip().casefold(), row["country"]), []).append((row["id"], row, file))
        self.vehicles = {mode: [n for file in files for row in rows(geo / file) for n in names(row)] for mode, files in TABLES.items()}
        models = (geo / "stock/trains.yaml").read_text(encoding="utf-8")
        self.vehicles["rail"] += [n.strip() for found in re.findall(r"^ +names: \[(.*)\]", models, re.M) for n in found.split(",")]

    def place(self, place, mode):
        if mode == "air" and place.iata and place.iata in self.airports:
            return place.iata
        for id, row, file in self.places.get((place.name.casefold(), place.country), []):
            known = type(place)(id, "", "", float(row["latitude"]), float(row["longitude"]), "", "")
            if (file == "stations.csv") == (mode == "rail") and straight(known, place) < 15_000:
                return id
        return f"{place.latitude:.4f},{place.longitude:.4f}"

    def vehicle(self, journey):
        if journey.mode not in TABLES:
            return re.sub(r"[^a-z0-9]+", "-", journey.vehicle.lower()).strip("-")
        known = [n for n in self.vehicles[journey.mode] if re.search(rf"(?<!\w){re.escape(n)}(?!\w)", journey.vehicle, re.I)]
        # A greatest speed needs a vehicle: of one that the library has not, an author would say "train" or "plane".
        general = [{"rail": "passenger-train", "air": "plane"}[journey.mode]] if journey.top else []
        return max(known or general or [""], key=len)


def rows(path):
    return list(csv.DictReader(open(path, encoding="utf-8")))


def names(row):
    own = re.sub("^(an?|the) ", "", row.get("name", ""))
    return [n.strip() for n in [row.get("id", ""), own, *row["names"].split(";")] if n.strip()]


def time_text(moment):
    """A printed moment as a case file has it: hours from 1 to 11 by themselves would be open."""
    about, day, clock, _ = split_moment(moment)
    if not clock:
        return f"{about}{day}"
    return f"{about}{clock}{' a.m.' if clock[:2] in ('10', '11') else ''}, {day}"


def case(journey, id, names):
    places = [names.place(p, journey.mode) for p in journey.stops]
    ids = [f"stop-{index + 1}" for index in range(len(places))]
    airborne = journey.basis == "airborne"
    leave, come = ("take-off", "landing") if airborne else ("off-block", "on-block") if journey.mode == "air" else ("departure", "arrival")
    start, end = f"{leave} {ids[0]}", f"{come} {ids[-1]}"
    claims = []

    def claim(id, text, **said):
        claims.append({"id": id, "source": "report", "quote": text, **said})

    def time(id, text, verb, index):
        claim(id, text, time=time_text(text), event=f"{verb} {ids[index]}", zone=split_moment(text)[3] or journey.stops[index].zone)

    if journey.length:
        claim("length", journey.length, distance=journey.length, **{"from": places[0], "to": places[-1]}, kind=journey.kinds)
    for index, part in enumerate(journey.parts):
        claim(f"part-{index + 1}", part, distance=part, **{"from": places[index], "to": places[index + 1]}, kind=journey.kinds)
    if journey.duration:
        claim("time", journey.duration, duration=journey.duration, **{"from": start, "to": end})
    if journey.departs:
        time("departs", journey.departs, leave, 0)
    for index, texts in enumerate(journey.calls, 1):
        for verb, text in zip((come, leave), texts):
            time(f"call-{index}-{verb}", text, verb, index)
    if journey.arrives:
        time("arrives", journey.arrives, come, -1)
    if journey.average:
        claim("average", journey.average, speed=journey.average, kind="average", **{"from": start, "to": end})
    vehicle = names.vehicle(journey)
    if journey.top and vehicle:
        claim("top", journey.top, speed=journey.top, kind="maximum", vehicle=vehicle)
    trip = {"id": "trip", "title": f"{journey.vehicle}, {journey.stops[0].name} to {journey.stops[-1].name}", "mode": journey.mode}
    if vehicle:
        trip["vehicle"] = vehicle
    if journey.departs:
        trip["date"] = split_moment(journey.departs)[1]
    trip["stops"] = [{"id": i, "place": p} for i, p in zip(ids, places)]
    return {"wayproof": 1, "id": id, "title": trip["title"], "sources": [{"id": "report", "outlet": journey.source or "a report"}], "journeys": [trip], "claims": claims}
