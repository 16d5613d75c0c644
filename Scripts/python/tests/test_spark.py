"""Tables of Spark: the same answers in any partitioning, and bad rows harm no others."""

from __future__ import annotations

import hashlib
import json
from typing import Any, Iterator

import pytest

pytest.importorskip("pyspark")

from pyspark.sql import DataFrame, SparkSession  # noqa: E402

import wayproof  # noqa: E402
from wayproof import spark  # noqa: E402


@pytest.fixture(scope="module")
def session() -> Iterator[SparkSession]:
    builder: Any = SparkSession.builder
    made: SparkSession = (
        builder.master("local[2,2]").config("spark.ui.enabled", "false").config("spark.sql.shuffle.partitions", "2")
        .config("spark.driver.host", "127.0.0.1").config("spark.driver.bindAddress", "127.0.0.1").getOrCreate()
    )
    yield made
    made.stop()


def digest(table: DataFrame) -> str:
    lines = sorted(json.dumps(row.asDict(), sort_keys=True) for row in table.collect())
    return hashlib.sha256("\n".join(lines).encode()).hexdigest()


def test_articles_have_the_same_answers_in_any_partitioning(session: SparkSession, client: wayproof.Client) -> None:
    texts = [f"The bus from Nairobi to Mombasa covered {km} km in nine hours." for km in range(400, 440)]
    texts[7] = "x" * 17_000_000
    table = session.createDataFrame([(f"k{n}", text) for n, text in enumerate(texts)], ["name", "text"])
    found = {
        count: spark.ask(table.repartition(count), "check", "name", {"article": "text"}, only=["verdict"])
        for count in (1, 3, 7)
    }
    assert len({digest(one) for one in found.values()}) == 1
    rows = {row["key"]: row for row in found[3].collect()}
    assert len(rows) == 40 and "more than 16000000 bytes" in rows["k7"]["error"]
    asked = client.ask({"ask": "check", "article": texts[0], "only": ["verdict"]})
    assert rows["k0"]["answer"] == asked.line.decode() and rows["k0"]["data"] == client.data_digest
    done = found[1].where("key < 'k2'").select("key")
    rest = table.join(done, table.name == done.key, "left_anti")
    assert rest.count() == 40 - done.count()


def test_pairs(session: SparkSession) -> None:
    rows = [(n, float(n % 80), float(n % 170), 1.5, float(n % 90)) for n in range(5_000)] + [(5_000, None, 0.0, 0.0, 0.0)]
    table = session.createDataFrame(rows, "n long, a double, b double, c double, d double")
    found = [spark.pairs(table.repartition(count), ["a", "b", "c", "d"]) for count in (1, 3)]
    assert digest(found[0]) == digest(found[1])
    lengths = {row["n"]: row["geodesic_km"] for row in found[0].collect()}
    assert len(lengths) == 5_001 and lengths[5_000] is None and lengths[1] > 0


def test_other_data_is_refused(session: SparkSession, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(spark, "_digest", lambda: "0" * 64)
    table = session.createDataFrame([("a", "LHR", "JFK")], ["name", "from", "to"])
    with pytest.raises(Exception, match="an executor has the data"):
        spark.ask(table, "distance", "name", {"from": "from", "to": "to"}).collect()
