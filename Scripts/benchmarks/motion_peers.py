"""Running time by other means, from the same railtoolkit files. usage: motion_peers.py NAME STOCK.yaml PATH.yaml RUNS

reference: scipy's solve_ivp between events, to 1e-10; the others step by 20 m as TrainRuns does.
"""
import json, math, sys, time

import yaml

GRAVITY = 9.80665


def read_train(file):
    """Mass with rotating parts, weight, a, b, c of resistance, effort table, braking, ceiling, length, all SI."""
    data = yaml.safe_load(open(file))
    vehicles = {v["id"]: v for v in data["vehicles"]}
    formation = [vehicles[i] for i in data["trains"][0]["formation"]]
    passenger = any(v["vehicle_type"] in ("passenger", "multiple unit") for v in formation)
    mass = inertia = empty = a = b = c = 0.0
    effort, braking = [], None
    for v in formation:
        own, load = v["mass"] * 1000, v.get("load_limit", 0) * 1000
        pulls = v["vehicle_type"] in ("traction unit", "multiple unit")
        mass, empty = mass + own + load, empty + own
        inertia += own * v["rotation_mass"]
        weight = (own if pulls else own + load) * GRAVITY / 1000
        wind = 15 / 3.6 if pulls or passenger else 0
        air = v["air_resistance"] * weight / (100 / 3.6) ** 2
        a, b, c = a + air * wind * wind, b + 2 * air * wind, c + air
        if pulls:
            driven = v["mass_traction"] * 1000
            a += (v["base_resistance"] * driven + v.get("rolling_resistance", 0) * (own - driven)) * GRAVITY / 1000
            effort = [(x / 3.6, y) for x, y in v["tractive_effort"]]
            braking = -v["a_braking"] if "a_braking" in v else braking
        else:
            a += v["base_resistance"] * weight
            b += v.get("rolling_resistance", 0) * weight / (100 / 3.6) if passenger else 0
    ceiling = min(v["speed_limit"] for v in formation) / 3.6
    return dict(m=mass * inertia / empty, weight=mass * GRAVITY / 1000, a=a, b=b, c=c, effort=effort,
                braking=braking or (0.375 if passenger else 0.225), ceiling=ceiling,
                length=sum(v["length"] for v in formation))


def read_path(file):
    rows = yaml.safe_load(open(file))["paths"][0]["characteristic_sections"]
    return [(r[0] - rows[0][0], r[1] / 3.6, r[2]) for r in rows]


def intervals(train, rows):
    """(start, end, square of the limit, square at the end after braking, permille), the train's length counted."""
    S, L, parts = rows, train["length"], []
    for i in range(len(S) - 1):
        cuts = {S[i + 1][0]} | {S[j + 1][0] + L for j in range(i) if S[i][0] < S[j + 1][0] + L < S[i + 1][0]}
        start = S[i][0]
        for end in sorted(cuts):
            speed = min([S[i][1], train["ceiling"]] + [S[j][1] for j in range(i) if S[j + 1][0] + L > start + 1e-9])
            parts.append([start, end, speed * speed, 0.0, S[i][2]])
            start = end
    after = 0.0
    for k in range(len(parts) - 1, -1, -1):
        parts[k][3] = min(after, parts[k][2])
        after = min(parts[k][3] + 2 * train["braking"] * (parts[k][1] - parts[k][0]), parts[k][2])
    return parts


def reference(train, rows):
    """Events and tight tolerances; every stretch between them is one call of solve_ivp."""
    from bisect import bisect_right
    from scipy.integrate import solve_ivp
    V, F = [x for x, _ in train["effort"]], [y for _, y in train["effort"]]

    def effort(v):
        i = min(max(bisect_right(V, v) - 1, 0), len(V) - 2)
        return F[-1] if v >= V[-1] else F[i] + (F[i + 1] - F[i]) * (v - V[i]) / (V[i + 1] - V[i])

    def pull(v, permille):
        return (effort(v) - train["a"] - v * (train["b"] + v * train["c"]) - train["weight"] * permille) / train["m"]

    clock, v = 0.0, 0.0
    for start, end, limit, low, permille in intervals(train, rows):
        b2 = 2 * train["braking"]
        turn = max(start, end - (limit - low) / b2)  # braking begins here
        x = start
        while x < end - 1e-9:
            ceiling = min(limit, low + b2 * (end - x))
            if v * v >= ceiling - 1e-9:
                v = math.sqrt(ceiling)
                if x < turn and pull(v, permille) >= -1e-9:
                    clock, x = clock + (turn - x) / v, turn
                    continue
                if x >= turn:
                    w = math.sqrt(low)
                    clock, x, v = clock + 2 * (end - x) / (v + w), end, w
                    continue
            leave = lambda t, y: y[0] - end
            curb = lambda t, y: y[1] - math.sqrt(max(0, min(limit, low + b2 * max(0, end - y[0])))) + (1e-12 if t == 0 else 0)
            leave.terminal = curb.terminal = True
            leave.direction = curb.direction = 1
            done = solve_ivp(lambda t, y: [y[1], pull(y[1], permille)], (0, 1e6), [x, v], rtol=1e-10, atol=1e-9,
                             events=(leave, curb), max_step=20)
            clock, x, v = clock + done.t[-1], done.y[0][-1], max(done.y[1][-1], 0)
            if done.status != 1:
                raise SystemExit("the train stalls")
    return clock


def stepping(train, rows, step=20.0):
    parts, V = intervals(train, rows), train["effort"][1][0]
    F = [y for _, y in train["effort"]]
    M, W, A, B, C, b2 = train["m"], train["weight"], train["a"], train["b"], train["c"], 2 * train["braking"]

    def run(parts, F, n):
        t = v = 0.0
        for start, end, limit, low, permille in parts:
            s = start
            while s < end - 1e-9:
                d = min(step, end - s)
                x = v / V
                i = int(x)
                f = F[n - 1] if i >= n - 1 else F[i] + (F[i + 1] - F[i]) * (x - i)
                square = min(v * v + 2 * (f - A - v * (B + v * C) - W * permille) / M * d, low + b2 * (end - s - d), limit)
                if square <= 0:
                    square = 0.0 if low == 0 and end - s - d < 1e-6 else 0.01
                w = math.sqrt(square)
                t += 2 * d / (v + w)
                v = w
                s += d
        return t

    return run, parts, F


if __name__ == "__main__":
    name, train, rows, runs = sys.argv[1], read_train(sys.argv[2]), read_path(sys.argv[3]), int(sys.argv[4])
    if name == "reference":
        begin = time.perf_counter()
        for _ in range(runs):
            check = reference(train, rows)
    else:
        run, parts, F = stepping(train, rows)
        if name == "numba":
            import numba, numpy
            run, parts, F = numba.njit(fastmath=True)(run), numpy.array(parts), numpy.array(F)
            run(parts, F, len(F))
        begin = time.perf_counter()
        for _ in range(runs):
            check = run(parts, F, len(F))
    print(json.dumps({"work_s": time.perf_counter() - begin, "items": runs, "check": check}))
