"""Questions to a worker, and typed answers."""

from __future__ import annotations

import json
import os
import threading
from collections import deque
from itertools import islice
from typing import Any, Iterable, Iterator, Mapping, Sequence, TypeVar

from . import program
from ._worker import Worker, WorkerEnded
from .results import Answer, Check, Distance, Flight, Reading, Record, Route, Run

_Kind = TypeVar("_Kind", bound=Answer)

Question = Mapping[str, Any]
"""A record as the worker reads it: ``ask`` and the fields of the question."""


class WayproofError(Exception):
    """A question that has no answer, with the reason; ``field`` is the part of it that is wrong, where one is."""

    def __init__(self, reason: str, field: str | None = None) -> None:
        super().__init__(reason)
        self.reason = reason
        self.field = field


class Client:
    """Asks one worker, which it starts, and restarts if it ends.

    A client can be used from several threads; they take turns.

    Args:
        timeout: seconds to wait for an answer, after which the record gets an error; None sets no limit. This is
            the only thing that depends on the machine, and it changes no answer, only whether there is one.
        geo: the data folder, in place of the packaged one.
        networks: imported networks for ways by rail that the built-in kilometrage does not have.
        language: what reports are written in.
        threads: at most this many records are answered at once.
        max_line: how many bytes a record may have.

    Example:
        >>> with Client() as wayproof:
        ...     wayproof.distance("London", "Edinburgh").km()
        534.5
    """

    #: How many records wait in the worker at once, and how many of their bytes.
    _WINDOW = 64
    _WINDOW_BYTES = 8 << 20

    def __init__(
        self,
        timeout: float | None = 120.0,
        *,
        geo: str | os.PathLike[str] | None = None,
        networks: Sequence[str] = (),
        language: str = "en",
        threads: int | None = None,
        max_line: int = 16_000_000,
    ) -> None:
        self.timeout = timeout
        self._command = [program.locate(), "worker", "--language", language, "--max-line", str(max_line)]
        for network in networks:
            self._command += ["--network", network]
        if threads is not None:
            self._command += ["--threads", str(threads)]
        self._environment = program.environment(geo)
        self._worker: Worker | None = None
        self._lock = threading.RLock()
        self._ready: dict[str, Any] | None = None

    def __enter__(self) -> Client:
        self._start()
        return self

    def __exit__(self, *_: object) -> None:
        self.close()

    def close(self) -> None:
        """Ends the worker; another question would start one again."""
        with self._lock:
            if self._worker is not None:
                self._worker.close()
                self._worker = None

    @property
    def ready(self) -> Mapping[str, Any]:
        """What the worker says of itself: version, digests of the data, limits and questions."""
        with self._lock:
            return self._start().ready

    @property
    def version(self) -> str:
        """The program's version."""
        return str(self.ready["version"])

    @property
    def data_digest(self) -> str:
        """The digest of the built-in data; two programs with the same give the same answers."""
        return str(self.ready["data"]["sha256"])

    # Records.

    def ask(self, question: Question) -> Record:
        """The answer to one record, or the error that it has."""
        for record in self.map([question]):
            return record
        raise AssertionError("every record has an answer")

    def map(self, questions: Iterable[Question]) -> Iterator[Record]:
        """The answers to many records, in their order; the worker answers the next ones meanwhile.

        A record at which the worker ends, or which it does not answer in time, is asked once more by itself, and has an
        error if that fails too; the others are not harmed.
        """
        waiting: deque[bytes] = deque()
        with self._lock:
            try:
                yield from self._map(iter(questions), waiting)
            finally:
                # Answers that nobody fetched would be taken for those of the next questions.
                if waiting:
                    self._discard()

    def _map(self, questions: Iterator[Question], waiting: deque[bytes]) -> Iterator[Record]:
        while True:
            try:
                self._fill(waiting, questions)
                if not waiting:
                    return
                line = self._start().line(self.timeout)
            except WorkerEnded:
                line = None
            if line is None:
                # Any of those that wait may be the reason: each is asked by itself.
                self._discard()
                while waiting:
                    yield self._alone(waiting.popleft())
                continue
            waiting.popleft()
            yield Record(line)

    def _fill(self, waiting: deque[bytes], questions: Iterator[Question]) -> None:
        room = self._WINDOW - len(waiting)
        for question in islice(questions, max(0, room)):
            line = _line(question)
            waiting.append(line)
            worker = self._start()
            worker.send(line)
            if worker.backlog > self._WINDOW_BYTES:
                return

    def _alone(self, line: bytes) -> Record:
        reason = ""
        try:
            worker = self._start()
            worker.send(line)
            answer = worker.line(self.timeout)
            if answer is not None:
                return Record(answer)
            reason = f"there was no answer within {self.timeout:g} s"
        except WorkerEnded as ended:
            reason = f"the worker ended at this record: {ended}"
        self._discard()
        question = json.loads(line)
        failed: dict[str, Any] = {"error": {"reason": reason}}
        failed.update({name: question[name] for name in ("ask", "id") if name in question})
        return Record(json.dumps(failed, ensure_ascii=False, sort_keys=True).encode())

    def _start(self) -> Worker:
        if self._worker is None:
            worker = Worker(self._command, self._environment, 60.0)
            known = self._ready
            if known is not None and worker.ready != known:
                worker.kill()
                raise WorkerEnded("the program or its data changed while it ran")
            self._ready = worker.ready
            self._worker = worker
        return self._worker

    def _discard(self) -> None:
        if self._worker is not None:
            self._worker.kill()
            self._worker = None

    def _answer(self, kind: type[_Kind], ask: str, fields: Mapping[str, Any]) -> _Kind:
        given = {name: value for name, value in fields.items() if value not in (None, (), [], False)}
        question = {"ask": ask, **given}
        record = self.ask(question)
        if record.error is not None:
            raise WayproofError(record.error, record.field)
        return kind(record, self, question)

    # Questions.

    def verify(self, sentence: str, *, date: str | None = None) -> Check:
        """Whether a sentence can be true.

        Args:
            sentence: one sentence or a few, in any language that has a lexicon.
            date: the day it was said, ``2019-04-24``, from which its weekdays are counted.

        Raises:
            WayproofError: nothing of it can be checked, with what is missing.
        """
        return self._answer(Check, "verify", {"sentence": sentence, "date": date})

    def check(
        self,
        text: str | Sequence[str],
        *,
        case: bool | None = None,
        name: str | None = None,
        language: str | None = None,
        published: str | None = None,
        outlet: str | None = None,
        url: str | None = None,
    ) -> Check:
        """Whether what a case file or articles say can all be true.

        Args:
            text: a case file (YAML), an article as text, Markdown or HTML, or several that are read together.
            case: whether it is a case file; found from how it begins if nothing is said.
            name: what it is called in the report.
            language: the article's, such as ``en``; found from its words if nothing is said.
            published: its day, ``2019-04-24``; found in its head if nothing is said.
            outlet: who published it.
            url: its address.

        Raises:
            WayproofError: it is no case and no text, with every mistake in it.
        """
        fields: dict[str, Any] = {
            "name": name, "language": language, "published": published, "outlet": outlet, "url": url,
        }
        if not isinstance(text, str):
            fields["articles"] = list(text)
        elif _is_case(text) if case is None else case:
            fields["case"] = text
        else:
            fields["article"] = text
        return self._answer(Check, "check", fields)

    def read(
        self,
        article: str,
        *,
        name: str | None = None,
        language: str | None = None,
        published: str | None = None,
        outlet: str | None = None,
        url: str | None = None,
    ) -> Reading:
        """The distances, times and speeds of an article.

        Raises:
            WayproofError: it is no text, or its language has no lexicon.
        """
        fields = {
            "article": article, "name": name, "language": language, "published": published,
            "outlet": outlet, "url": url,
        }
        return self._answer(Reading, "read", fields)

    def distance(self, *places: str) -> Distance:
        """How far places are apart, from each to the next, in every kind that is known.

        Args:
            places: names in any script, codes, or coordinates ``latitude,longitude``.

        Raises:
            WayproofError: a place is unknown or may be several.
        """
        return self._answer(Distance, "distance", {"places": list(places)})

    def route(
        self,
        start: str,
        end: str,
        *,
        via: Sequence[str] = (),
        mode: str | None = None,
        avoid: Sequence[str] = (),
        gauge: int | None = None,
        alternatives: int | None = None,
        electrified: bool = False,
        recorded_breaks_only: bool = False,
    ) -> Route:
        """The course between places by ``rail`` or ``air``.

        Raises:
            WayproofError: there is none under these conditions.
        """
        fields = {
            "from": start, "to": end, "via": list(via), "mode": mode, "avoid": list(avoid),
            "gauge": gauge, "alternatives": alternatives, "electrified": electrified,
            "recorded_breaks_only": recorded_breaks_only,
        }
        return self._answer(Route, "route", fields)

    def run(
        self,
        start: str,
        end: str,
        *,
        train: str | None = None,
        stop: Sequence[str] = (),
        change: Sequence[str] = (),
        max_speed: float | None = None,
        limit: Sequence[str] = (),
    ) -> Run:
        """How long a train needs.

        Args:
            train: of the library, such as ``passenger-train``.
            stop: where it stops, in order, with what for (``khasan=border``) or how many minutes (``khasan=60``).
            change: where another train takes over, ``ussuriysk=passenger-train``.
            max_speed: in km/h.
            limit: slower stretches, ``120..135=40``.

        Raises:
            WayproofError: there is no such train, or no track between the places.
        """
        fields = {
            "from": start, "to": end, "train": train, "stop": list(stop), "change": list(change),
            "max_speed": max_speed, "limit": list(limit),
        }
        return self._answer(Run, "run", fields)

    def fly(
        self,
        start: str,
        end: str,
        *,
        via: Sequence[str] = (),
        aircraft: str | None = None,
        wind: Sequence[str] = (),
        altitude: str | None = None,
        date: str | None = None,
        depart: str | None = None,
        take_off: bool = False,
    ) -> Flight:
        """How long a flight takes, gate to gate.

        Args:
            aircraft: of the library, by any usual name, such as ``b777``.
            wind: at cruise in km/h along the way (``50``, ``-40..80``) or from a direction (``270@100``).
            altitude: of the cruise in metres, ``10000`` or ``9000..11000``.
            date: the day, for the winds of its season.
            depart: when it leaves its stand, by the clocks there, ``06:57``.
            take_off: whether that is when the wheels leave the ground.

        Raises:
            WayproofError: there is no such aircraft, or a place is unknown.
        """
        fields = {
            "from": start, "to": end, "via": list(via), "aircraft": aircraft, "wind": list(wind),
            "altitude": altitude, "date": date, "depart": depart, "take_off": take_off,
        }
        return self._answer(Flight, "fly", fields)


def _line(question: Question) -> bytes:
    return json.dumps(question, ensure_ascii=False, separators=(",", ":")).encode("utf-8", "surrogatepass") + b"\n"


def _is_case(text: str) -> bool:
    """Whether it begins as a list of fields, as the command line tells cases from articles."""
    for line in text.splitlines():
        words = line.strip()
        if not words or words.startswith("#") or line.startswith("---"):
            continue
        name, colon, rest = line.partition(":")
        is_name = bool(name) and name[0].isascii() and (name[0].isalpha() or name[0] == "_")
        is_name = is_name and all(c.isascii() and (c.isalnum() or c in "_-") for c in name)
        return line.startswith("{") or bool(is_name and colon and (not rest or rest[0].isspace()))
    return True


_shared: Client | None = None


def shared() -> Client:
    """The client of the module's own functions, started when it is first needed."""
    global _shared
    if _shared is None:
        _shared = Client()
    return _shared
