"""One running worker: lines in, lines out, neither side ever waiting for the other."""

from __future__ import annotations

import json
import os
import selectors
import subprocess
import tempfile
import time
from collections import deque
from typing import Any, Mapping, Sequence

_PIECE = 1 << 18


class WorkerEnded(Exception):
    """The worker ended, with what it last wrote on standard error."""


class Worker:
    """A process of ``wayproof worker``.

    Attributes:
        ready: what its first line says: version, digests, limits and questions.
    """

    def __init__(self, command: Sequence[str], environment: Mapping[str, str], timeout: float) -> None:
        self._errors = tempfile.TemporaryFile()
        self._process = subprocess.Popen(
            list(command), stdin=subprocess.PIPE, stdout=subprocess.PIPE, stderr=self._errors,
            env=dict(environment), bufsize=0,
        )
        assert self._process.stdin is not None and self._process.stdout is not None
        self._input = self._process.stdin.fileno()
        self._output = self._process.stdout.fileno()
        os.set_blocking(self._input, False)
        os.set_blocking(self._output, False)
        self._selector = selectors.DefaultSelector()
        self._selector.register(self._output, selectors.EVENT_READ)
        self._waiting = bytearray()
        self._received: deque[bytes] = deque()
        self._begun: list[bytes] = []
        line = self.line(timeout)
        if line is None:
            self.kill()
            raise WorkerEnded(f"the worker was not ready within {timeout:g} s")
        self.ready: dict[str, Any] = json.loads(line)

    def send(self, line: bytes) -> None:
        """Puts a line where it will be written as soon as the worker takes it."""
        if not self._waiting:
            self._selector.register(self._input, selectors.EVENT_WRITE)
        self._waiting += line
        self._pump(0)

    @property
    def backlog(self) -> int:
        """How many bytes the worker has not taken yet."""
        return len(self._waiting)

    def line(self, timeout: float | None) -> bytes | None:
        """The next line without its line break; None if none arrives before the timeout.

        Raises:
            WorkerEnded: the worker ended.
        """
        end = None if timeout is None else time.monotonic() + timeout
        while not self._received:
            left = None if end is None else end - time.monotonic()
            if left is not None and left <= 0:
                return None
            self._pump(left)
        return self._received.popleft()

    def _pump(self, timeout: float | None) -> None:
        for key, _ in self._selector.select(timeout):
            if key.fd == self._input:
                self._write()
            else:
                self._read()

    def _write(self) -> None:
        try:
            count = os.write(self._input, memoryview(self._waiting)[:_PIECE].tobytes())
        except BlockingIOError:
            return
        except BrokenPipeError:
            count = len(self._waiting)  # Its end is noticed where its answers are read.
        del self._waiting[:count]
        if not self._waiting:
            self._selector.unregister(self._input)

    def _read(self) -> None:
        try:
            piece = os.read(self._output, _PIECE)
        except BlockingIOError:
            return
        if not piece:
            self._end()
        *lines, rest = piece.split(b"\n")
        for part in lines:
            self._begun.append(part)
            self._received.append(b"".join(self._begun))
            self._begun = []
        if rest:
            self._begun.append(rest)

    def _end(self) -> None:
        self.kill()
        self._errors.seek(0)
        words = self._errors.read()[-2_000:].decode(errors="replace").strip()
        code = self._process.returncode
        raise WorkerEnded(words or f"the worker ended with {code}")

    def close(self) -> None:
        """Lets it end by itself: it has no more to read."""
        if self._process.stdin is not None and not self._process.stdin.closed:
            if self._waiting:
                self._selector.unregister(self._input)
                self._waiting.clear()
            self._process.stdin.close()
        try:
            self._process.wait(5)
        except subprocess.TimeoutExpired:
            pass
        self.kill()

    def kill(self) -> None:
        """Ends it at once."""
        if self._process.poll() is None:
            self._process.kill()
        self._process.wait()
        for stream in (self._process.stdin, self._process.stdout):
            if stream is not None and not stream.closed:
                stream.close()
        self._selector.close()

    def __del__(self) -> None:
        if getattr(self, "_process", None) is not None and self._process.poll() is None:
            self._process.kill()
