"""A graph of track: nodes with positions and countries, edges with lengths, costs and shapes."""
import heapq

OSM, LINE, FERRY, JOINT = 0, 1, 2, 3


class Edge:
    __slots__ = ("a", "b", "km", "kind", "country", "points")

    def __init__(self, a, b, km, kind, country, points=()):
        self.a, self.b, self.km, self.kind, self.country, self.points = a, b, km, kind, country, points

    def other(self, node):
        return self.b if node == self.a else self.a

    def shape(self, start):
        """The points between its nodes, from the one that is given."""
        return list(self.points) if start == self.a else list(reversed(self.points))


class Graph:
    def __init__(self, line_factor):
        """line_factor: how many times what it measures a generalized line counts."""
        self.positions, self.countries = [], []
        self.edges = {}
        self.around = []
        self.next = 0
        self.line_factor = line_factor

    def node(self, position, country):
        self.positions.append(position)
        self.countries.append(country)
        self.around.append([])
        return len(self.positions) - 1

    def add(self, edge):
        number = self.next
        self.next += 1
        self.edges[number] = edge
        self.around[edge.a].append(number)
        self.around[edge.b].append(number)
        return number

    def remove(self, number):
        edge = self.edges.pop(number)
        self.around[edge.a].remove(number)
        if edge.b != edge.a:
            self.around[edge.b].remove(number)
        return edge

    def cost(self, edge):
        """In tens of metres; never nothing."""
        factor = {OSM: 1, LINE: self.line_factor, FERRY: self.line_factor, JOINT: 1.5}[edge.kind]
        return max(1, round(100 * (edge.km * factor + (0.3 if edge.kind == JOINT else 0))))

    # Simplifying

    def merge_chains(self):
        """Takes the edges at a node of two as one, where they are of one kind and one country."""
        for node in range(len(self.positions)):
            if len(self.around[node]) != 2:
                continue
            one, other = self.around[node]
            if one == other:
                continue
            e, f = self.edges[one], self.edges[other]
            if e.kind != f.kind or e.kind in (JOINT, FERRY) or e.country != f.country:
                continue
            a, b = e.other(node), f.other(node)
            if a == b or a == node or b == node:
                continue
            self.remove(one)
            self.remove(other)
            points = e.shape(a) + [self.positions[node]] + f.shape(node)
            self.add(Edge(a, b, e.km + f.km, e.kind, e.country, points))

    def drop_loops_and_twins(self):
        best = {}
        for number, edge in list(self.edges.items()):
            if edge.a == edge.b:
                self.remove(number)
                continue
            key = (min(edge.a, edge.b), max(edge.a, edge.b))
            known = best.get(key)
            if known is None:
                best[key] = number
            elif self.cost(edge) < self.cost(self.edges[known]):
                self.remove(known)
                best[key] = number
            else:
                self.remove(number)

    def drop_dead_ends(self, kilometers):
        for node in range(len(self.positions)):
            while len(self.around[node]) == 1:
                edge = self.edges[self.around[node][0]]
                if edge.km >= kilometers or edge.kind != OSM:
                    break
                next_node = edge.other(node)
                self.remove(self.around[node][0])
                node = next_node

    def drop_parts(self, kilometers):
        seen = set()
        for start in range(len(self.positions)):
            if start in seen or not self.around[start]:
                continue
            part, open_nodes, total = {start}, [start], 0.0
            while open_nodes:
                node = open_nodes.pop()
                for number in self.around[node]:
                    edge = self.edges[number]
                    total += edge.km / 2
                    if edge.other(node) not in part:
                        part.add(edge.other(node))
                        open_nodes.append(edge.other(node))
            seen |= part
            if total < kilometers:
                for node in part:
                    for number in list(self.around[node]):
                        self.remove(number)

    def drop_redundant(self, kind, slack, longest, keeps=lambda edge: False):
        """Drops edges beside which another way costs at most so much more (tens of metres), the dearest first."""
        order = sorted((n for n, e in self.edges.items() if e.kind == kind and e.km <= longest),
                       key=lambda n: (-self.cost(self.edges[n]), n))
        dropped = 0
        for number in order:
            edge = self.edges[number]
            if not keeps(edge) and self.has_other_way(number, self.cost(edge) + slack):
                self.remove(number)
                dropped += 1
        return dropped

    def has_other_way(self, without, limit, settled=400):
        edge = self.edges[without]
        best, queue = {edge.a: 0}, [(0, edge.a)]
        while queue and settled:
            cost, node = heapq.heappop(queue)
            if cost > best[node]:
                continue
            if node == edge.b:
                return True
            settled -= 1
            for number in self.around[node]:
                if number == without:
                    continue
                step = self.edges[number]
                new, to = cost + self.cost(step), step.other(node)
                if new <= limit and new < best.get(to, 1 << 60):
                    best[to] = new
                    heapq.heappush(queue, (new, to))
        return False
