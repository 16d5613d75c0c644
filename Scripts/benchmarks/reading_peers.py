"""Peers of the reading bench: reading_peers.py quantulum3|recognizers|regex TEXT, a line at a time."""
import json, re, sys, time, warnings, logging

warnings.filterwarnings("ignore")
logging.disable(logging.CRITICAL)
name, file = sys.argv[1:]
lines = open(file, encoding="utf-8").read().split("\n")
UNITS = {"kilometre": "km", "kilometer": "km", "mile": "mi", "metre": "m", "hour": "h", "minute": "min", "second": "s", "day": "d", "week": "week", "month": "month", "year": "year",
         "kilometre per hour": "km/h", "mile per hour": "mph", "knot": "kn", "metre per second": "m/s", "nautical mile": "nmi", "meter": "m",
         "Kilometer": "km", "Mile": "mi", "Meter": "m", "Kilometer per hour": "km/h", "Mile per hour": "mph", "Knot": "kn", "Nautical mile": "nmi"}
if name == "quantulum3":
    from quantulum3 import parser
    find = lambda text: [f"{float(q.value)} {UNITS[q.unit.name]}" for q in parser.parse(text) if q.unit.name in UNITS]
elif name == "recognizers":
    import recognizers_number_with_unit as units, recognizers_date_time as dates
    SPANS = {"H": "h", "M": "min", "S": "s", "D": "d", "W": "week", "Y": "year"}

    def find(text):
        found = [f"{float(r.resolution['value'])} {UNITS[r.resolution['unit']]}" for r in units.recognize_dimension(text, "en-us")
                 if r.resolution and r.resolution.get("value") and r.resolution["unit"] in UNITS]
        for r in dates.recognize_datetime(text, "en-us"):
            for value in ((r.resolution or {}).get("values") or [])[:1]:
                span = re.fullmatch(r"P(T?)([\d.]+)([HMSDWY])", value.get("timex", ""))
                if span:
                    unit = "month" if span[3] == "M" and not span[1] else SPANS[span[3]]
                    found.append(f"{float(span[2])} {unit}")
        return found
else:
    pattern = re.compile(r"(\d[\d,.]*)\s*(kilomet(?:er|re)s? per hour|km/h|mph|kilomet(?:er|re)s?|km|miles?|hours?|h|min|days?)\b", re.I)
    short = lambda u: "km/h" if "hour" in u and "kilo" in u or u == "km/h" else "km" if u[0] == "k" else "mph" if u == "mph" else {"m": "mi", "h": "h", "d": "d"}.get(u[0], u)
    find = lambda text: [f"{float(m[1].replace(',', '').rstrip('.') or 0)} {short(m[2].lower())}" for m in pattern.finditer(text)]
find(lines[0])
begin = time.perf_counter()
found = [find(line) for line in lines]
print(json.dumps({"work_s": time.perf_counter() - begin, "items": sum(len(l.encode()) + 1 for l in lines), "check": sum(map(len, found)), "found": found}))
