"""Puts the two layers into one graph: cuts track at borders, and joins ends that stop short of one another."""
from .earth import Segments, length, simplified, turned
from .graph import FERRY, JOINT, LINE, OSM, Edge

END_TO_LINE, LINE_TO_TRACK, LINE_TO_LINE = 3.0, 1.5, 0.5


def between(start, end, share):
    lon = start[1] + turned(end[1] - start[1]) * share
    return round(start[0] + (end[0] - start[0]) * share, 4), round(turned(lon), 4)


def add_osm(graph, sources):
    positions, countries, edges = sources.osm()
    fill(countries, edges)
    for position, country in zip(positions, countries):
        graph.node(position, country)
    for a, b, km in edges:
        if a == b:
            continue
        # No track is shorter than the straight line, but for the rounding of positions.
        km = max(km, 0.001)
        one, other = countries[a], countries[b]
        if one == other or not one or not other:
            graph.add(Edge(a, b, km, OSM, one or other))
            continue
        middle = graph.node(between(positions[a], positions[b], 0.5), one)
        graph.add(Edge(a, middle, km / 2, OSM, one))
        graph.add(Edge(middle, b, km / 2, OSM, other))


def fill(countries, edges):
    """Nodes at the sea, which the outlines of countries miss, are in the country of their neighbours."""
    for _ in range(40):
        changed = 0
        for a, b, _ in edges:
            if countries[a] and not countries[b]:
                countries[b] = countries[a]
                changed += 1
            elif countries[b] and not countries[a]:
                countries[a] = countries[b]
                changed += 1
        if not changed:
            return


def add_lines(graph, sources, countries, tolerance):
    """Natural Earth's lines, with their lengths as drawn, simplified afterwards, cut at borders."""
    ends = {}

    def end(point, country):
        if point not in ends:
            ends[point] = graph.node(point, country)
        return ends[point]

    for ferry, points in sources.natural_earth():
        kind = FERRY if ferry else LINE
        owners = []
        last = ""
        for point in points:
            owner = countries(point) or last
            owners.append(owner)
            last = owner
        first = next((o for o in owners if o), "")
        owners = [o or first for o in owners]
        start = 0
        for place in range(1, len(points)):
            if place == len(points) - 1 or owners[place] != owners[start]:
                add_line(graph, end, points[start:place + 1], kind, owners[start], tolerance)
                start = place


def add_line(graph, end, points, kind, country, tolerance):
    km = sum(length(p, q) for p, q in zip(points, points[1:]))
    kept = simplified(points, tolerance)
    a, b = end(kept[0], country), end(kept[-1], country)
    if a == b and len(kept) < 3:
        return
    # Every point is a node at first, so that joints can meet it; chains are merged later.
    drawn = [length(p, q) for p, q in zip(kept, kept[1:])]
    scale = km / sum(drawn) if sum(drawn) else 1
    last = a
    for place in range(1, len(kept)):
        node = b if place == len(kept) - 1 else graph.node(kept[place], country)
        if node != last:
            graph.add(Edge(last, node, max(0.001, drawn[place - 1] * scale), kind, country))
        last = node


def segments(graph, kinds):
    found = Segments()
    for number, edge in graph.edges.items():
        if edge.kind in kinds:
            found.add(graph.positions[edge.a], graph.positions[edge.b], number)
    return found


def join(graph, lines_only=False):
    """The joints that the README of the data was measured with, found before any is made."""
    degree = [len(numbers) for numbers in graph.around]
    kind_at = {}
    for edge in graph.edges.values():
        kind_at[edge.a] = kind_at[edge.b] = edge.kind
    track, lines = segments(graph, (OSM,)), segments(graph, (LINE, FERRY))
    wanted = []
    for node, kind in sorted(kind_at.items()):
        if kind == OSM and degree[node] == 1:
            wanted.append((node, lines.nearest(graph.positions[node], END_TO_LINE)))
        elif kind != OSM and degree[node] != 2:
            wanted.append((node, track.nearest(graph.positions[node], LINE_TO_TRACK)))
            if degree[node] == 1:
                wanted.append((node, nearest_other(graph, lines, node)))
    splits = {}
    joints = []
    for node, found in wanted:
        if found is None:
            continue
        _, share, number = found
        splits.setdefault(number, []).append((share, node))
    for number in sorted(splits):
        joints += split(graph, number, sorted(splits[number]))
    for node, target in joints:
        if node != target:
            graph.add(Edge(node, target, max(0.001, length(graph.positions[node], graph.positions[target])), JOINT,
                           graph.countries[target]))
    return len(joints)


def nearest_other(graph, lines, node):
    """The line nearest to a loose end, without its own."""
    own = set(graph.around[node])
    point = graph.positions[node]
    hidden = Segments()
    row, column = lines.cell(point)
    seen = set()
    for r in (row - 1, row, row + 1):
        for c in range(column - 2, column + 3):
            for index in lines.cells.get((r, c % 7200), ()):
                start, end, tag = lines.segments[index]
                if tag not in own and index not in seen:
                    seen.add(index)
                    hidden.add(start, end, tag)
    return hidden.nearest(point, LINE_TO_LINE)


def split(graph, number, places):
    """Cuts an edge at shares of it, or takes its ends where they are about as near; (node, where it is joined)."""
    edge = graph.edges[number]
    a, b = graph.positions[edge.a], graph.positions[edge.b]
    near = min(0.5, 0.3 / max(edge.km, 1e-6))
    joints, cuts = [], []
    for share, node in places:
        if share <= near:
            joints.append((node, edge.a))
        elif share >= 1 - near:
            joints.append((node, edge.b))
        else:
            cuts.append((share, node))
    if not cuts:
        return joints
    graph.remove(number)
    last, at = edge.a, 0.0
    for share, node in cuts:
        if last != edge.a and (share - at) * edge.km < 0.3:
            joints.append((node, last))
            continue
        middle = graph.node(between(a, b, share), edge.country)
        graph.add(Edge(last, middle, edge.km * (share - at), edge.kind, edge.country))
        joints.append((node, middle))
        last, at = middle, share
    graph.add(Edge(last, edge.b, edge.km * (1 - at), edge.kind, edge.country))
    return joints
