"""Can what was reported about this journey all be true?

>>> import wayproof
>>> wayproof.verify("London to Edinburgh is 450 km by rail, 4 h 20").verdict
'cannot-all-be-true'
>>> round(wayproof.distance("Nairobi", "Mombasa").km())
440

The functions of the module share one :class:`Client`; a program that asks much makes its own. Tables of pandas are answered
by :mod:`wayproof.frames`, assistants by ``wayproof-mcp``.
"""

from __future__ import annotations

from functools import wraps
from importlib.metadata import PackageNotFoundError, version as _version
from typing import Any, Callable, ParamSpec, TypeVar, Concatenate

from .client import Client, Question, WayproofError, shared
from .program import ProgramMissing
from .results import Answer, Check, Claim, Distance, Flight, Reading, Record, Route, Run

try:
    __version__ = _version("wayproof")
except PackageNotFoundError:  # Run from its sources.
    __version__ = "0"

__all__ = [
    "Answer", "Check", "Claim", "Client", "Distance", "Flight", "ProgramMissing", "Question", "Reading", "Record",
    "Route", "Run", "WayproofError", "check", "distance", "fly", "read", "route", "run", "verify",
]

_Given = ParamSpec("_Given")
_Found = TypeVar("_Found")


def _by_shared(method: Callable[Concatenate[Client, _Given], _Found]) -> Callable[_Given, _Found]:
    @wraps(method)
    def ask(*given: Any, **named: Any) -> _Found:
        return method(shared(), *given, **named)

    return ask


verify = _by_shared(Client.verify)
check = _by_shared(Client.check)
read = _by_shared(Client.read)
distance = _by_shared(Client.distance)
route = _by_shared(Client.route)
run = _by_shared(Client.run)
fly = _by_shared(Client.fly)
