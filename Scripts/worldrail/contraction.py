"""Contraction hierarchies (Geisberger, Sanders, Schultes, Delling, WEA 2008): nodes are taken out one after another,
the least important first, and what ran through them is kept as shortcuts between their neighbours."""
import heapq

SETTLED = 80


class Hierarchy:
    """order: the nodes, the most important first. arcs: of each node those to more important ones, as
    (node, weight, is a shortcut, the edge or the node that it runs through)."""

    def __init__(self, graph):
        self.near = [{} for _ in graph.positions]
        for number, edge in sorted(graph.edges.items()):
            cost = graph.cost(edge)
            for one, other in ((edge.a, edge.b), (edge.b, edge.a)):
                known = self.near[one].get(other)
                if one != other and (known is None or cost < known[0]):
                    self.near[one][other] = (cost, False, number)
        self.depth = [0] * len(self.near)
        self.order, self.arcs = [], {}
        queue = [(self.priority(node), node) for node in range(len(self.near)) if graph.around[node]]
        heapq.heapify(queue)
        while queue:
            _, node = heapq.heappop(queue)
            now = self.priority(node)
            if queue and now > queue[0][0]:
                heapq.heappush(queue, (now, node))
                continue
            self.contract(node)
        self.order.reverse()

    def priority(self, node):
        return 2 * len(self.shortcuts(node)) - len(self.near[node]) + self.depth[node]

    def shortcuts(self, node):
        around = sorted(self.near[node].items())
        found = []
        for index, (one, (cost, _, _)) in enumerate(around[:-1]):
            others = around[index + 1:]
            limit = cost + max(step[0] for _, step in others)
            costs = self.search(one, node, limit)
            for other, step in others:
                total = cost + step[0]
                if costs.get(other, 1 << 60) > total:
                    found.append((one, other, total))
        return found

    def search(self, start, without, limit):
        best, done, queue = {start: 0}, {}, [(0, start)]
        while queue and len(done) < SETTLED:
            cost, node = heapq.heappop(queue)
            if node in done:
                continue
            done[node] = cost
            for to, step in self.near[node].items():
                new = cost + step[0]
                if to != without and new <= limit and new < best.get(to, 1 << 60):
                    best[to] = new
                    heapq.heappush(queue, (new, to))
        return best

    def contract(self, node):
        for one, other, cost in self.shortcuts(node):
            for a, b in ((one, other), (other, one)):
                known = self.near[a].get(b)
                if known is None or cost < known[0]:
                    self.near[a][b] = (cost, True, node)
        self.arcs[node] = sorted((to, *step) for to, step in self.near[node].items())
        for other in self.near[node]:
            del self.near[other][node]
            self.depth[other] = max(self.depth[other], self.depth[node] + 1)
        self.near[node] = {}
        self.order.append(node)
