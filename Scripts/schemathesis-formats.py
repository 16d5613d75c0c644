"""Formats of the service that schemathesis does not know; see Scripts/test-server."""
import schemathesis
from urllib.parse import urlencode


@schemathesis.serializer("application/jsonl")
def lines(context, value):
    return value.encode() if isinstance(value, str) else b""


@schemathesis.deserializer("application/jsonl", "text/csv", "text/html", "text/markdown")
def text(context, response):
    return response.content.decode()


@schemathesis.hook
def filter_query(context, query):
    # Longer addresses are refused before the service sees them, without words.
    return len(urlencode(query or {}, doseq=True)) < 60_000
