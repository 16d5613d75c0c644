"""Tables of Spark in and out: one worker for each task, the same answers on a laptop and on a cluster.

Every function returns a new table with the key of each row, so that a job that was stopped is continued by leaving out what
is there already: ``table.join(done, "key", "left_anti")``. A row has the same bytes in any partitioning.

The program and its data go to the executors with ``spark.archives``; `archive` makes the file. On one machine nothing of
that is needed.
"""

from __future__ import annotations

import os
import tarfile
from typing import TYPE_CHECKING, Any, Iterable, Iterator, Mapping, Sequence

import pyarrow as pa

from . import program
from .arrow import CHUNK, answered, measured
from .client import Client

if TYPE_CHECKING:
    from pyspark.sql import DataFrame

#: What the archive is unpacked as beside each executor.
NAME = "wayproof_program"


class WrongData(RuntimeError):
    """An executor has another program or other data than the job was begun with."""


def archive(path: str | os.PathLike[str]) -> str:
    """Writes the packaged program with its data as a file for ``spark.archives``; returns ``path#name`` for the setting."""
    with tarfile.open(path, "w:gz", compresslevel=1) as file:
        for name in ("bin", "lib", "geo"):
            file.add(program.PACKAGED / name, name)
    return f"{os.fspath(path)}#{NAME}"


def ask(
    table: DataFrame,
    question: str,
    key: str,
    columns: Mapping[str, str],
    *,
    only: Sequence[str] = (),
    timeout: float | None = 120.0,
) -> DataFrame:
    """A row for each row: ``key``, ``answer`` (the JSON of the worker, one line), ``error``, ``version`` and ``data``.

    A row at which a worker ends, or which has no answer in time, is asked once more by itself and then has an error.

    Args:
        table: what is asked about.
        question: what to ask, such as ``check``.
        key: the column that names a row.
        columns: the column of each field, such as ``{"article": "text", "published": "day"}``.
        only: the fields of the answers that are kept; all if nothing is said.
        timeout: the longest a record may take, in seconds.
    """
    fixed: dict[str, Any] = {"ask": question, **({"only": list(only)} if only else {})}
    names = [key, *columns.values()]
    digest = _digest()

    def task(batches: Iterable[pa.RecordBatch]) -> Iterator[pa.RecordBatch]:
        with _client(timeout, digest) as client:
            for batch in batches:
                yield answered(batch, client, fixed, key, columns)

    schema = "key string, answer string, error string, version string, data string"
    return table.select(*dict.fromkeys(names)).mapInArrow(task, schema)


def pairs(table: DataFrame, columns: Sequence[str], *, timeout: float | None = 120.0) -> DataFrame:
    """The table with ``geodesic_km`` and, between stations, ``track_km``; null where a row could not be measured.

    Args:
        table: a row for each pair.
        columns: two columns of places, or latitude, longitude, latitude, longitude in degrees.
        timeout: the longest a chunk of rows may take, in seconds.
    """
    from pyspark.sql.types import DoubleType, StructField, StructType

    if len(columns) not in (2, 4):
        raise ValueError("two columns of places are wanted, or four of coordinates")
    names = list(columns)
    added = [StructField("geodesic_km", DoubleType()), StructField("track_km", DoubleType())]
    schema = StructType([*table.schema.fields, *added])
    digest = _digest()

    def task(batches: Iterable[pa.RecordBatch]) -> Iterator[pa.RecordBatch]:
        with _client(timeout, digest) as client:
            for batch in batches:
                for start in range(0, batch.num_rows, CHUNK):
                    yield measured(batch.slice(start, CHUNK), client, names)

    return table.mapInArrow(task, schema)


def _digest() -> str:
    """Of the data that the driver has; executors with other data are refused."""
    with Client() as client:
        return client.data_digest


def _client(timeout: float | None, digest: str) -> Client:
    unpacked = os.path.abspath(f"{NAME}/bin/wayproof")
    if os.path.exists(unpacked):
        os.environ["WAYPROOF_PROGRAM"] = unpacked
    # Tasks are as many as there are cores already.
    client = Client(timeout, threads=1)
    if client.data_digest != digest:
        client.close()
        raise WrongData(f"an executor has the data {client.data_digest}, and the driver {digest}")
    return client
