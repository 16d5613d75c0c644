"""Answers of the program, typed, and byte for byte as the command line gives them."""

import os
import subprocess
import sys
from pathlib import Path

import pytest

import wayproof

COMMAND_LINE = os.environ.get("COMMAND_LINE", "")
REFERENCE = os.environ.get("REFERENCE", "")
needs_command_line = pytest.mark.skipif(not COMMAND_LINE, reason="COMMAND_LINE and REFERENCE name no program and data")

CASE = """\
wayproof: 1
id: andes
title: Lima to La Paz
sources: [{id: one, outlet: One, published: 2024-05-02}]
journeys: [{id: j, mode: road, stops: [{id: a, place: Lima}, {id: b, place: La Paz}]}]
claims:
  - {id: way, source: one, quote: q, distance: 1500 km, from: Lima, to: La Paz, kind: road}
  - {id: time, source: one, quote: q, duration: about 24 hours, from: start, to: end}
"""
ARTICLE = "NAIROBI, 2 May 2024 - The bus from Nairobi to Mombasa covered about 485 km in some nine hours.\n"
SENTENCE = "London to Edinburgh is 450 km by rail, 4 h 20"


def command_line(*arguments: str, text: str | None = None) -> str:
    variables = {"WAYPROOF_GEO": REFERENCE, "COLUMNS": "80"}
    return subprocess.run(
        [COMMAND_LINE, *arguments], input=text, capture_output=True, text=True, check=True, env=variables
    ).stdout


@needs_command_line
def test_json_has_the_bytes_of_the_command_line(client: wayproof.Client, tmp_path: Path) -> None:
    assert client.distance("LHR", "JFK").json == command_line("distance", "LHR", "JFK", "--format", "json")
    assert client.route("vn-ha-noi", "vn-dong-dang").json == command_line(
        "route", "vn-ha-noi", "vn-dong-dang", "--format", "json"
    )
    assert client.run("vn-ha-noi", "vn-dong-dang", max_speed=60).json == command_line(
        "run", "vn-ha-noi", "vn-dong-dang", "--max-speed", "60", "--format", "json"
    )
    assert client.fly("LHR", "JFK", aircraft="b777").json == command_line(
        "fly", "LHR", "JFK", "--aircraft", "b777", "--format", "json"
    )
    assert client.verify(SENTENCE).json == command_line("verify", SENTENCE, "--format", "json")
    assert client.check(CASE).json == command_line("check", "-", "--format", "json", text=CASE)
    file = tmp_path / "story.txt"
    file.write_text(ARTICLE)
    assert client.check(ARTICLE, name="story.txt").json == command_line("check", str(file), "--format", "json")


@needs_command_line
@pytest.mark.parametrize("format", ["md", "csv", "geojson", "smtlib", "html", "jsonld"])
def test_other_formats_have_the_same_bytes_too(client: wayproof.Client, format: str) -> None:
    assert client.check(CASE).formatted(format) == command_line("check", "-", "--format", format, text=CASE)


@needs_command_line
def test_the_module_is_the_command_line() -> None:
    arguments = ["distance", "LHR", "JFK"]
    found = subprocess.run([sys.executable, "-m", "wayproof", *arguments], capture_output=True, text=True, check=True)
    assert found.stdout == command_line(*arguments)


def test_verdicts(client: wayproof.Client) -> None:
    check = client.verify(SENTENCE)
    assert check.verdict == "cannot-all-be-true" and check.possible is False
    assert sum(check.counts.values()) == len(check.claims) == 2
    assert {one.verdict for one in check.claims} >= {"contradicted"}
    assert check.headline.startswith("These reports cannot all be true")
    assert client.check(CASE).data["case"]["id"] == "andes"
    assert client.check(ARTICLE).data["case"]["id"] != "andes"


def test_measures(client: wayproof.Client) -> None:
    distance = client.distance("LHR", "JFK", "LHR")
    assert distance.km() == pytest.approx(2 * 5554.517, abs=0.01)
    assert distance.km("sea") is None or distance.km("sea", ) > 0
    route = client.route("vn-ha-noi", "vn-dong-dang")
    assert route.km == 162 and route.interval_km[0] < 162 < route.interval_km[1]
    assert route.geojson()["type"] == "FeatureCollection"
    run = client.run("vn-ha-noi", "vn-dong-dang")
    assert run.fastest < run.likely[0] < run.likely[1]
    flight = client.fly("LHR", "JFK", aircraft="b777")
    assert 5 * 3600 < flight.block[0] < flight.block[1] < 11 * 3600


def test_reading(client: wayproof.Client) -> None:
    reading = client.read(ARTICLE)
    assert reading.language == "en" and len(reading.figures) == 2
    assert "about 485 km" in reading.draft()


def test_what_has_no_answer_says_why(client: wayproof.Client) -> None:
    with pytest.raises(wayproof.WayproofError, match="no place is called"):
        client.distance("LHR", "Erewhonia")
    with pytest.raises(wayproof.WayproofError, match="no distance, time or speed"):
        client.verify("The train was late")
    with pytest.raises(wayproof.WayproofError) as refused:
        client.run("vn-ha-noi", "vn-dong-dang", max_speed=5_000)
    assert refused.value.field == "max_speed"


def test_answers_show_themselves(client: wayproof.Client) -> None:
    answers = [
        client.verify(SENTENCE), client.read(ARTICLE), client.distance("LHR", "JFK"),
        client.route("vn-ha-noi", "vn-dong-dang"), client.run("vn-ha-noi", "vn-dong-dang"), client.fly("LHR", "JFK"),
    ]
    for answer in answers:
        page = answer._repr_html_()
        assert page.startswith("<div><b>") and page.count("<tr>") >= 2 and repr(answer)
    hostile = client.check(CASE.replace("quote: q, distance", 'quote: "<script>alert(1)</script>", distance'))
    assert "<script>" not in hostile._repr_html_()


def test_ready_names_version_and_data(client: wayproof.Client) -> None:
    assert client.version == wayproof.__version__
    assert len(client.data_digest) == 64


def test_bad_records_harm_no_others(client: wayproof.Client) -> None:
    questions: list[dict[str, object]] = [
        {"ask": "distance", "places": ["LHR", "JFK"], "id": 0},
        {"ask": "dance", "id": 1},
        {"ask": "check", "case": "x" * 17_000_000, "id": 2},
        {"ask": "distance", "places": ["LHR", "\ud800"], "id": 3},
        {"ask": "distance", "places": ["LHR", "CDG"], "id": 4},
    ]
    records = list(client.map(questions))
    assert [record.error is None for record in records] == [True, False, False, False, True]
    assert "more than 16000000 bytes" in (records[2].error or "")
    assert records[4].id == 4
