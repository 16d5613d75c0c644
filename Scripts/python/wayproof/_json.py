"""JSON as the program writes it to a file, from JSON as it stands in a line: the same bytes, nothing read and written anew."""

from __future__ import annotations


def indented(compact: str) -> str:
    """A document without space, indented as the command line indents it, with a line break at its end."""
    out: list[str] = []
    depth = 0
    position = 0
    length = len(compact)
    while position < length:
        sign = compact[position]
        if sign == '"':
            end = _end_of_text(compact, position)
            out.append(compact[position:end])
            position = end
            continue
        if sign in "{[":
            depth += 1
            following = compact[position + 1]
            if following in "}]":
                # An empty one has an empty line within.
                depth -= 1
                out.append(f"{sign}\n\n{'  ' * depth}{following}")
                position += 2
                continue
            out.append(f"{sign}\n{'  ' * depth}")
        elif sign in "}]":
            depth -= 1
            out.append(f"\n{'  ' * depth}{sign}")
        elif sign == ",":
            out.append(f",\n{'  ' * depth}")
        elif sign == ":":
            out.append(" : ")
        else:
            end = position
            while end < length and compact[end] not in ',}]':
                end += 1
            out.append(compact[position:end])
            position = end
            continue
        position += 1
    return "".join(out) + "\n"


def _end_of_text(compact: str, start: int) -> int:
    position = start + 1
    while True:
        quote = compact.index('"', position)
        slashes = 0
        while compact[quote - 1 - slashes] == "\\":
            slashes += 1
        if slashes % 2 == 0:
            return quote + 1
        position = quote + 1


def answer_of(line: str) -> str | None:
    """What stands behind ``answer`` in a line of the worker, byte for byte; None where the line has an error or a text."""
    head = '{"answer":'
    if not line.startswith(head):
        return None
    return line[len(head) : line.rindex(',"ask":')]
