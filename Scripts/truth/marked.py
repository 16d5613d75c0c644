"""The marked articles that may be looked at: what the tables of weights are learned from."""
import csv, json
from pathlib import Path

from . import program
from .articles import place, shown

FOLDER = program.ROOT / "Tests/Articles"


class Article:
    """A text with its marks. Of the trial texts only the claims are marked; what touches no mark is none."""

    def __init__(self, path, marks):
        self.path, self.marks, self.text = path, marks, shown(path)
        self.spans = [place(self.text, f["quote"], f.get("occurrence", 1)) for f in marks["figures"]]

    def read(self, geo=None):
        """All that each figure may belong to, and all that the story may be about."""
        ran = program.run("read", self.path, "--published", self.marks["published"], "--language", self.marks["language"], "--format", "ties", geo=geo)
        head, *lines = map(json.loads, ran.stdout.splitlines())
        return head, sorted(lines, key=lambda f: (f["selector"]["start"], f["selector"]["end"]))


def articles():
    """Those of the seen half, the fresh and the taught ones, and the trial texts."""
    own = [p for half in ("seen", "fresh", "taught") for p in sorted((FOLDER / half).iterdir()) if p.suffix != ".json"]
    trial = trial_marks()
    return [Article(p, json.loads(p.with_suffix(".json").read_text(encoding="utf-8"))) for p in own] + [
        Article(p, trial[p.stem]) for p in sorted((FOLDER / "trial").glob("*.txt")) if p.stem in trial
    ]


def trial_marks():
    """{name: marks} of the trial texts, from the tables beside them."""
    rows = lambda name: list(csv.DictReader((FOLDER / "trial" / name).open(encoding="utf-8")))
    marks = {}
    for row in rows("journeys.csv"):
        own = marks.setdefault(row["article"], {"language": row["article"].split("-")[1], "published": row["published"], "journeys": [], "figures": []})
        own["journeys"].append({"id": row["journey"], **{key: row[key] for key in ("mode", "from", "to", "date") if row[key]}})
    for row in rows("claims.csv"):
        claim = {key: row[key] for key in ("journey", "role", "quote", "value", "from", "at", "to") if row[key]}
        marks[row["article"]]["figures"].append({**claim, "occurrence": int(row["occurrence"] or 1)})
    return marks
