"""python3 bench/peers/scipy_matching.py FILE.lmk fill|priority: scipy's min_weight_full_bipartite_matching.

It matches rows to columns one to one, so that a sink becomes as many columns as it asks for, and every source gets a
column of its own for staying without. Time is that of the matching alone; making the matrix is told beside it.
"""

import json
import resource
import sys
import time

import numpy as np
from scipy.sparse import csr_matrix
from scipy.sparse.csgraph import min_weight_full_bipartite_matching


def read_lmk(path):
    words = np.fromfile(path, dtype="<u4", count=4)
    sources, sinks, edges = (int(word) for word in words[1:])
    lengths = {"demand": sinks, "priority": sinks, "row_start": sources + 1, "sink": edges}
    parts = {}
    at = 16
    for name, length in lengths.items():
        parts[name] = np.fromfile(path, dtype="<u4", count=length, offset=at).astype(np.int64)
        at += 4 * length
    parts["score"] = np.fromfile(path, dtype="<u2", count=edges, offset=at).astype(np.int64)
    return parts


def matrix_of(network, worth):
    """Costs, all positive because scipy takes a zero for no edge; and the edge of each entry, -1 for none."""
    sources = len(network["row_start"]) - 1
    degree = np.bincount(network["sink"], minlength=len(network["demand"]))
    columns = np.minimum(network["demand"], degree)
    first = np.concatenate(([0], np.cumsum(columns)))
    source = np.repeat(np.arange(sources), np.diff(network["row_start"]))
    copies = columns[network["sink"]]
    edge = np.repeat(np.arange(len(network["sink"])), copies)
    within = np.arange(len(edge)) - np.repeat(np.cumsum(copies) - copies, copies)
    most = int(worth.max()) + 1
    rows = np.concatenate((source[edge], np.arange(sources)))
    cols = np.concatenate((first[network["sink"][edge]] + within, first[-1] + np.arange(sources)))
    cost = np.concatenate((most - worth[edge], np.full(sources, most)))
    shape = (sources, int(first[-1]) + sources)
    return csr_matrix((cost.astype(np.float64), (rows, cols)), shape=shape), first


def peak_mb():
    try:
        with open("/proc/self/status", encoding="ascii") as status:
            for line in status:
                if line.startswith("VmHWM:"):
                    return int(line.split()[1]) // 1024
    except FileNotFoundError:
        pass
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss // 1024


def main():
    path, mode = sys.argv[1:]
    network = read_lmk(path)
    if mode == "fill":
        network["priority"][:] = 1
    sources = len(network["row_start"]) - 1
    step = 10_000 * min(sources, len(network["demand"])) + 1
    worth = network["priority"][network["sink"]] * step + network["score"]

    building = time.perf_counter()
    matrix, first = matrix_of(network, worth)
    build_ms = (time.perf_counter() - building) * 1000
    cpu, start = time.process_time(), time.perf_counter()
    rows, cols = min_weight_full_bipartite_matching(matrix)
    solve_ms = (time.perf_counter() - start) * 1000
    cpu_ms = (time.process_time() - cpu) * 1000

    most = int(worth.max()) + 1
    placed = cols < first[-1]
    won = most - np.asarray(matrix[rows[placed], cols[placed]]).ravel().astype(np.int64)
    result = {
        "filled": int(placed.sum()),
        "classSum": int((won // step).sum()),
        "score": int((won % step).sum()),
        "proven": True,
        "solveMs": solve_ms,
        "cpuMs": cpu_ms,
        "buildMs": build_ms,
        "peakMb": peak_mb(),
    }
    print(json.dumps(result))


main()
