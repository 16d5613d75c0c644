"""For the benchmark of the world's railways: world_pairs.py source EDGES.csv.gz DUMP turns OpenStreetMap's junction graph into
the form of network_peers.py; world_pairs.py pairs DUMP PAIRS draws random pairs of its largest part."""
import csv, gzip, sys
import numpy as np
from scipy.sparse import coo_matrix
from scipy.sparse.csgraph import connected_components
from network_peers import read

what, source, out = sys.argv[1:4]
if what == "source":
    rows = [(int(r["from"]), int(r["to"]), float(r["km"]) * 100) for r in csv.DictReader(gzip.open(source, "rt"))]
    u, v, w = (np.array(column) for column in zip(*rows))
    with open(out, "wb") as file:
        np.array([max(u.max(), v.max()) + 1, len(u)], np.int64).tofile(file)
        u.astype(np.int32).tofile(file)
        v.astype(np.int32).tofile(file)
        w.astype(np.float64).tofile(file)
else:
    n, u, v, w = read(source)
    parts = connected_components(coo_matrix((np.ones(len(u)), (u, v)), (n, n)), directed=False)[1]
    largest = np.flatnonzero(parts == np.bincount(parts).argmax())
    np.random.default_rng(7).choice(largest, (20_000, 2)).astype(np.int32).tofile(out)
    print(f"{n} junctions, {len(u)} edges, largest part {len(largest)}")
