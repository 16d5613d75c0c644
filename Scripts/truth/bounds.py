"""Whether a report can be true by arithmetic and the widest physical bounds alone, without anything of Wayproof's."""
import math

from .journeys import moment, straight, words

# The greatest average in km/h from stop to stop of anything of a type, and the greatest speed at any moment. Generous on purpose.
LIMITS = {
    "rail": {"record": (605, 605), "maglev": (605, 605), "steam": (205, 205), "": (350, 605)},
    # Mach 0.95 in cold air and a wind of 400 km/h behind; Concorde Mach 2.04; the fastest aircraft with a crew 3,530 km/h.
    "air": {
        "jet": (1410, 1450), "concorde": (2600, 2600), "military": (3600, 3600), "turboprop": (1000, 1000), "light": (750, 750), "helicopter": (500, 500),
        "airship": (300, 300), "balloon": (400, 400), "": (1410, 1450),
    },
    "road": {"record": (250, 500), "horse": (40, 70), "": (130, 350)},
    # 58.1 knots the fastest ferry in service, 27 a container ship, 38 a liner; a hydrofoil of the Navy or a hovercraft 80.
    "sea": {
        "fast-ferry": (108, 115), "ferry": (75, 75), "cargo": (55, 55), "liner": (72, 75), "yacht": (100, 120), "sail": (45, 45), "boat": (40, 40),
        "steamer": (30, 30), "submarine": (85, 85), "warship": (75, 75), "": (150, 150),
    },
}
# No aircraft of the type is aloft for longer without landing.
LONGEST_HOURS = {"jet": 26, "concorde": 6, "turboprop": 15, "helicopter": 10}
WIND = 400 / 3.6


def limit(journey, at):
    table = LIMITS[journey.mode]
    return table.get(journey.type, table[""])[at] / 3.6


def slack(distance):
    """How much nearer two places may be than their points: cities are wide."""
    return min(20_000, 0.08 * distance) + 0.006 * distance


class Impossible(Exception):
    pass


def meet(one, other, what):
    low, high = max(one[0], other[0]), min(one[1], other[1])
    if low > high:
        raise Impossible(what)
    return low, high


def contradiction(journey, generous=True, physics=True):
    """Why the figures of a journey cannot all be true, in words; nothing where they can."""
    try:
        _contradiction(journey, generous, physics)
    except Impossible as reason:
        return str(reason)
    return ""


def refuted_by(journey):
    """arithmetic, physics, or nothing."""
    if contradiction(journey, physics=False):
        return "arithmetic"
    return "physics" if contradiction(journey) else ""


def _contradiction(journey, generous, physics):
    stops = journey.stops
    legs = [straight(a, b) for a, b in zip(stops, stops[1:])]
    read = lambda text: words(text).interval(generous) if text else None
    stated, average, top = read(journey.length), read(journey.average), read(journey.top)
    elapsed = _elapsed(journey, generous, physics, legs)
    way = _way(journey, stated, legs, physics)
    parts = [read(part) for part in journey.parts]
    if parts and stated and sum(p[0] for p in parts) > stated[1]:
        raise Impossible("the parts are longer than the whole")
    if physics:
        for part, leg in zip(parts, legs):
            if part[1] < leg - slack(leg):
                raise Impossible("a part is shorter than the straight line")
    if average:
        measured, room = stated if stated else way, 1.03 if generous else 1
        if measured[0] > average[1] * elapsed[1] * room or measured[1] * room < average[0] * elapsed[0]:
            raise Impossible("length, time and average disagree")
    if top:
        room = WIND if journey.mode == "air" else 0
        if average and average[0] > top[1] + room or elapsed[1] > 0 and way[0] / elapsed[1] > top[1] + room:
            raise Impossible("faster on average than at the most")
    if physics:
        fastest = limit(journey, 0)
        if way[0] > fastest * elapsed[1]:
            raise Impossible("too far for the time")
        if average and average[0] > fastest:
            raise Impossible("no average is so high")
        if top and top[0] > limit(journey, 1):
            raise Impossible("nothing of the kind is so fast")


def _way(journey, stated, legs, physics):
    """How far the vehicle went."""
    way = (0, math.inf)
    straightened = sum(legs)
    if stated:
        if "tariff" in journey.kinds:
            way = stated[0] * 0.85, stated[1] * 1.15
        elif "geodesic" in journey.kinds:
            way = stated[0], math.inf
        else:
            way = stated
    if not physics:
        return way
    least = straightened - slack(straightened)
    if stated and stated[1] < least * (0.85 if "tariff" in journey.kinds else 1):
        raise Impossible("shorter than the straight line")
    if stated and journey.kinds == ["geodesic"] and stated[0] > straightened + slack(straightened):
        raise Impossible("longer than the straight line that it is said to be")
    return meet(way, (least if "tariff" not in journey.kinds else least * 0.85, math.inf), "shorter than the straight line")


def _elapsed(journey, generous, physics, legs):
    elapsed = (0, math.inf)
    if journey.duration:
        elapsed = words(journey.duration).interval(generous)
    # Moments in their order: (stop, arrives or departs, span).
    moments = []
    calls = journey.calls + [()] * (len(journey.stops) - 2 - len(journey.calls))
    for stop, texts in enumerate([(journey.departs,), *calls, (journey.arrives,)]):
        for text in texts:
            if text:
                moments.append((stop, moment(text, journey.stops[stop].zone, generous)))
    for (before, earlier), (after, later) in zip(moments, moments[1:]):
        if later[1] < earlier[0]:
            raise Impossible("it arrives before it leaves")
        way = sum(legs[before:after])
        if physics and way - slack(way) > limit(journey, 0) * (later[1] - earlier[0]):
            raise Impossible("too far for the clocks")
    if journey.departs and journey.arrives:
        first, last = moments[0][1], moments[-1][1]
        elapsed = meet(elapsed, (max(0, last[0] - first[1]), last[1] - first[0]), "the time and the clocks disagree")
    longest = LONGEST_HOURS.get(journey.type, math.inf) * 3600 * len(legs)
    if physics and journey.mode == "air" and elapsed[0] > longest:
        raise Impossible("nothing of the kind flies so long")
    return elapsed
