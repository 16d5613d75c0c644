"""Tables of pandas in and out. Every function keeps the index and the columns of its table, and adds columns to a copy.

A row that has no answer has the reason in ``error``; the others are not harmed.
"""

from __future__ import annotations

import csv
import io
import json
from typing import TYPE_CHECKING, Any, Callable, Iterable, Iterator, Mapping, Sequence

import pandas as pd

from .client import Client, shared
from .results import Claim, Record

if TYPE_CHECKING:
    import geopandas as gpd

#: How many pairs go into one record.
_CHUNK = 20_000


def pairs(
    table: pd.DataFrame,
    columns: Sequence[str] | None = None,
    *,
    client: Client | None = None,
) -> pd.DataFrame:
    """The table with ``geodesic_km`` and, between stations, ``track_km``.

    Args:
        table: a row for each pair.
        columns: two columns of places, or latitude, longitude, latitude, longitude in degrees; the first two or four if
            nothing is said.
        client: whom to ask; the shared one if nothing is said.
    """
    names = list(columns) if columns is not None else list(table.columns[: 4 if len(table.columns) >= 4 else 2])
    if len(names) not in (2, 4):
        raise ValueError("two columns of places are wanted, or four of coordinates")
    given = table[names]
    found: list[pd.DataFrame] = []
    errors: dict[int, str] = {}
    asked = client or shared()
    for number, record in enumerate(asked.map(_chunks(given))):
        if record.error is not None:
            count = min(_CHUNK, len(given) - number * _CHUNK)
            errors.update({number * _CHUNK + line: record.error for line in range(count)})
            found.append(pd.DataFrame({"geodesic_km": [float("nan")] * count, "track_km": float("nan")}))
            continue
        for bad in record.answer["bad"]:
            errors[number * _CHUNK + bad["line"] - 1] = bad["reason"]
        found.append(_lengths(record.answer["csv"], len(names)))
    result = table.copy()
    empty = pd.DataFrame({"geodesic_km": [], "track_km": []}, dtype=float)
    lengths = pd.concat(found or [empty], ignore_index=True)
    result["geodesic_km"] = lengths["geodesic_km"].to_numpy()
    result["track_km"] = lengths["track_km"].to_numpy()
    if errors:
        result["error"] = [errors.get(position) for position in range(len(result))]
    return result


def _chunks(given: pd.DataFrame) -> Iterator[Mapping[str, Any]]:
    for start in range(0, len(given), _CHUNK):
        part = given.iloc[start : start + _CHUNK]
        if len(given.columns) == 2:
            # A line is a pair, and a name has none within.
            part = part.astype("string").fillna("").replace(r"[\r\n]+", " ", regex=True)
        text = part.to_csv(header=False, index=False, lineterminator="\n", quoting=csv.QUOTE_MINIMAL)
        yield {"ask": "pairs", "csv": text}


def _lengths(text: str, count: int) -> pd.DataFrame:
    names = [f"_{position}" for position in range(count)] + ["geodesic_km", "track_km"]
    return pd.read_csv(
        io.StringIO(text), header=None, names=names, usecols=["geodesic_km", "track_km"],
        dtype={"geodesic_km": float, "track_km": float}, skip_blank_lines=False,
    )


def verify(table: pd.DataFrame, column: str, *, date: str | None = None, client: Client | None = None) -> pd.DataFrame:
    """The table with the verdict on a sentence of each row.

    Args:
        column: the sentence's.
        date: the column of the day it was said, if there is one.
    """
    return _judged(table, {"sentence": column, "date": date}, "verify", client)


def check(
    table: pd.DataFrame,
    column: str,
    *,
    case: bool = False,
    published: str | None = None,
    language: str | None = None,
    url: str | None = None,
    client: Client | None = None,
) -> pd.DataFrame:
    """The table with the verdict on an article, or a case file, of each row.

    Args:
        column: the text's.
        case: whether the texts are case files.
        published: the column of the article's day, if there is one.
        language: the column of its language, if there is one.
        url: the column of its address, if there is one.
    """
    columns = {"case" if case else "article": column, "published": published, "language": language, "url": url}
    return _judged(table, columns, "check", client)


def _judged(
    table: pd.DataFrame, columns: Mapping[str, str | None], ask: str, client: Client | None
) -> pd.DataFrame:
    def row(record: Record) -> dict[str, Any]:
        answer = record.answer
        counts = answer["verdict"]["counts"]
        return {
            "verdict": answer["verdict"]["status"],
            "headline": answer["summary"]["headline"],
            "claims": [Claim._of(one) for one in answer["claims"]],
            **{name.replace("-", "_"): counts.get(name, 0) for name in _VERDICTS},
        }

    questions = _questions(table, columns, {"ask": ask, "only": ["verdict", "summary", "claims"]})
    empty = {"verdict": None, "headline": None, "claims": None} | {one.replace("-", "_"): 0 for one in _VERDICTS}
    return _joined(table, questions, row, empty, client)


_VERDICTS = ("contradicted", "disputed", "unlikely", "loose", "crow-flies", "consistent", "untested")


def figures(table: pd.DataFrame, column: str, *, published: str | None = None, client: Client | None = None) -> pd.DataFrame:
    """A row for each distance, time and speed that the articles of a column have; the index is that of the article.

    Args:
        column: the article's.
        published: the column of its day, if there is one.
    """
    questions = _questions(table, {"article": column, "published": published}, {"ask": "read"})
    rows: list[dict[str, Any]] = []
    index: list[Any] = []
    for label, record in zip(table.index, (client or shared()).map(questions)):
        if record.error is not None:
            rows.append({"error": record.error})
            index.append(label)
            continue
        for figure in record.answer["figures"]:
            rows.append({"figure": figure["selector"].get("exact"), **figure})
            index.append(label)
    return pd.DataFrame(rows, index=pd.Index(index, name=table.index.name))


def routes(
    table: pd.DataFrame,
    start: str,
    end: str,
    *,
    mode: str = "rail",
    client: Client | None = None,
) -> gpd.GeoDataFrame:
    """The table with the route between two columns of places: ``length_km``, and the line as geometry (WGS 84).

    GeoPandas writes what comes back as GeoPackage, GeoParquet or whatever else it knows.

    Args:
        start: the column where the routes begin.
        end: the column where they end.
        mode: ``rail`` or ``air``.
    """
    import geopandas as gpd
    from shapely import line_merge
    from shapely.geometry import shape
    from shapely.ops import unary_union

    def row(record: Record) -> dict[str, Any]:
        document = json.loads(record.text or "{}")
        lines = [one for one in document["features"] if "LineString" in (one["geometry"] or {}).get("type", "")]
        if not lines:
            return {"length_km": None, "geometry": None}
        # A line for each section of the route.
        length = sum(float(one["properties"].get("length_km", "nan")) for one in lines)
        geometry = unary_union([shape(one["geometry"]) for one in lines])
        return {"length_km": round(length, 3), "geometry": line_merge(geometry)}

    questions = _questions(
        table, {"from": start, "to": end}, {"ask": "route", "mode": mode, "format": "geojson"}
    )
    joined = _joined(table, questions, row, {"length_km": None, "geometry": None}, client)
    return gpd.GeoDataFrame(joined, geometry="geometry", crs="EPSG:4326")


def _questions(
    table: pd.DataFrame, columns: Mapping[str, str | None], fixed: Mapping[str, Any]
) -> Iterator[Mapping[str, Any]]:
    used = {name: table[column] for name, column in columns.items() if column is not None}
    for values in zip(*used.values()):
        fields = {name: _text(value) for name, value in zip(used, values) if not _is_missing(value)}
        yield {**fixed, **fields}


def _text(value: Any) -> str:
    if isinstance(value, pd.Timestamp):
        return str(value.date())
    return str(value)


def _is_missing(value: Any) -> bool:
    return value is None or value is pd.NA or (isinstance(value, float) and value != value) or value is pd.NaT


def _joined(
    table: pd.DataFrame,
    questions: Iterable[Mapping[str, Any]],
    row: Callable[[Record], dict[str, Any]],
    empty: Mapping[str, Any],
    client: Client | None,
) -> pd.DataFrame:
    rows: list[dict[str, Any]] = []
    for record in (client or shared()).map(questions):
        rows.append({**empty, "error": record.error} if record.error is not None else {**row(record), "error": None})
    added = pd.DataFrame(rows, index=table.index, columns=[*empty, "error"])
    if added["error"].isna().all():
        added = added.drop(columns="error")
    return pd.concat([table.drop(columns=[name for name in added if name in table]), added], axis=1)
