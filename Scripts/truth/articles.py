"""The articles of Tests/Articles: their texts as they are shown, and the values and places of their marks."""
import datetime, re
from html.parser import HTMLParser

KILOMETRES = {"km": 1, "m": 0.001, "mi": 1.609344, "nmi": 1.852, "ft": 0.0003048, "verst": 1.0668}
HOURS = {"s": 1 / 3600, "min": 1 / 60, "h": 1, "d": 24, "week": 168, "month": 730.485, "year": 8765.82}
KILOMETRES_PER_HOUR = {"km/h": 1, "mph": 1.609344, "kn": 1.852, "m/s": 3.6}
DAY_PARTS = "early|dawn|morning|forenoon|noon|afternoon|evening|dusk|night|midnight"
INLINE = {"a", "abbr", "b", "em", "i", "small", "span", "strong", "sub", "sup", "time"}


class Shown(HTMLParser):
    def __init__(self):
        super().__init__(convert_charrefs=True)
        self.text = ""

    def handle_data(self, data):
        self.text += data

    def handle_starttag(self, tag, attributes):
        self.text += "" if tag in INLINE else "\n"

    def handle_endtag(self, tag):
        self.text += "" if tag in INLINE else "\n"


def shown(path):
    """The text as a reader sees it: of HTML without tags (a line break for every tag of a block) and with entities resolved."""
    text = path.read_text(encoding="utf-8")
    if path.suffix != ".html":
        return text
    parser = Shown()
    parser.feed(text)
    parser.close()
    return parser.text


def parsed(value):
    """(kind, least, most) of a value; lengths in km, durations in hours, speeds in km/h. None if it cannot be read."""
    ends = [single(end) for end in value.split("..")]
    if len(ends) > 2 or None in ends or len({kind for kind, _ in ends}) > 1:
        return None
    return ends[0][0], ends[0][1], ends[-1][1]


def single(value):
    if re.fullmatch(r"([01]\d|2[0-3]):[0-5]\d(:[0-5]\d)?", value):
        return "clock", value
    if match := re.fullmatch(rf"(\d{{4}}(?:-\d\d(?:-\d\d)?)?)(?: (?:{DAY_PARTS}))?", value):
        try:
            datetime.date.fromisoformat((match[1] + "-01-01")[:10])
        except ValueError:
            return None
        return "date", value
    words = value.split()
    pairs = list(zip(words[::2], words[1::2]))
    if len(words) % 2 or not words or not all(re.fullmatch(r"\d+(\.\d+)?", number) for number, _ in pairs):
        return None
    for kind, units in (("length", KILOMETRES), ("speed", KILOMETRES_PER_HOUR), ("duration", HOURS)):
        if all(unit in units for _, unit in pairs) and (kind == "duration" or len(pairs) == 1):
            return kind, sum(float(number) * units[unit] for number, unit in pairs)
    return None


def place(text, quote, occurrence):
    start = -1
    for _ in range(occurrence):
        start = text.find(quote, start + 1)
        if start < 0:
            return None
    return start, start + len(quote)
