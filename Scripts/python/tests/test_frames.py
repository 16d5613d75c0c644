"""Tables in and out."""

from pathlib import Path

import geopandas as gpd
import pandas as pd
import pytest

import wayproof
from wayproof import arrow, frames


def test_pairs_keep_rows_index_and_columns(client: wayproof.Client) -> None:
    count = 45_001
    table = pd.DataFrame(
        {"name": ["x"] * count, "a": [0.0] * count, "b": [0.0] * count, "c": [0.0] * count, "d": [1.0] * count},
        index=range(7, count + 7),
    )
    table.loc[9, "a"] = None
    found = frames.pairs(table, ["a", "b", "c", "d"], client=client)
    assert list(found.index) == list(table.index) and list(found.columns[:5]) == list(table.columns)
    assert found.loc[count + 6, "geodesic_km"] == pytest.approx(111.319491)
    assert pd.isna(found.loc[9, "geodesic_km"]) and found.loc[9, "error"] and pd.isna(found.loc[8, "error"])
    assert "geodesic_km" not in table


def test_pairs_of_names(client: wayproof.Client) -> None:
    table = pd.DataFrame({"from": ["LHR", "vn-ha-noi", "Erewhonia", None], "to": ["JFK", "vn-dong-dang", "JFK", None]})
    found = frames.pairs(table, client=client)
    assert found["geodesic_km"][0] == pytest.approx(5554.517, abs=0.001)
    assert found["track_km"][1] == pytest.approx(162)
    assert "no place is called" in found["error"][2] and pd.isna(found["error"][0])
    assert len(frames.pairs(table[:0], client=client)) == 0


def test_verdicts_of_a_column(client: wayproof.Client) -> None:
    table = pd.DataFrame(
        {"said": ["London to Edinburgh is 450 km by rail", "The train was late", None]}, index=["a", "b", "c"]
    )
    found = frames.verify(table, "said", client=client)
    assert list(found["verdict"][:1]) == ["cannot-all-be-true"] and found.loc["a", "contradicted"] == 1
    assert found.loc["a", "claims"][0].verdict == "contradicted"
    assert "no distance" in found.loc["b", "error"] and "missing" in found.loc["c", "error"]


def test_figures_of_articles(client: wayproof.Client) -> None:
    table = pd.DataFrame({"text": ["The bus from Nairobi to Mombasa covered 485 km in nine hours.", "Nothing."]})
    found = frames.figures(table, "text", client=client)
    assert list(found.index) == [0, 0] and list(found["figure"]) == ["485 km", "nine hours"]


def test_routes_are_geometries(client: wayproof.Client, tmp_path: Path) -> None:
    table = pd.DataFrame({"from": ["vn-ha-noi", "Lima"], "to": ["vn-dong-dang", "vn-ha-noi"]})
    found = frames.routes(table, "from", "to", client=client)
    assert isinstance(found, gpd.GeoDataFrame) and found.crs == "EPSG:4326"
    assert found["length_km"][0] == 162 and found.geometry[0].geom_type.endswith("LineString")
    assert found.geometry[1] is None and "no track joins" in found["error"][1]
    found.to_file(tmp_path / "routes.gpkg")
    found.to_parquet(tmp_path / "routes.parquet")
    assert gpd.read_file(tmp_path / "routes.gpkg")["length_km"][0] == 162
    assert gpd.read_parquet(tmp_path / "routes.parquet").geometry[0].equals(found.geometry[0])


def test_a_file_of_parquet_is_answered_row_by_row(client: wayproof.Client, tmp_path: Path) -> None:
    texts = ["The bus from Nairobi to Mombasa covered 485 km in nine hours.", None] * 1_100
    pd.DataFrame({"id": range(2_200), "text": texts, "more": 1}).to_parquet(tmp_path / "in.parquet")
    for name in ("one", "two"):
        bad = arrow.parquet(
            tmp_path / "in.parquet", tmp_path / name, "read", "id", {"article": "text"}, only=["language"], client=client
        )
        assert bad == 1_100
    assert (tmp_path / "one").read_bytes() == (tmp_path / "two").read_bytes()
    found = pd.read_parquet(tmp_path / "one")
    assert list(found["key"][:2]) == ["0", "1"] and len(found) == 2_200
    assert found["answer"][0] == '{"answer":{"language":"en"},"ask":"read"}' and "missing" in found["error"][1]
