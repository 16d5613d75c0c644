#!/usr/bin/env python3
"""Writes 100 distinct cases for a load test: the built-in ones, each with its numbers changed a little.

usage: make-cases.py CASES FOLDER
"""

import pathlib
import random
import re
import sys

cases, folder = map(pathlib.Path, sys.argv[1:])
folder.mkdir(parents=True, exist_ok=True)
draw = random.Random(1)
# The largest is left out: it takes longer than all others together, and is one of a kind.
files = sorted(f for f in cases.glob("*.yaml") if f.stem != "april-2019-outlets")
for number in range(100):
    text = files[number % len(files)].read_text()
    text = re.sub(r"(?m)^id: .*$", lambda m: f"{m.group()}-{number}", text, count=1)

    def moved(match):
        value = int(match.group(2))
        return match.group(1) + str(max(1, round(value * draw.uniform(0.93, 1.07)))) + match.group(3)

    # Numbers of distances, speeds and durations in claims; days and clock times stay as they are.
    text = re.sub(r"(?m)^(    (?:distance|speed|duration): .*?(?<![\d.,]))(\d{2,4})(\s)", moved, text)
    (folder / f"{number:03}.yaml").write_text(text)
