"""The version of the package is that of the program, which has it in one place."""

import re
from pathlib import Path

from setuptools import setup

here = Path(__file__).resolve().parent
written = here / "VERSION"
source = here.parents[1] / "Sources/Reporting/Words/ProgramVersion.swift"


def version() -> str:
    if written.exists():
        return written.read_text().strip()
    found = re.search(r'number = "([^"]+)"', source.read_text())
    if found is None:
        raise SystemExit(f"{source}: there is no version in it")
    return found[1]


setup(version=version())
