"""Wayproof for assistants: a server of the Model Context Protocol over standard input and output.

``wayproof-mcp``, or ``python -m wayproof.mcp``. Its tools answer shortly, with numbers, sources and what they do not know.
"""

from __future__ import annotations

import csv
import io
import json
import os
import re
import subprocess
import tempfile
from typing import Annotated, Any, Literal

from mcp.server.mcpserver import MCPServer
from mcp.server.mcpserver.exceptions import ToolError
from mcp.types import ToolAnnotations
from pydantic import Field
from typing_extensions import TypedDict

from . import __version__, program
from .client import Client, WayproofError, _is_case
from .results import Check, clock

LIMITS = (
    "A contradiction rests on published distances, clocks and physics, or on what the reports themselves say; 'unlikely' on "
    "estimates. That nothing was contradicted does not show that a report is true, only that nothing here speaks against it. "
    "Nothing is looked up on the network."
)

DISTANCE_LIMITS = (
    "Each distance has its source in its basis and lies within its range. Kinds are never to be compared with each other: a "
    "straight line is no route."
)

server = MCPServer(
    "wayproof",
    title="Wayproof",
    version=__version__,
    instructions=(
        "Checks distances, travel times and speeds of journeys against maps, clocks and physics. Use verify for a sentence, "
        "check_article for a text, check_itinerary before a plan of journeys is given to anybody, and distance, route and "
        "travel_time for numbers in place of remembering them. " + LIMITS
    ),
)

_READING = ToolAnnotations(read_only_hint=True, idempotent_hint=True, open_world_hint=False)
_client: Client | None = None


def _ask() -> Client:
    global _client
    if _client is None:
        _client = Client()
    return _client


class ClaimAnswer(TypedDict):
    """One reported figure."""

    quote: str
    verdict: str
    everything_else_allows: str


class Verdict(TypedDict):
    """What a text came to."""

    possible: bool | None
    verdict: str
    headline: str
    explanation: str
    claims: list[ClaimAnswer]
    notes: list[str]
    sources: list[str]
    limits: str


def _verdict(check: Check) -> Verdict:
    data = check.data
    used = {one["attribution"] for one in data["datasets"] if one.get("attribution")}
    return Verdict(
        possible=check.possible,
        verdict=check.verdict,
        headline=check.headline,
        explanation=check.explanation,
        claims=[
            ClaimAnswer(
                quote=one.quote, verdict=one.verdict, everything_else_allows="; ".join(one.allowed) or one.reason
            )
            for one in check.claims[:20]
        ],
        notes=check.findings[:5],
        sources=sorted(used)[:8],
        limits=LIMITS,
    )


def _refusing(error: WayproofError) -> ToolError:
    return ToolError(error.reason)


@server.tool(title="Check a sentence", annotations=_READING)
def verify(
    sentence: Annotated[str, Field(description="One sentence or a few, with both ends of the journey and a figure.")],
    date: Annotated[str | None, Field(description="The day it was said, 2019-04-24, if it has weekdays.")] = None,
) -> Verdict:
    """Can a sentence about a journey be true? "London to Edinburgh is 450 km by rail, 4 h 20"."""
    try:
        return _verdict(_ask().verify(sentence, date=date))
    except WayproofError as error:
        raise _refusing(error) from None


@server.tool(title="Check an article", annotations=_READING)
def check_article(
    article: Annotated[str, Field(description="The whole text, with its date; plain, Markdown or HTML. Or a case file.")],
    published: Annotated[str | None, Field(description="Its day, 2019-04-24, if the text does not have it.")] = None,
) -> Verdict:
    """Can all be true that an article says of distances, times and speeds of journeys?"""
    try:
        return _verdict(_ask().check(article, published=published))
    except WayproofError as error:
        raise _refusing(error) from None


class Length(TypedDict):
    """One kind of distance."""

    start: str
    end: str
    kind: str
    km: float
    least_km: float | None
    most_km: float | None
    basis: str


class Lengths(TypedDict):
    """Distances."""

    lengths: list[Length]
    limits: str


@server.tool(title="Distance", annotations=_READING)
def distance(
    places: Annotated[
        list[str],
        Field(min_length=2, max_length=20, description="Names in any script, codes, or 'latitude,longitude'."),
    ],
) -> Lengths:
    """How far places are apart, from each to the next: straight line, rail, road, sea, each with its range."""
    try:
        found = _ask().distance(*places)
    except WayproofError as error:
        raise _refusing(error) from None
    lengths = [
        Length(
            start=leg["from"], end=leg["to"], kind=one["kind"], km=one["km"], least_km=one["interval_km"][0],
            most_km=one["interval_km"][1], basis=one["basis"],
        )
        for leg in found.legs
        for one in leg["distances"]
    ]
    return Lengths(lengths=lengths, limits=DISTANCE_LIMITS)


class RouteAnswer(TypedDict):
    """One course."""

    km: float
    least_km: float | None
    most_km: float | None
    basis: str
    lines: list[str]
    gauge_breaks: list[str]
    borders: list[str]


class RouteAnswers(TypedDict):
    """The courses that were found, the best first."""

    routes: list[RouteAnswer]
    sources: list[str]


def _events(events: list[dict[str, Any]]) -> list[str]:
    words: list[str] = []
    for one in events:
        name = one.get("name") or "–".join(one.get("countries") or []) or f"{one['latitude']},{one['longitude']}"
        gauges = [f"{'/'.join(str(mm) for mm in one[end])} mm" for end in ("from_mm", "to_mm") if one.get(end)]
        words.append(f"{name} at km {one['km']:.0f}" + (f", {' to '.join(gauges)}" if gauges else ""))
    return words


@server.tool(title="Route", annotations=_READING)
def route(
    start: Annotated[str, Field(description="Where it begins.")],
    end: Annotated[str, Field(description="Where it ends.")],
    via: Annotated[list[str] | None, Field(description="What it passes, in order.")] = None,
    mode: Annotated[Literal["rail", "air"], Field(description="By what.")] = "rail",
    alternatives: Annotated[int, Field(ge=1, le=5, description="How many that really differ.")] = 1,
) -> RouteAnswers:
    """The route between places with its length, lines, borders and changes of gauge."""
    try:
        found = _ask().route(
            start, end, via=via or [], mode=mode, alternatives=alternatives if mode == "rail" and alternatives > 1 else None
        )
    except WayproofError as error:
        raise _refusing(error) from None
    routes = [
        RouteAnswer(
            km=one["length_km"], least_km=one["interval_km"][0], most_km=one["interval_km"][1], basis=one["basis"],
            lines=[str(line) for line in one.get("lines", [])][:20], gauge_breaks=_events(one.get("gauge_breaks", [])),
            borders=_events(one.get("borders", [])),
        )
        for one in found.paths
    ]
    return RouteAnswers(routes=routes, sources=list(found.data.get("attribution", [])))


class Part(TypedDict):
    """One part of a travel time."""

    part: str
    time: str
    basis: str


class TravelTime(TypedDict):
    """How long a journey takes."""

    km: float
    least: str
    usual: str
    parts: list[Part]
    assumptions: list[str]
    sources: list[str]


@server.tool(title="Travel time", annotations=_READING)
def travel_time(
    start: Annotated[str, Field(description="Where it begins; of a flight an airport or its code.")],
    end: Annotated[str, Field(description="Where it ends.")],
    mode: Annotated[Literal["train", "flight"], Field(description="By what.")],
    vehicle: Annotated[
        str | None, Field(description="The train or the aircraft, such as passenger-train, TGV, b777.")
    ] = None,
    stops: Annotated[list[str] | None, Field(description="Of a train: stops, in order, as khasan=60 (minutes).")] = None,
) -> TravelTime:
    """How long a train or a flight needs: the least that is possible, and the usual range."""
    try:
        if mode == "train":
            run = _ask().run(start, end, train=vehicle, stop=stops or [])
            data, least, usual, km = run.data, run.fastest, run.likely, run.km
        else:
            flight = _ask().fly(start, end, aircraft=vehicle)
            data, least, usual, km = flight.data, flight.fastest_airborne, flight.block, flight.km
    except WayproofError as error:
        raise _refusing(error) from None
    parts = [
        Part(part=one["title"], time=_span(one["seconds"]), basis=one["basis"]) for one in data["ledger"]
    ]
    return TravelTime(
        km=km, least=clock(least), usual=_span(usual), parts=parts,
        assumptions=[str(one) for one in data.get("assumptions", [])][:8],
        sources=[str(one) for one in data.get("attribution", [])],
    )


def _span(seconds: Any) -> str:
    if isinstance(seconds, (list, tuple)):
        low, high = (clock(one) for one in seconds)
        return low if low == high else f"{low} to {high}"
    return clock(seconds)


@server.tool(title="What if", annotations=_READING)
def what_if(
    text: Annotated[str, Field(description="An article, a sentence or a case file.")],
    set: Annotated[
        list[str] | None, Field(description="Circumstances, PARAMETER=VALUE; none to list the parameters there are.")
    ] = None,
    vary: Annotated[
        list[str] | None, Field(description="Values to try, PARAMETER=40..120:20km/h or PARAMETER=1,2,3h.")
    ] = None,
) -> dict[str, Any]:
    """Which verdicts change under other circumstances: another speed, another departure, another figure."""
    case = text
    try:
        if not _is_case(text):
            case = _ask().read(text).draft()
    except WayproofError as error:
        raise _refusing(error) from None
    arguments = ["--format", "json"]
    for one in set or []:
        arguments += ["--set", one]
    for one in vary or []:
        arguments += ["--vary", one]
    if not set and not vary:
        arguments = ["--list", *arguments]
    return _run(["what-if", "-", *arguments], case)


def _run(arguments: list[str], text: str) -> dict[str, Any]:
    # In a file, so that a program that ends early harms nothing.
    with tempfile.TemporaryFile() as file:
        file.write(text.encode())
        file.seek(0)
        done = subprocess.run(
            [program.locate(), *arguments], stdin=file, capture_output=True, timeout=120,
            env=dict(program.environment()),
        )
    if done.returncode != 0:
        raise ToolError(done.stderr.decode(errors="replace").strip() or f"it ended with {done.returncode}")
    found: Any = json.loads(done.stdout)
    return found if isinstance(found, dict) else {"answer": found}


class Leg(TypedDict, total=False):
    """One leg of an itinerary. ``start``, ``end`` and ``mode`` are required."""

    start: str
    end: str
    mode: Literal["train", "bus", "car", "ferry", "flight"]
    departs: str
    arrives: str
    hours: float
    km: float
    vehicle: str


class LegAnswer(TypedDict):
    """One leg that is impossible or unlikely, or that could not be checked."""

    leg: int
    journey: str
    verdict: str
    why: str


class ItineraryAnswer(TypedDict):
    """What an itinerary came to."""

    possible: bool
    impossible: list[LegAnswer]
    unlikely: list[LegAnswer]
    not_checked: list[LegAnswer]
    limits: str


@server.tool(title="Check an itinerary", annotations=_READING)
def check_itinerary(
    legs: Annotated[
        list[Leg],
        Field(
            min_length=1, max_length=100,
            description=(
                "Each with start, end, mode (train, bus, car, ferry, flight), and what is planned: departs and arrives "
                "(local time, '2024-05-03 08:00'), hours, km, vehicle."
            ),
        ),
    ],
) -> ItineraryAnswer:
    """Which legs of a planned or noted itinerary are impossible: too fast, too early, or at the same time as another."""
    for number, leg in enumerate(legs, 1):
        if not leg.get("start") or not leg.get("end") or not leg.get("mode"):
            raise ToolError(f"leg {number}: start, end and mode are required")
    record = _ask().ask({"ask": "logbook", "csv": _table(legs)})
    if record.error is not None:
        raise ToolError(record.error)
    answer = ItineraryAnswer(possible=True, impossible=[], unlikely=[], not_checked=[], limits=LIMITS)
    for number, row in enumerate(record.answer["rows"], 1):
        # The log has a line for its header.
        why = re.sub(r"the journey on line (\d+)", lambda found: f"leg {int(found[1]) - 1}", row["sentence"])
        found = LegAnswer(leg=number, journey=row["journey"], verdict=row["verdict"], why=why)
        if row["verdict"] == "impossible":
            answer["impossible"].append(found)
        elif row["verdict"] == "unlikely":
            answer["unlikely"].append(found)
        elif row["verdict"] == "not-checked":
            answer["not_checked"].append(found)
    answer["possible"] = not answer["impossible"]
    return answer


def _table(legs: list[Leg]) -> str:
    columns = ["from", "to", "mode", "departs", "arrives", "hours", "km", "vehicle"]
    table = io.StringIO()
    writer = csv.writer(table, lineterminator="\n")
    writer.writerow(columns)
    for leg in legs:
        given = {"from": leg["start"], "to": leg["end"], **{name: leg.get(name, "") for name in columns[2:]}}
        writer.writerow([str(given[name]).replace("\n", " ") for name in columns])
    return table.getvalue()


def main() -> None:
    """Serves one client over standard input and output."""
    os.environ.setdefault("COLUMNS", "100")
    server.run("stdio")


if __name__ == "__main__":
    main()
