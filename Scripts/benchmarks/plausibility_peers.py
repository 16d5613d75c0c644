"""Z3 on a world of the plausibility bench: plausibility_peers.py check|core|all WORLD [RUNS]."""
import json, sys, time
import z3

what, file = sys.argv[1:3]
runs = int(sys.argv[3]) if len(sys.argv) > 3 else 3
world = json.load(open(file))
legs, claims = world["legs"], world["claims"]


def system():
    solver = z3.Solver()
    solver.set("timeout", 60000)
    value = {}
    for leg in range(1, legs + 1):
        for kind in ("dep", "arr", "d", "v"):
            value[f"{kind}{leg}"] = z3.Real(f"{kind}{leg}")
        solver.add(value[f"d{leg}"] >= 0, value[f"v{leg}"] >= 0, value[f"arr{leg}"] >= value[f"dep{leg}"])
        solver.add(value[f"d{leg}"] == value[f"v{leg}"] * (value[f"arr{leg}"] - value[f"dep{leg}"]))
        if leg > 1:
            solver.add(value[f"dep{leg}"] >= value[f"arr{leg - 1}"])
    value["D"] = z3.Real("D")
    solver.add(value["D"] == sum(value[f"d{leg}"] for leg in range(1, legs + 1)))
    names = []
    for index, claim in enumerate(claims):
        term = value[claim["of"]] if "of" in claim else value[claim["at"]] if "at" in claim else value[claim["to"]] - value[claim["from"]]
        low, high = claim["in"]
        names.append(z3.Bool(f"c{index}"))
        solver.add(z3.Implies(names[-1], z3.And(term >= z3.RealVal(str(low)), term <= z3.RealVal(str(high)))))
    return solver, names


def smallest(solver, core):
    """Leaves out one after another; what a core does not name goes at once."""
    kept = list(core)
    for name in list(core):
        if not any(name.eq(k) for k in kept):
            continue
        rest = [k for k in kept if not k.eq(name)]
        if solver.check(*rest) == z3.unsat:
            kept = list(solver.unsat_core())
    return kept


def everything(solver, names):
    """MARCO, with a SAT solver for the map."""
    from pysat.solvers import Minisat22
    map, count, conflicts, corrections = Minisat22(), len(names), [], 0
    position = {str(name): index for index, name in enumerate(names)}
    map.set_phases(range(1, count + 1))
    for index in range(count):
        map.add_clause([index + 1, -(index + 1)])
    while map.solve():
        seed = [index for index, literal in enumerate(map.get_model()[:count]) if literal > 0]
        if solver.check(*[names[i] for i in seed]) == z3.unsat:
            core = [position[str(n)] for n in smallest(solver, solver.unsat_core())]
            conflicts.append(sorted(core))
            map.add_clause([-(i + 1) for i in core])
        else:
            kept = set(seed)
            for index in range(count):
                if index not in kept and solver.check(*[names[i] for i in kept | {index}]) == z3.sat:
                    kept.add(index)
            corrections += 1
            map.add_clause([i + 1 for i in range(count) if i not in kept])
    return conflicts, corrections


times, alone, answer = [], [], ""
for _ in range(runs):
    begin = time.perf_counter()
    solver, names = system()
    built = time.perf_counter()
    if what == "all":
        conflicts, corrections = everything(solver, names)
        answer = f"{len(conflicts)} conflicts, {corrections} corrections"
    else:
        answer = str(solver.check(*names))
        if what == "core" and answer == "unsat":
            answer = f"core of {len(smallest(solver, solver.unsat_core()))}"
    times.append(time.perf_counter() - begin)
    alone.append(time.perf_counter() - built)
middle = lambda values: sorted(values)[len(values) // 2]
print(json.dumps({"work_s": middle(times), "alone_s": middle(alone), "items": 1, "check": answer}))
