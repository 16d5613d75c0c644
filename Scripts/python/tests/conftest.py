import sys
from pathlib import Path

import pytest

import wayproof


@pytest.fixture
def fake(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> wayproof.Client:
    """A client of a worker that misbehaves on demand."""
    script = tmp_path / "fake"
    worker = Path(__file__).with_name("fake_worker.py")
    script.write_text(f"#!/bin/sh\nexec {sys.executable} {worker}\n")
    script.chmod(0o755)
    monkeypatch.setenv("WAYPROOF_PROGRAM", str(script))
    return wayproof.Client(timeout=2)


@pytest.fixture(scope="session")
def client() -> wayproof.Client:
    """A client of the program that is tested."""
    return wayproof.Client()
