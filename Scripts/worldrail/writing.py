"""A network as the program maps it: a header with a table of columns, then the columns; all numbers little-endian.

header: magic (16 bytes), version, number of columns (uint32 each), size of the file (uint64), SHA-256 of all that
follows the header; of each column its number, size of an element (uint32 each), count and offset (uint64 each);
SHA-256 of the header so far.
"""
import array
import hashlib
import struct
import sys

MAGIC, VERSION, ALIGNMENT = b"WAYPROOF-RAIL\0\0\0", 1, 64
NAMES = ["latitudes", "longitudes", "parts", "arc_starts", "arcs", "edge_from", "edge_to", "edge_lengths", "edge_kinds",
         "edge_countries", "shape_starts", "shapes", "boxes", "outer_boxes", "countries"]
TYPES = dict(latitudes="i", longitudes="i", parts="H", arc_starts="I", arcs="Q", edge_from="I", edge_to="I",
             edge_lengths="I", edge_kinds="B", edge_countries="B", shape_starts="I", shapes="h", boxes="H",
             outer_boxes="H", countries="B")
WIDTHS = dict(shapes=2, boxes=4, outer_boxes=4, countries=2)
BLOCK = 16


def fixed(degrees):
    return round(degrees * 1e4)


def hilbert(x, y, order=16):
    result, side = 0, 1 << (order - 1)
    while side:
        rx, ry = int(x & side > 0), int(y & side > 0)
        result += side * side * ((3 * rx) ^ ry)
        if not ry:
            if rx:
                x, y = side * 2 - 1 - (x & (side * 2 - 1)), side * 2 - 1 - (y & (side * 2 - 1))
            x, y = y, x
        side >>= 1
    return result


def write(path, graph, hierarchy):
    columns = {name: array.array(TYPES[name]) for name in NAMES}
    number = {node: rank for rank, node in enumerate(hierarchy.order)}
    for node in hierarchy.order:
        columns["latitudes"].append(fixed(graph.positions[node][0]))
        columns["longitudes"].append(fixed(graph.positions[node][1]))
    edges = ordered(graph)
    add_parts(columns, graph, hierarchy)
    add_arcs(columns, hierarchy, number, {edge: place for place, edge in enumerate(edges)})
    add_edges(columns, graph, edges, number)
    save(path, columns)
    return {name: len(column) for name, column in columns.items()}


def ordered(graph):
    """Edges along a Hilbert curve, so that neighbours on the map are neighbours in the file."""
    def place(item):
        edge = item[1]
        points = [graph.positions[edge.a], *edge.points, graph.positions[edge.b]]
        middle = points[len(points) // 2]
        return hilbert(int((middle[1] + 180) / 360 * 65535), int((middle[0] + 90) / 180 * 65535)), item[0]
    return [key for key, _ in sorted(graph.edges.items(), key=place)]


def add_parts(columns, graph, hierarchy):
    part, sizes = {}, []
    for start in hierarchy.order:
        if start in part:
            continue
        part[start] = len(sizes)
        stack, size = [start], 0.0
        while stack:
            node = stack.pop()
            for edge in graph.around[node]:
                size += graph.edges[edge].km
                other = graph.edges[edge].other(node)
                if other not in part:
                    part[other] = len(sizes)
                    stack.append(other)
        sizes.append(size)
    ranks = {p: min(65535, r) for r, p in enumerate(sorted(range(len(sizes)), key=lambda p: (-sizes[p], p)))}
    columns["parts"].extend(ranks[part[node]] for node in hierarchy.order)


def add_arcs(columns, hierarchy, number, edge_places):
    columns["arc_starts"].append(0)
    for node in hierarchy.order:
        arcs = sorted((number[to], weight, shortcut, number[link] if shortcut else edge_places[link])
                      for to, weight, shortcut, link in hierarchy.arcs[node])
        for to, weight, shortcut, link in arcs:
            if to >= 1 << 20 or weight >= 1 << 22 or link >= 1 << 21:
                sys.exit("the network is too large for its arcs")
            columns["arcs"].append(to << 44 | weight << 22 | int(shortcut) << 21 | link)
        columns["arc_starts"].append(len(columns["arcs"]))


def add_edges(columns, graph, edges, number):
    countries = sorted({graph.edges[e].country for e in edges} - {""})
    places = {code: place + 1 for place, code in enumerate(countries)} | {"": 0}
    for code in ["  ", *countries]:
        columns["countries"].extend(code.encode())
    columns["shape_starts"].append(0)
    boxes = []
    for key in edges:
        edge = graph.edges[key]
        columns["edge_from"].append(number[edge.a])
        columns["edge_to"].append(number[edge.b])
        columns["edge_lengths"].append(max(1, round(edge.km * 1000)))
        columns["edge_kinds"].append(edge.kind)
        columns["edge_countries"].append(places[edge.country])
        points = [(fixed(p[0]), fixed(p[1])) for p in (graph.positions[edge.a], *edge.points, graph.positions[edge.b])]
        add_shape(columns, points)
        columns["shape_starts"].append(len(columns["shapes"]) // 2)
        boxes.append((min(p[0] for p in points), min(p[1] for p in points),
                      max(p[0] for p in points), max(p[1] for p in points)))
    inner = [around(boxes[i:i + BLOCK]) for i in range(0, len(boxes), BLOCK)]
    outer = [around(inner[i:i + BLOCK]) for i in range(0, len(inner), BLOCK)]
    for name, some in (("boxes", inner), ("outer_boxes", outer)):
        for south, west, north, east in some:
            columns[name].extend([(south + 900_000) * 65535 // 1_800_000, (west + 1_800_000) * 65535 // 3_600_000,
                                  -((-north - 900_000) * 65535 // 1_800_000),
                                  -((-east - 1_800_000) * 65535 // 3_600_000)])


def add_shape(columns, points):
    """The points between an edge's nodes, each by its difference from the one before; long steps are divided."""
    last = points[0]
    for index, point in enumerate(points[1:], 1):
        parts = max(abs(point[0] - last[0]), abs(point[1] - last[1])) // 32_000 + 1
        for part in range(1, parts + 1):
            if index == len(points) - 1 and part == parts:
                break
            middle = (points[index - 1][0] + (point[0] - points[index - 1][0]) * part // parts,
                      points[index - 1][1] + (point[1] - points[index - 1][1]) * part // parts)
            columns["shapes"].extend([middle[0] - last[0], middle[1] - last[1]])
            last = middle


def around(boxes):
    return min(b[0] for b in boxes), min(b[1] for b in boxes), max(b[2] for b in boxes), max(b[3] for b in boxes)


def save(path, columns):
    head = len(MAGIC) + 16 + 32 + len(NAMES) * 24 + 32
    body, table = bytearray(), bytearray()
    start = -(-head // ALIGNMENT) * ALIGNMENT
    for place, name in enumerate(NAMES):
        column, width = columns[name], WIDTHS.get(name, 1)
        data = column.tobytes()
        if sys.byteorder != "little":
            column.byteswap()
            data = column.tobytes()
        table += struct.pack("<IIQQ", place, column.itemsize * width, len(column) // width, start + len(body))
        body += data + b"\0" * (-len(data) % ALIGNMENT)
    header = MAGIC + struct.pack("<IIQ", VERSION, len(NAMES), start + len(body)) + hashlib.sha256(body).digest() + table
    header += hashlib.sha256(header).digest()
    with open(path, "wb") as file:
        file.write(header + b"\0" * (start - len(header)) + body)
