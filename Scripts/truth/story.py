"""Which journey an article is about, learned from marked articles."""
import collections, concurrent.futures, csv, tempfile
from pathlib import Path

import numpy as np
from scipy.optimize import minimize

from . import program, ties
from .gazetteer import Places

FOLDS, HELD = 8, 3.0


def lists(articles, heads, gazetteer):
    """For each article (signs, is right) of what it may be about: its ends, and its vehicle."""
    ends, means = [], []
    for article, head in zip(articles, heads):
        places = Places(gazetteer, article.marks)
        meant = lambda p: places.meant([], p) if isinstance(p, str) else places.meant(p, None)
        wanted = [j for j in article.marks["journeys"] if not j.get("part_of")][:1]
        ends.append([(c["signs"], any(j["from"] in meant(c["places"][0]) and j["to"] in meant(c["places"][1]) for j in wanted)) for c in head["story"]])
        means.append([(c["signs"], any(j["mode"] in ties.MODES.get(c["mode"], set()) for j in wanted)) for c in head["means"]])
    return {"ends": ends, "means": means}


def train(own, held=HELD):
    """Lists of (signs, is right) to {sign: weight}; those without a right one teach nothing."""
    own = [l for l in own if any(r for _, r in l)]
    counts = collections.Counter(s for l in own for s in {s for signs, _ in l for s in signs})
    names = sorted(s for s, c in counts.items() if c >= 3)
    sets = [(np.array([[signs.get(s, 0) for s in names] for signs, _ in l]), np.array([r for _, r in l], float)) for l in own]

    def loss(w):
        total, slope = held * (w @ w) / 2, held * w
        for x, right in sets:
            z = x @ w
            p = np.exp(z - z.max())
            p /= p.sum()
            good = max(1e-12, (p * right).sum())
            total -= np.log(good)
            slope = slope + x.T @ (p - p * right / good)
        return total, slope

    return dict(zip(names, minimize(loss, np.zeros(len(names)), jac=True, method="L-BFGS-B", options={"maxiter": 300}).x))


def best(choices, weights):
    """Whether the likeliest one is right."""
    scores = [sum(weights.get(s, 0) * a for s, a in signs.items()) for signs, _ in choices]
    return choices[int(np.argmax(scores))][1] if scores else False


def write(path, weights):
    with path.open("w", newline="", encoding="utf-8") as file:
        writer = csv.writer(file, lineterminator="\n")
        writer.writerow(["sign", "weight"])
        writer.writerows(sorted((s, f"{w:.3f}") for s, w in weights.items() if abs(w) >= 0.01))


def others(of, n, folds=FOLDS):
    """Those that are not of the n-th part."""
    return [o for i, o in enumerate(of) if i % folds != n]


def read_by_others(articles, gazetteer):
    """What is read of each article by weights of stories that were learned from the others: the reader knows no article that it meets."""
    with concurrent.futures.ThreadPoolExecutor(2) as pool:
        heads = [head for head, _ in pool.map(lambda a: a.read(), articles)]
    own = lists(articles, heads, gazetteer)
    found = [None] * len(articles)
    for n in range(FOLDS):
        with tempfile.TemporaryDirectory() as folder:
            geo = Path(folder) / "geo"
            geo.mkdir()
            for path in program.GEO.iterdir():
                (geo / path.name).symlink_to(path.resolve())
            (geo / "story_weights.csv").unlink()
            write(geo / "story_weights.csv", {s: w for of in own.values() for s, w in train(others(of, n)).items()})
            part = [i for i in range(len(articles)) if i % FOLDS == n]
            with concurrent.futures.ThreadPoolExecutor(2) as pool:
                for i, (_, figures) in zip(part, pool.map(lambda i: articles[i].read(geo), part)):
                    found[i] = figures
    return found
