"""Batches of Arrow in and out, and whole files of Parquet."""

from __future__ import annotations

import io
import os
from typing import Any, Mapping, Sequence

import pyarrow as pa
import pyarrow.csv as pacsv
import pyarrow.parquet as pq

from .client import Client, shared

#: How many pairs go into one record.
CHUNK = 20_000

#: What is said of each row.
ANSWERS = pa.schema([(name, pa.string()) for name in ("key", "answer", "error", "version", "data")])


def answered(
    batch: pa.RecordBatch, client: Client, fixed: Mapping[str, Any], key: str, columns: Mapping[str, str]
) -> pa.RecordBatch:
    """For each row of a batch its key, the line of its answer or its error, and what it was answered with."""
    keys = [str(one) for one in batch.column(key).to_pylist()]
    cells = {field: batch.column(column).to_pylist() for field, column in columns.items()}
    questions = (
        {**fixed, **{field: str(values[row]) for field, values in cells.items() if values[row] is not None}}
        for row in range(len(keys))
    )
    records = list(client.map(questions))
    count = len(keys)
    return pa.RecordBatch.from_arrays(
        [
            pa.array(keys, pa.string()),
            pa.array([None if one.error else one.line.decode() for one in records], pa.string()),
            pa.array([one.error for one in records], pa.string()),
            pa.array([client.version] * count, pa.string()),
            pa.array([client.data_digest] * count, pa.string()),
        ],
        schema=ANSWERS,
    )


def measured(batch: pa.RecordBatch, client: Client, names: Sequence[str]) -> pa.RecordBatch:
    """A batch of at most ``CHUNK`` rows with ``geodesic_km`` and ``track_km``."""
    given = pa.Table.from_batches([batch]).select(list(names))
    text = io.BytesIO()
    pacsv.write_csv(given, text, pacsv.WriteOptions(include_header=False))
    record = client.ask({"ask": "pairs", "csv": text.getvalue().decode()})
    lengths = [pa.nulls(batch.num_rows, pa.float64()), pa.nulls(batch.num_rows, pa.float64())]
    if record.error is None and record.answer["lines"] == batch.num_rows:
        found = pacsv.read_csv(
            io.BytesIO(record.answer["csv"].encode()),
            pacsv.ReadOptions(column_names=[*map(str, range(len(names))), "geodesic_km", "track_km"]),
            convert_options=pacsv.ConvertOptions(
                include_columns=["geodesic_km", "track_km"],
                column_types={"geodesic_km": pa.float64(), "track_km": pa.float64()},
            ),
        )
        lengths = [found.column(name).combine_chunks() for name in ("geodesic_km", "track_km")]
    return pa.RecordBatch.from_arrays(
        [*batch.columns, *lengths], names=[*batch.schema.names, "geodesic_km", "track_km"]
    )


def parquet(
    input: str | os.PathLike[str],
    output: str | os.PathLike[str],
    question: str,
    key: str,
    columns: Mapping[str, str],
    *,
    only: Sequence[str] = (),
    client: Client | None = None,
) -> int:
    """Asks about each row of a file of Parquet, and writes another with ``key``, ``answer``, ``error``, ``version``, ``data``.

    The output has its name when it is whole. The same input has the same output.

    Args:
        input: the file that is read, a piece at a time.
        output: the file that is written.
        question: what to ask, such as ``check``.
        key: the column that names a row.
        columns: the column of each field, such as ``{"article": "text"}``.
        only: the fields of the answers that are kept; all if nothing is said.
        client: whom to ask; the shared one if nothing is said.

    Returns:
        How many rows have an error.
    """
    asked = client or shared()
    fixed: dict[str, Any] = {"ask": question, **({"only": list(only)} if only else {})}
    partial = os.fspath(output) + ".partial"
    bad = 0
    with pq.ParquetFile(input) as source, pq.ParquetWriter(partial, ANSWERS, compression="zstd") as file:
        for batch in source.iter_batches(1_000, columns=list(dict.fromkeys([key, *columns.values()]))):
            found = answered(batch, asked, fixed, key, columns)
            bad += found.num_rows - found.column("error").null_count
            file.write_batch(found)
    os.replace(partial, output)
    return bad
