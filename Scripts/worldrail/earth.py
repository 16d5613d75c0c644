"""Lengths on the Earth, good to a part in ten thousand over some kilometres, and a hash of segments by cells."""
import math

A, E2 = 6378.137, 0.00669437999014


def scales(latitude):
    """Kilometres of a degree of latitude and of longitude (WGS 84)."""
    phi = math.radians(latitude)
    w = 1 - E2 * math.sin(phi) ** 2
    return math.radians(A * (1 - E2) / w ** 1.5), math.radians(A * math.cos(phi) / math.sqrt(w))


def turned(degrees):
    """A difference of longitudes the short way round."""
    return (degrees + 180) % 360 - 180


def length(one, other):
    """Kilometres between two points (latitude, longitude): by the scales of the middle latitude where they are near,
    on a sphere of the local radius where they are not."""
    north, east = scales((one[0] + other[0]) / 2)
    dy, dx = other[0] - one[0], turned(other[1] - one[1])
    if abs(dy) + abs(dx) < 1:
        return math.hypot(dy * north, dx * east)
    la, lb = math.radians(one[0]), math.radians(other[0])
    h = math.sin((lb - la) / 2) ** 2 + math.cos(la) * math.cos(lb) * math.sin(math.radians(dx) / 2) ** 2
    return 2 * 6371.009 * math.asin(min(1, math.sqrt(h)))


def foot(point, start, end):
    """The distance of a point from a segment in km, and the share of the segment before the nearest spot."""
    north, east = scales(point[0])
    ax, ay = turned(start[1] - point[1]) * east, (start[0] - point[0]) * north
    bx, by = turned(end[1] - point[1]) * east, (end[0] - point[0]) * north
    x, y = bx - ax, by - ay
    square = x * x + y * y
    share = max(0.0, min(1.0, -(ax * x + ay * y) / square)) if square else 0.0
    return math.hypot(ax + share * x, ay + share * y), share


class Segments:
    """Segments by cells of a twentieth of a degree."""
    SIZE = 0.05

    def __init__(self):
        self.cells = {}
        self.segments = []

    def add(self, start, end, tag):
        index = len(self.segments)
        self.segments.append((start, end, tag))
        dy, dx = end[0] - start[0], turned(end[1] - start[1])
        steps = int(max(abs(dy), abs(dx)) / self.SIZE * 2) + 1
        seen = set()
        for step in range(steps + 1):
            share = step / steps
            cell = self.cell((start[0] + share * dy, start[1] + share * dx))
            if cell not in seen:
                seen.add(cell)
                self.cells.setdefault(cell, []).append(index)

    def cell(self, point):
        return math.floor(point[0] / self.SIZE), math.floor((turned(point[1]) + 180) / self.SIZE) % 7200

    def nearest(self, point, radius):
        """(distance, share, tag) of the nearest segment within a radius in km; None where none is."""
        row, column = self.cell(point)
        north, east = scales(point[0])
        up = int(radius / north / self.SIZE) + 1
        out = min(60, int(radius / max(1.0, east) / self.SIZE) + 1)
        best, seen = None, set()
        for r in range(row - up, row + up + 1):
            for c in range(column - out, column + out + 1):
                for index in self.cells.get((r, c % 7200), ()):
                    if index in seen:
                        continue
                    seen.add(index)
                    start, end, tag = self.segments[index]
                    gap, share = foot(point, start, end)
                    if gap <= radius and (best is None or (gap, tag) < (best[0], best[2])):
                        best = (gap, share, tag)
        return best


def simplified(points, tolerance):
    """Douglas and Peucker: the points without which the line would be off by more than a tolerance in km."""
    if len(points) < 3:
        return points
    kept = {0, len(points) - 1}
    stack = [(0, len(points) - 1)]
    while stack:
        first, last = stack.pop()
        worst, place = tolerance, None
        for index in range(first + 1, last):
            gap, _ = foot(points[index], points[first], points[last])
            if gap > worst:
                worst, place = gap, index
        if place is not None:
            kept.add(place)
            stack += [(first, place), (place, last)]
    return [points[index] for index in sorted(kept)]
