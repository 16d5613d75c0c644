"""Typed answers. Each keeps its record; ``data`` is all of it, ``json`` the bytes that the command line writes."""

from __future__ import annotations

import json
from dataclasses import dataclass
from html import escape
from typing import TYPE_CHECKING, Any, Mapping, Sequence

from . import _json

if TYPE_CHECKING:
    from .client import Client


class Record:
    """The answer to one record, or its error.

    Attributes:
        line: the worker's line, without its end.
    """

    def __init__(self, line: bytes) -> None:
        self.line = line
        self._fields: dict[str, Any] = json.loads(line)

    @property
    def id(self) -> str | int | float | None:
        """What the record was called."""
        found: str | int | float | None = self._fields.get("id")
        return found

    @property
    def error(self) -> str | None:
        """Why there is no answer; None where there is one."""
        error = self._fields.get("error")
        return None if error is None else str(error["reason"])

    @property
    def field(self) -> str | None:
        """The field that the error is about, where it is about one."""
        error = self._fields.get("error") or {}
        found: str | None = error.get("field")
        return found

    @property
    def answer(self) -> Any:
        """The answer, where the record did not ask for a format."""
        return self._fields.get("answer")

    @property
    def text(self) -> str | None:
        """The document in the format that the record asked for."""
        found: str | None = self._fields.get("text")
        return found

    @property
    def json(self) -> str:
        """The answer as the command line writes it with ``--format json``, byte for byte."""
        found = _json.answer_of(self.line.decode())
        if found is None:
            raise ValueError(self.error or "the record asked for a format; its document is in text")
        return _json.indented(found)

    def __repr__(self) -> str:
        return f"Record({self.line[:100].decode(errors='replace')}…)"


class Answer:
    """What a question came to.

    Attributes:
        record: the whole record.
    """

    def __init__(self, record: Record, client: Client, question: Mapping[str, Any] | None = None) -> None:
        self.record = record
        self._client = client
        self._question = question

    @property
    def data(self) -> Any:
        """All of the answer, as ``json`` has it."""
        return self.record.answer

    @property
    def json(self) -> str:
        """The answer as the command line writes it with ``--format json``, byte for byte."""
        return self.record.json

    def formatted(self, format: str) -> str:
        """The same in another format of the command line: ``text``, ``md``, ``html``, ``geojson``, ``csv`` …

        Raises:
            WayproofError: it cannot be had so, with the formats there are.
        """
        from .client import WayproofError

        if self._question is None:
            raise ValueError("the question is not known any more")
        record = self._client.ask({**self._question, "format": format})
        if record.error is not None:
            raise WayproofError(record.error, record.field)
        return record.text or ""

    def __str__(self) -> str:
        return self.formatted("text")


@dataclass(frozen=True)
class Claim:
    """One figure that somebody reported, and what became of it."""

    id: str
    quote: str
    source: str
    #: ``contradicted``, ``disputed``, ``unlikely``, ``loose``, ``crow-flies``, ``consistent`` or ``untested``.
    verdict: str
    #: Why it was not tested; blank where it was.
    reason: str
    #: What everything else allows, in words.
    allowed: tuple[str, ...]

    @staticmethod
    def _of(data: Mapping[str, Any]) -> Claim:
        allowed = tuple(
            str(one["implied"]["words"]) for one in data.get("implied", ()) if one.get("implied")
        )
        return Claim(
            data["id"], data["quote"], data["source"], data["verdict"], data.get("reason") or "", allowed
        )


class Check(Answer):
    """A judged case."""

    @property
    def verdict(self) -> str:
        """Of the whole: ``cannot-all-be-true``, ``unlikely``, ``no-contradiction``, ``nothing-checked`` or ``undecided``."""
        return str(self.data["verdict"]["status"])

    @property
    def possible(self) -> bool | None:
        """False if the reports cannot all be true, True if they can as far as they were checked, None if nothing was."""
        known: dict[str, bool] = {"cannot-all-be-true": False, "unlikely": True, "no-contradiction": True}
        return known.get(self.verdict)

    @property
    def headline(self) -> str:
        """The verdict in words, with counts."""
        return str(self.data["summary"]["headline"])

    @property
    def explanation(self) -> str:
        """Why, in a sentence or two; blank where there is nothing to explain."""
        return str(self.data["summary"].get("explanation") or "")

    @property
    def counts(self) -> dict[str, int]:
        """How many claims have which verdict."""
        return dict(self.data["verdict"]["counts"])

    @property
    def claims(self) -> list[Claim]:
        """Every figure with its verdict."""
        return [Claim._of(one) for one in self.data["claims"]]

    @property
    def findings(self) -> list[str]:
        """Remarks that change no verdict."""
        return [str(one["message"]) for one in self.data["findings"]]

    def __repr__(self) -> str:
        return f"<Check {self.verdict}: {self.headline}>"

    def _repr_html_(self) -> str:
        rows = [(one.quote, one.verdict, "; ".join(one.allowed) or one.reason) for one in self.claims]
        return _page(self.headline, self.explanation, ("reported", "verdict", "everything else allows"), rows)


class Reading(Answer):
    """The figures of an article."""

    @property
    def language(self) -> str:
        """The language that it was read in."""
        return str(self.data["language"])

    @property
    def figures(self) -> list[dict[str, Any]]:
        """Every figure with its words, its place in the text and its value."""
        return list(self.data["figures"])

    def draft(self) -> str:
        """A case file of what was read, to be corrected and checked."""
        return self.formatted("draft")

    def __repr__(self) -> str:
        return f"<Reading {self.language}: {len(self.figures)} figures>"

    def _repr_html_(self) -> str:
        rows = [
            (str(one.get("selector", {}).get("exact", "")), str(one.get("sentence", ""))) for one in self.figures
        ]
        return _page(f"{len(self.figures)} figures", "", ("figure", "sentence"), rows)


class Distance(Answer):
    """Distances from each place to the next."""

    @property
    def legs(self) -> list[dict[str, Any]]:
        """For each leg ``from``, ``to`` and its ``distances``."""
        return list(self.data)

    def km(self, kind: str = "geodesic") -> float | None:
        """The length of all legs in a kind, in kilometres; None if one of them has none.

        Args:
            kind: ``geodesic`` (straight line), ``track``, ``tariff``, ``road``, ``sea`` or ``flown``.
        """
        whole = 0.0
        for leg in self.legs:
            found = [one["km"] for one in leg["distances"] if one["kind"] == kind]
            if not found:
                return None
            whole += found[0]
        return whole

    def __repr__(self) -> str:
        parts = [
            f"{one['kind']} {one['km']:,.1f} km" for leg in self.legs[:1] for one in leg["distances"]
        ]
        return f"<Distance {', '.join(parts)}>"

    def _repr_html_(self) -> str:
        rows = [
            (leg["from"], leg["to"], one["kind"], f"{one['km']:,.1f}", _interval(one["interval_km"]), one["basis"])
            for leg in self.legs
            for one in leg["distances"]
        ]
        return _page("Distances", "", ("from", "to", "kind", "km", "range", "basis"), rows)


class Route(Answer):
    """The course between places, the best first if there are several."""

    @property
    def paths(self) -> list[dict[str, Any]]:
        """Every course with its sections, gauge breaks, reversals and borders."""
        return list(self.data["paths"])

    @property
    def km(self) -> float:
        """The length of the best in kilometres."""
        return float(self.paths[0]["length_km"])

    @property
    def interval_km(self) -> tuple[float, float]:
        """Its least and greatest length."""
        low, high = self.paths[0]["interval_km"]
        return float(low), float(high)

    def geojson(self) -> dict[str, Any]:
        """The course as GeoJSON."""
        found: dict[str, Any] = json.loads(self.formatted("geojson"))
        return found

    @property
    def __geo_interface__(self) -> dict[str, Any]:
        return self.geojson()

    def __repr__(self) -> str:
        names = " – ".join(one.get("name", "") for one in self.data["places"])
        return f"<Route {names}: {self.km:,.1f} km>"

    def _repr_html_(self) -> str:
        rows = [(f"{one['length_km']:,.1f}", _interval(one["interval_km"]), one["basis"]) for one in self.paths]
        return _page(repr(self)[1:-1], "", ("km", "range", "basis"), rows)


class Run(Answer):
    """How long a train needs, in seconds."""

    @property
    def fastest(self) -> float:
        """The least that the ceilings allow."""
        return float(self.data["fastest_s"])

    @property
    def likely(self) -> tuple[float, float]:
        """The likely time with allowances and stops."""
        return _pair(self.data["likely_s"])

    @property
    def km(self) -> float:
        """The length of the way."""
        return float(self.data["length_km"])

    def __repr__(self) -> str:
        return f"<Run {self.km:,.1f} km, at least {clock(self.fastest)}, likely {_clocks(self.likely)}>"

    def _repr_html_(self) -> str:
        return _ledger(repr(self)[1:-1], self.data["ledger"])


class Flight(Answer):
    """How long a flight takes, in seconds."""

    @property
    def block(self) -> tuple[float, float]:
        """From stand to stand, between the best and the worst that is usual."""
        return _pair(self.data["block_s"])

    @property
    def fastest_airborne(self) -> float:
        """The least time in the air that physics allows."""
        return float(self.data["fastest_airborne_s"])

    @property
    def km(self) -> float:
        """The straight line."""
        return float(self.data["geodesic_km"])

    def __repr__(self) -> str:
        return f"<Flight {self.km:,.1f} km, block time {_clocks(self.block)}>"

    def _repr_html_(self) -> str:
        return _ledger(repr(self)[1:-1], self.data["ledger"])


def clock(seconds: float) -> str:
    """Hours and minutes, such as ``4 h 20``."""
    minutes = round(seconds / 60)
    return f"{minutes // 60} h {minutes % 60:02}" if minutes >= 60 else f"{minutes} min"


def _clocks(pair: tuple[float, float]) -> str:
    return f"{clock(pair[0])} to {clock(pair[1])}"


def _pair(values: Sequence[float]) -> tuple[float, float]:
    low, high = values
    return float(low), float(high)


def _interval(values: Sequence[float | None]) -> str:
    return " – ".join("" if one is None else f"{one:,.1f}" for one in values)


def _ledger(title: str, entries: Sequence[Mapping[str, Any]]) -> str:
    rows = []
    for one in entries:
        seconds = one["seconds"]
        words = _clocks(_pair(seconds)) if isinstance(seconds, list) else clock(seconds)
        rows.append((one["title"], words, one["basis"]))
    return _page(title, "", ("part", "time", "basis"), rows)


def _page(title: str, words: str, head: Sequence[str], rows: Sequence[Sequence[Any]]) -> str:
    def cells(row: Sequence[Any], kind: str) -> str:
        return "".join(f'<{kind} style="text-align:left">{escape(str(one))}</{kind}>' for one in row)

    body = "".join(f"<tr>{cells(row, 'td')}</tr>" for row in rows)
    more = f"<p>{escape(words)}</p>" if words else ""
    return f"<div><b>{escape(title)}</b>{more}<table><tr>{cells(head, 'th')}</tr>{body}</table></div>"
