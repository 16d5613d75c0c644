"""usage: sampling_peers.py PEER SAMPLES: t = d/v + g by a Python library, timed; prints a line of JSON."""
import json, math, sys, time

LOG_SPEED, SPREAD = math.log(45), 0.2


def emit(work, items, mean, low=None, high=None):
    print(json.dumps({"work_s": work, "items": items, "check": round(float(mean), 4), "p05": low, "p95": high}))


def times(generator, count):
    return (generator.triangular(540, 560, 580, count) / generator.lognormal(LOG_SPEED, SPREAD, count)
            + generator.triangular(0, 2, 6, count))


def numpy_quantiles(count):
    import numpy as np
    start = time.perf_counter()
    drawn = times(np.random.default_rng(1), count)
    low, high = np.quantile(drawn, [0.05, 0.95])
    emit(time.perf_counter() - start, count, drawn.mean(), low, high)


def numpy_mean(count):
    import numpy as np
    start = time.perf_counter()
    mean = times(np.random.Generator(np.random.SFC64(1)), count).mean()
    emit(time.perf_counter() - start, count, mean)


def numpy_chunks(count):
    """What fits into the cache at a time, quantiles from a histogram: the quickest that numpy is made to go here."""
    import numpy as np
    start = time.perf_counter()
    generator, chunk, total, bins = np.random.Generator(np.random.SFC64(1)), 65_536, 0.0, np.zeros(4_096, np.int64)
    for _ in range(count // chunk):
        drawn = times(generator, chunk)
        total += drawn.sum()
        bins += np.bincount(np.minimum((drawn * 64).astype(np.int64), 4_095), minlength=4_096)
    count = count // chunk * chunk
    low, high = np.searchsorted(bins.cumsum(), [0.05 * count, 0.95 * count]) / 64
    emit(time.perf_counter() - start, count, total / count, low, high)


def scipy_stats(count):
    import numpy as np
    from scipy import stats
    start = time.perf_counter()
    drawn = (stats.triang(0.5, 540, 40).rvs(count, random_state=1) / stats.lognorm(SPREAD, scale=45).rvs(count, random_state=2)
             + stats.triang(1 / 3, 0, 6).rvs(count, random_state=3))
    low, high = np.quantile(drawn, [0.05, 0.95])
    emit(time.perf_counter() - start, count, drawn.mean(), low, high)


def uncertainties(count):
    """Linear propagation; one evaluation stands for one sample."""
    from uncertainties import ufloat
    start = time.perf_counter()
    for _ in range(count):
        drawn = ufloat(560, 8.2) / ufloat(45.9, 9.3) + ufloat(2.67, 1.25)
        drawn.std_dev
    emit(time.perf_counter() - start, count, drawn.nominal_value)


def python(count):
    import random
    start = time.perf_counter()
    random = random.Random(1)
    drawn = sorted(random.triangular(540, 580, 560) / random.lognormvariate(LOG_SPEED, SPREAD) + random.triangular(0, 6, 2)
                   for _ in range(count))
    emit(time.perf_counter() - start, count, sum(drawn) / count, drawn[count // 20], drawn[count * 19 // 20])


globals()[sys.argv[1]](int(sys.argv[2]))
