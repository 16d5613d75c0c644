"""``python -m wayproof …``: the command line, with the packaged program and data."""

from __future__ import annotations

import os
import sys

from . import program


def main() -> None:
    """Becomes the program."""
    try:
        path = program.locate()
    except program.ProgramMissing as missing:
        sys.exit(f"{missing}")
    os.execve(path, [path, *sys.argv[1:]], dict(program.environment()))


if __name__ == "__main__":
    main()
