"""Rules that make a false report from a true one. The same journey always slips in the same way."""
import dataclasses, datetime, re
from zoneinfo import ZoneInfo

from .journeys import UNITS, digest, split_moment, straight, words

NUMERAL = re.compile(r"\d[\d,]*(?:\.\d+)?")


def slips(journey):
    """(rule, false journey) for every rule that applies."""
    for name, rule in RULES.items():
        changed = rule(journey, digest(f"{journey.id} {name}"))
        if changed:
            yield name, dataclasses.replace(journey, **changed)


def plain(text):
    return re.sub(r"\s*\(.*?\)", "", text)


def slipped(text, seed):
    """The first numeral with a digit left out, two exchanged, one doubled or another first digit."""
    found = NUMERAL.search(plain(text))
    if not found:
        return None
    digits, _, decimals = found[0].replace(",", "").partition(".")
    tried = [digits[1] + digits[0] + digits[2:] if len(digits) > 1 else "", digits[:1] + digits[2:] if len(digits) > 1 else "", digits[0] + digits, str((int(digits[0]) + 3) % 9 + 1) + digits[1:]]
    good = [d for d in tried if d and not d.startswith("0") and abs(int(d) / int(digits) - 1) > 0.2]
    if not good:
        return None
    number = f"{int(good[seed % len(good)]):,}" + ("." + decimals if decimals else "")
    made = plain(text)[: found.start()] + number + plain(text)[found.end() :]
    return made if words(made).low <= words(made).high else None


def in_field(name):
    def rule(journey, seed):
        text = slipped(getattr(journey, name), seed)
        return {name: text} if text else None

    return rule


def moved(text, **by):
    about, day, clock, zone = split_moment(text)
    later = datetime.datetime.fromisoformat(f"{day}T{clock or '12:00'}") + datetime.timedelta(**by)
    return about + f"{later:%Y-%m-%d}" + (f" {later:%H:%M}" if clock else "") + (f" {zone}" if zone else "")


def twelve_hours(journey, seed):
    """10:40 in the evening for the morning, on the same day."""
    if not split_moment(journey.arrives or " -")[2]:
        return None
    _, _, clock, _ = split_moment(journey.arrives)
    return {"arrives": moved(journey.arrives, hours=12 if int(clock[:2]) < 12 else -12)}


def other_direction(journey, seed):
    """The clock times of the way there, printed for the way back."""
    if len(journey.stops) > 2 or journey.parts or not (split_moment(journey.departs or " -")[2] and split_moment(journey.arrives or " -")[2]):
        return None
    one, other = journey.stops
    noon = datetime.datetime.fromisoformat(split_moment(journey.departs)[1] + "T12:00")
    if noon.replace(tzinfo=ZoneInfo(one.zone)).utcoffset() == noon.replace(tzinfo=ZoneInfo(other.zone)).utcoffset():
        return None
    return {"stops": [other, one]}


def clocks_exchanged(journey, seed):
    if not (journey.departs and journey.arrives) or journey.calls or journey.departs == journey.arrives:
        return None
    return {"departs": journey.arrives, "arrives": journey.departs}


def own_way(journey):
    """Metres of the length, where it is said of the way that the vehicle went."""
    return words(journey.length).low if journey.length and not {"geodesic", "tariff"} & set(journey.kinds) else 0


def straight_as_way(journey, seed):
    """The straight line passed off as the way."""
    line = sum(straight(a, b) for a, b in zip(journey.stops, journey.stops[1:]))
    if journey.mode == "air" or journey.parts or own_way(journey) < 1.15 * line or line < 20_000:
        return None
    return {"length": f"{line / 1000:,.0f} km"}


def below_straight(journey, seed):
    line = sum(straight(a, b) for a, b in zip(journey.stops, journey.stops[1:]))
    if not journey.length or line < 20_000:
        return None
    return {"length": f"{line / 1000 * (0.55 + seed % 20 / 100):,.0f} km", "parts": []}


OTHER_UNIT = {"mph": "km/h", "km/h": "mph", "knots": "km/h"}


def speed_unit(name):
    """60 mph printed as 60 km/h, or the other way round."""

    def rule(journey, seed):
        text = plain(getattr(journey, name))
        unit = text.split()[-1] if text else ""
        return {name: text.removesuffix(unit) + OTHER_UNIT[unit]} if unit in OTHER_UNIT else None

    return rule


def length_unit(journey, seed):
    """Miles printed as kilometres, or the other way round."""
    text = plain(journey.length)
    for unit, other in (("nautical miles", "km"), ("miles", "km"), ("kilometres", "miles"), ("kilometers", "miles"), ("km", "miles")):
        if text.endswith(unit):
            return {"length": text.removesuffix(unit) + other, "parts": []}
    return None


def zone_off(journey, seed):
    """The arrival read by the clock of the departure; where both are the same, one hour off."""
    about, day, clock, zone = split_moment(journey.arrives) if journey.arrives else ("", "", "", "")
    if not clock:
        return None
    there, here = journey.stops[-1].zone, journey.stops[0].zone
    noon = datetime.datetime.fromisoformat(day + "T12:00")
    if noon.replace(tzinfo=ZoneInfo(there)).utcoffset() == noon.replace(tzinfo=ZoneInfo(here)).utcoffset():
        return {"arrives": moved(journey.arrives, hours=1 - seed % 2 * 2)}
    return {"arrives": f"{about}{day} {clock} {here}"}


def wrong_day(journey, seed):
    return {"arrives": moved(journey.arrives, days=1 - seed % 2 * 2)} if journey.arrives else None


def made_average(journey, factor):
    """Kilometres an hour by the stated length and time, times a factor."""
    if not own_way(journey) or not journey.duration:
        return ""
    time = words(journey.duration)
    return f"{own_way(journey) / (time.low + time.high) * 2 * 3.6 * factor:.0f} km/h"


def wrong_average(journey, seed):
    text = made_average(journey, 1.5 if seed % 2 else 0.6)
    return {"average": text} if text and not journey.average else None


def top_below_average(journey, seed):
    text = made_average(journey, 0.7)
    return {"top": text} if text else None


def less_than_part(journey, seed):
    if not journey.parts:
        return None
    part = max(words(p).low for p in journey.parts)
    unit = plain(journey.parts[0]).split()[-1]
    return {"length": f"{part / UNITS[unit] * 0.8:,.0f} {unit}"}


def time_unit(journey, seed):
    """Hours printed as minutes, days as hours, minutes as hours."""
    pieces = plain(journey.duration).split()
    shorter = {"days": "hours", "hours": "minutes", "hour": "minutes", "h": "min", "minutes": "hours" if seed % 2 else "seconds"}
    units = [p for p in pieces if p in UNITS]
    if len(units) != 1 or units[0] not in shorter:
        return None
    return {"duration": plain(journey.duration).replace(units[0], shorter[units[0]])}


RULES = {
    "digit of the length": in_field("length"),
    "digit of the time": in_field("duration"),
    "digit of the average": in_field("average"),
    "twelve hours": twelve_hours,
    "clocks of the other direction": other_direction,
    "clocks exchanged": clocks_exchanged,
    "straight line as the way": straight_as_way,
    "less than the straight line": below_straight,
    "unit of the average": speed_unit("average"),
    "unit of the top speed": speed_unit("top"),
    "unit of the length": length_unit,
    "unit of the time": time_unit,
    "zone": zone_off,
    "day": wrong_day,
    "impossible average": wrong_average,
    "average above the top speed": top_below_average,
    "total less than a part": less_than_part,
}
