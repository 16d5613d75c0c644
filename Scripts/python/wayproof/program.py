"""Where the program is, and how it is run."""

from __future__ import annotations

import os
import shutil
from pathlib import Path
from typing import Mapping

PACKAGED = Path(__file__).resolve().parent / "_program"


class ProgramMissing(RuntimeError):
    """There is no program to ask."""


def locate() -> str:
    """The program: that of ``WAYPROOF_PROGRAM``, else the one in this package, else ``wayproof`` on the path.

    Raises:
        ProgramMissing: none of them is there.
    """
    named = os.environ.get("WAYPROOF_PROGRAM")
    if named:
        return named
    packaged = PACKAGED / "bin" / "wayproof"
    if packaged.exists():
        return str(packaged)
    # The package installs a command of the same name, which only leads here again.
    for folder in os.get_exec_path():
        found = shutil.which("wayproof", path=folder)
        if found and not _is_script(found):
            return found
    raise ProgramMissing(
        "there is no wayproof program: install the package from its wheel, or set WAYPROOF_PROGRAM"
    )


def _is_script(path: str) -> bool:
    with open(path, "rb") as file:
        return file.read(2) == b"#!"


def environment(geo: str | os.PathLike[str] | None = None) -> Mapping[str, str]:
    """The environment in which the program finds its data.

    Args:
        geo: the data folder, in place of the packaged one.
    """
    variables = dict(os.environ)
    if geo is not None:
        variables["WAYPROOF_GEO"] = os.fspath(geo)
    return variables
