"""One peer of the network benchmark: network_peers.py PEER GRAPH PAIRS prints one line of JSON."""
import json, resource, sys, time
import numpy as np


def read(file):
    raw = open(file, "rb").read()
    n, m = np.frombuffer(raw, np.int64, 2)
    at = 16
    columns = []
    for kind, size in ((np.int32, 4), (np.int32, 4), (np.float64, 8)):
        columns.append(np.frombuffer(raw, kind, m, at))
        at += m * size
    return int(n), *columns


def igraph(n, u, v, w):
    import igraph
    graph = igraph.Graph(n, list(zip(u.tolist(), v.tolist())))
    graph.es["w"] = w.tolist()
    return lambda a, b: graph.distances(a, b, weights="w")[0][0]


def rustworkx(n, u, v, w):
    import rustworkx
    graph = rustworkx.PyGraph(multigraph=True)
    graph.add_nodes_from(range(n))
    graph.add_edges_from(list(zip(u.tolist(), v.tolist(), w.tolist())))
    return lambda a, b: 0.0 if a == b else dict(rustworkx.dijkstra_shortest_path_lengths(graph, a, float, goal=b)).get(b, 0.0)


def scipy(n, u, v, w):
    from scipy.sparse import coo_matrix
    from scipy.sparse.csgraph import dijkstra
    # Of parallel edges the shortest counts; a matrix would add them up. Lengths of nothing are kept apart from no edge.
    best = {}
    for a, b, x in zip(u.tolist(), v.tolist(), w.tolist()):
        key = (min(a, b), max(a, b))
        best[key] = min(best.get(key, 1e18), max(x, 1e-9))
    rows, columns = zip(*best)
    matrix = coo_matrix((list(best.values()), (rows, columns)), (n, n)).tocsr()
    return lambda a, b: dijkstra(matrix, directed=False, indices=a)[b]


def networkx(n, u, v, w):
    import networkx
    graph = networkx.Graph()
    graph.add_nodes_from(range(n))
    for a, b, x in zip(u.tolist(), v.tolist(), w.tolist()):
        if x < graph.get_edge_data(a, b, {"weight": 1e18})["weight"]:
            graph.add_edge(a, b, weight=x)

    def ask(a, b):
        try:
            return networkx.bidirectional_dijkstra(graph, a, b)[0]
        except networkx.NetworkXNoPath:
            return 0.0
    return ask


if __name__ == "__main__":
    peer, file, pairs = sys.argv[1:4]
    __import__({"networkx": "networkx", "scipy": "scipy.sparse.csgraph"}.get(peer, peer))
    start = time.perf_counter()
    ask = globals()[peer](*read(file))
    load = time.perf_counter() - start
    queries = np.fromfile(pairs, np.int32).reshape(-1, 2).tolist()
    if len(sys.argv) > 4:
        queries = queries[: int(sys.argv[4])]
    times, lengths = [], []
    for a, b in queries:
        start = time.perf_counter()
        lengths.append(float(ask(a, b)))
        times.append(time.perf_counter() - start)
    finite = [x if np.isfinite(x) else 0.0 for x in lengths]
    print(json.dumps({"work_s": sum(times), "items": len(times), "check": round(sum(finite)), "load_ms": load * 1e3,
                      "median_us": float(np.median(times)) * 1e6, "p99_us": float(np.percentile(times, 99)) * 1e6,
                      "memory_mb": resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1e3}))
