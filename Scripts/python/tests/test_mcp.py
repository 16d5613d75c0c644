"""The server for assistants, asked by the client of the official package over standard input and output."""

import os
import sys
from typing import Any

import pytest
from mcp import ClientSession, StdioServerParameters, stdio_client

pytestmark = pytest.mark.anyio


@pytest.fixture
def anyio_backend() -> str:
    return "asyncio"


async def ask(tool: str, **arguments: Any) -> Any:
    server = StdioServerParameters(command=sys.executable, args=["-m", "wayproof.mcp"], env=dict(os.environ))
    async with stdio_client(server) as (read, write), ClientSession(read, write) as session:
        await session.initialize()
        return await session.call_tool(tool, arguments)


async def answer(tool: str, **arguments: Any) -> dict[str, Any]:
    result = await ask(tool, **arguments)
    assert not result.is_error, result.content
    found: dict[str, Any] = result.structured_content
    return found


async def test_tools_say_what_they_take() -> None:
    server = StdioServerParameters(command=sys.executable, args=["-m", "wayproof.mcp"], env=dict(os.environ))
    async with stdio_client(server) as (read, write), ClientSession(read, write) as session:
        started = await session.initialize()
        assert started.server_info.name == "wayproof" and "check_itinerary" in (started.instructions or "")
        tools = {one.name: one for one in (await session.list_tools()).tools}
    assert set(tools) == {
        "verify", "check_article", "distance", "route", "travel_time", "what_if", "check_itinerary"
    }
    for tool in tools.values():
        assert tool.description and tool.input_schema["properties"] and tool.output_schema
        assert tool.annotations is not None and tool.annotations.read_only_hint


async def test_a_sentence_and_an_article_are_checked() -> None:
    found = await answer("verify", sentence="London to Edinburgh is 450 km by rail, 4 h 20")
    assert found["possible"] is False and found["claims"][0]["verdict"] == "contradicted"
    assert found["sources"] and "does not show that a report is true" in found["limits"]
    found = await answer(
        "check_article", article="NAIROBI, 2 May 2024 - The bus from Nairobi to Mombasa covered about 485 km."
    )
    assert found["verdict"] == "no-contradiction"


async def test_measures() -> None:
    found = await answer("distance", places=["LHR", "JFK"])
    assert round(found["lengths"][0]["km"]) == 5555
    found = await answer("route", start="vn-ha-noi", end="vn-dong-dang")
    assert found["routes"][0]["km"] == 162
    found = await answer("travel_time", start="LHR", end="JFK", mode="flight", vehicle="b777")
    assert " h " in found["least"] and " to " in found["usual"] and found["parts"]
    found = await answer("travel_time", start="vn-ha-noi", end="vn-dong-dang", mode="train")
    assert found["km"] == 162


async def test_an_itinerary_has_its_impossible_legs_shown() -> None:
    legs = [
        {"start": "Nairobi", "end": "Mombasa", "mode": "bus", "departs": "2024-05-02 07:00", "arrives": "2024-05-02 07:20"},
        {"start": "LHR", "end": "JFK", "mode": "flight", "departs": "2024-06-10 11:20", "arrives": "2024-06-10 14:10"},
        {"start": "Tokyo", "end": "Osaka", "mode": "train", "departs": "2024-06-10 23:00"},
    ]
    found = await answer("check_itinerary", legs=legs)
    assert not found["possible"]
    assert [one["leg"] for one in found["impossible"]][0] == 1
    apart = [
        {"start": "CDG", "end": "FRA", "mode": "flight", "departs": "2024-06-10 08:00", "arrives": "2024-06-10 09:20"},
        {"start": "HND", "end": "ITM", "mode": "flight", "departs": "2024-06-10 18:00", "arrives": "2024-06-10 19:10"},
    ]
    found = await answer("check_itinerary", legs=apart)
    assert [one["leg"] for one in found["impossible"]] == [2] and "leg 1" in found["impossible"][0]["why"]
    good = [{"start": "LHR", "end": "JFK", "mode": "flight", "departs": "2024-06-10 11:20", "arrives": "2024-06-10 14:10"}]
    found = await answer("check_itinerary", legs=good)
    assert found["possible"] and not found["impossible"]


async def test_other_circumstances() -> None:
    case = """\
wayproof: 1
id: andes
title: Lima to La Paz
sources: [{id: one, outlet: One, published: 2024-05-02}]
journeys: [{id: j, mode: road, stops: [{id: a, place: Lima}, {id: b, place: La Paz}]}]
claims:
  - {id: way, source: one, quote: q, distance: 1500 km, from: Lima, to: La Paz, kind: road}
  - {id: time, source: one, quote: q, duration: about 24 hours, from: start, to: end}
"""
    listed = await answer("what_if", text=case)
    assert "claim.time.value" in str(listed)
    found = await answer("what_if", text=case, vary=["claim.time.value=2h,24h"])
    assert found


@pytest.mark.parametrize(
    ("tool", "arguments", "words"),
    [
        ("verify", {"sentence": "The train was late"}, "no distance, time or speed"),
        ("distance", {"places": ["LHR", "Erewhonia"]}, "no place is called"),
        ("check_itinerary", {"legs": [{"start": "LHR"}]}, ""),
        ("what_if", {"text": "wayproof: 1\n", "set": ["x=1"]}, ""),
    ],
)
async def test_what_cannot_be_answered_is_an_error_with_advice(tool: str, arguments: dict[str, Any], words: str) -> None:
    result = await ask(tool, **arguments)
    assert result.is_error and words in str(result.content)
