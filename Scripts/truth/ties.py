"""Figures that `wayproof read` found, against marked ones: where they stand, what they are worth, what they are tied to."""
from .articles import HOURS, KILOMETRES, KILOMETRES_PER_HOUR, parsed

UNITS = {"distance": ("length", KILOMETRES), "duration": ("duration", HOURS), "speed": ("speed", KILOMETRES_PER_HOUR)}
# A value that was rounded or converted is off by less.
ROUNDED = 0.005
# The reader makes claims of ties from here on, and calls those sure.
HELD, SURE = 0.5, 0.9
LEAVES, COMES = {"departure", "take-off", "off-block"}, {"arrival", "landing", "on-block"}
EVENTS = {"departure": LEAVES, "arrival": COMES, "passing": LEAVES | COMES | {"passing"}, "stop": {"stay", "visit"}}
# Roles of lengths and durations that are those of no leg, but of the journey: targets by these names.
TARGETS = {"moving", "standing", "day"}
# What a speed may be called to have a role.
SPEEDS = {"average": {"average"}, "maximum": {"maximum"}, "minimum": {"minimum"}, "speed": {"running", ""}}
MODES = {
    "rail": {"train"}, "air": {"plane", "helicopter"}, "road": {"lorry", "convoy", "bus", "car", "motorcycle", "bicycle", "foot"},
    "sea": {"ferry", "ship", "boat", "yacht"}, "cycle": {"bicycle"}, "bicycle": {"bicycle"}, "foot": {"foot"},
}
# Parts of the day that the marks have by another word.
PARTS = {"small": "early", "midday": "noon", "overnight": "night", "late": "evening"}
CAUSES = ("not found", "value wrong", "not tied", "not held", "role wrong", "journey missing", "journey wrong", "end missing", "end unknown", "end wrong")
MISTAKES = {"value wrong", "role wrong", "journey wrong", "end wrong"}


class Finder:
    """Where figures stand in the text that the marks are about: the reader's own has no tags, so that its offsets are others."""

    def __init__(self, text):
        self.at = [i for i, c in enumerate(text) if c.isalnum()]
        self.letters = "".join(text[i].casefold()[:1] for i in self.at)
        self.last = 0

    def find(self, selector):
        """The span of the next figure; None if its words are not in the text."""
        before, exact, after = (bare(selector[key]) for key in ("prefix", "exact", "suffix"))
        if not exact:
            return None
        for near in (len(before) + len(after), 12, 6, 3, 0):
            head = before[max(0, len(before) - near) :]
            for start in (max(0, self.last - len(head)), 0):
                found = self.letters.find(head + exact + after[:near], start)
                if found >= 0:
                    found += len(head)
                    self.last = found
                    return self.at[found], self.at[found + len(exact) - 1] + 1
        return None


def bare(text):
    return "".join(c.casefold()[:1] for c in text if c.isalnum())


def touches(one, other):
    return one[0] < other[1] and other[0] < one[1]


def is_equal(mark, figure):
    """Whether a figure has the value of a mark, if that has one."""
    value = parsed(mark.get("value", ""))
    if value is None:
        return False
    kind, least, most = value
    if kind == "clock":
        return clock_is(least, figure)
    if kind == "date":
        return date_is(least, figure)
    for said in (figure, figure.get("conversion")):
        if said and "number" in said and figure["dimension"] in UNITS and UNITS[figure["dimension"]][0] == kind:
            size = UNITS[figure["dimension"]][1].get(said["unit"], 0)
            if alike(least, said["number"] * size) and alike(most, said.get("upper_number", said["number"]) * size):
                return True
    return False


def alike(one, other):
    return abs(one - other) <= ROUNDED * one


def clock_is(value, figure):
    clock = figure.get("clock", "")
    if clock == value[:5]:
        return True
    # Without a.m. or p.m. "3:05" is both, and stays both.
    is_open = bool(clock) and "00" < clock[:2] < "13" and not any(sure in figure["value"] for sure in ("a.m.", "p.m.", "noon", " 0", "T0")) and figure["value"][:1] != "0"
    return is_open and (int(value[:2]) - int(clock[:2])) % 12 == 0 and clock[3:] == value[3:5]


def date_is(value, figure):
    day, _, part = value.partition(" ")
    own = [PARTS.get(word, word) for word in figure.get("part", "").split()]
    is_part = not part or part in own or part == "dawn" and "early" in own or "clock" in figure
    if "date" not in figure:
        return bool(part) and bool(own) and is_part
    return figure["date"].startswith(day) and is_part


def hedge_is(mark, figure):
    if mark.get("role") == "maximum" and "maximum" in (figure.get("speed_kind"), {"atMost": "maximum"}.get(figure["hedge"])):
        # The word that makes it the greatest is the hedge or is not; both say the same.
        return mark.get("hedge", "atMost") == "atMost"
    return mark.get("hedge", "bare") == {"exactly": "bare", "range": "bare"}.get(figure["hedge"], figure["hedge"]) or "couple few several".find(figure["hedge"]) >= 0


def modality_is(mark, figure):
    return ("modality" in mark) == (figure["modality"] == "forecast")


def is_held(figure):
    return figure["tie"]["target"] != "nothing" and figure["tie"]["confidence"] >= HELD


def is_sure(figure):
    return figure["tie"]["target"] != "nothing" and figure["tie"]["confidence"] >= SURE


def is_elsewhere(figure, places):
    """Whether a tie is to another journey than those of the list: to places that are none of theirs, or to what is no travel."""
    tie = figure["tie"]
    if tie.get("is_previous") or tie["target"] == "event" and tie.get("event") not in EVENTS["passing"] | EVENTS["stop"]:
        return True
    return any(is_told(tie, key) and not meant(tie, key, places) for key in ("from", "to", "at"))


def is_told(tie, key):
    return key in tie or f"{key}_unknown" in tie


def meant(tie, key, places):
    return places.meant(tie.get(key, []), tie.get(f"{key}_unknown"))


def wrong(mark, figure, journeys, places):
    """Why the tie of a figure with the right value is not that of its mark; nothing if it is. journeys: {id: mode}."""
    tie = figure["tie"]
    if tie["target"] == "nothing":
        return "not tied"
    if not has_role(mark, figure):
        return "role wrong"
    mode = journeys[mark["journey"]]
    if tie.get("is_previous") or tie.get("mode") and mode not in MODES.get(tie["mode"], set()) | {"several"}:
        return "journey wrong"
    if tie["target"] == "vehicle":
        # Of which vehicle is all that is to be known.
        cause = "" if tie.get("mode") else "journey missing"
    else:
        cause = ends(mark, tie, places)
    return cause or ("" if tie["confidence"] >= HELD else "not held")


def has_role(mark, figure):
    tie, role = figure["tie"], mark["role"]
    target = tie["target"]
    if figure["dimension"] == "time":
        return target == "event" and tie.get("event") in EVENTS.get(role, set())
    if figure["dimension"] == "speed":
        kind = figure.get("speed_kind", "")
        is_kind = kind in SPEEDS[role] or not kind and {"atMost": "maximum", "atLeast": "minimum"}.get(figure["hedge"]) == role
        return is_kind and target in {"leg", "journey", "between"} | (set() if role == "average" else {"vehicle"})
    if role == "stop":
        return target == "event" and tie.get("event") in EVENTS[role] or target == "between" and tie["from_event"] in COMES and tie["to_event"] in LEAVES
    if role in TARGETS:
        return target == role or role == "moving" and target == "between" and (tie["from_event"], tie["to_event"]) == ("take-off", "landing")
    if figure["dimension"] == "distance":
        kinds = figure.get("kinds") or ["geodesic"]
        return (target == "leg" or target == "journey" and role == "whole") and ("geodesic" in kinds if role == "straight" else figure.get("kinds") != ["geodesic"])
    return target == "leg" or target == "journey" and role == "whole" or target == "between" and tie["from_event"] in LEAVES | {"passing"} and tie["to_event"] in COMES | {"passing"}


def ends(mark, tie, places):
    """Why the places of a tie are not those of a mark; nothing if they are."""
    if tie["target"] in {"journey"} | TARGETS:
        # The whole of the journey spoken of; its ends, if they are told.
        told = [key for key in ("from", "to") if is_told(tie, key)]
        return "" if all(mark[key] in meant(tie, key, places) for key in told) else amiss(tie, told)
    wanted = [mark[key] for key in ("from", "to", "at") if key in mark]
    keys = ("from", "to") if tie["target"] in ("leg", "between") else ("at",)
    if len(wanted) == 1 and len(keys) == 2:
        wanted *= 2
    found = [meant(tie, key, places) for key in keys]
    fits = lambda names: all(name in f for name, f in zip(names, found))
    # A length is the same there and back.
    return "" if fits(wanted) or mark["role"] in ("whole", "leg", "straight") and "from_event" not in tie and parsed(mark["value"])[0] == "length" and fits(wanted[::-1]) else amiss(tie, keys)


def amiss(tie, keys):
    if not all(is_told(tie, key) for key in keys):
        return "end missing"
    return "end unknown" if any(f"{key}_unknown" in tie for key in keys) else "end wrong"
