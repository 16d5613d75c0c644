"""Worlds of the plausibility bench: plausibility_worlds.py FOLDER.

A journey over legs: departures, arrivals, distances, average speeds. N claims give intervals around one true
timetable; one of them, a speed, is far off and contradicts a distance and a duration. In the hard worlds
nothing is claimed of a leg but its greatest speed, and only the totals contradict. Kilometres and hours.
"""
import json, random, sys
from pathlib import Path


def world(legs, claims, seed):
    dice = random.Random(seed)
    truth, clock = {}, 0.0
    for leg in range(1, legs + 1):
        way, speed = dice.uniform(80, 700), dice.uniform(35, 90)
        truth |= {f"dep{leg}": clock, f"d{leg}": way, f"v{leg}": speed, f"arr{leg}": clock + way / speed}
        clock += way / speed + dice.uniform(0.2, 3)
    middle = (legs + 1) // 2
    truth["D"] = sum(truth[f"d{leg}"] for leg in range(1, legs + 1))

    def around(value, width=0.08):
        return [round(value * (1 - width * dice.uniform(0.5, 1.5)) - 0.05, 4), round(value * (1 + width * dice.uniform(0.5, 1.5)) + 0.05, 4)]

    took = truth[f"arr{middle}"] - truth[f"dep{middle}"]
    said = [{"of": f"d{middle}", "in": around(truth[f"d{middle}"], 0.04)},
            {"from": f"dep{middle}", "to": f"arr{middle}", "in": around(took, 0.04)},
            {"of": f"v{middle}", "in": [round(truth[f"v{middle}"] * 1.4, 3), round(truth[f"v{middle}"] * 1.6, 3)]}]
    others = [leg for leg in range(1, legs + 1) if leg != middle]
    while len(said) < claims:
        leg, kind = dice.choice(others), dice.randrange(6)
        if kind < 2:
            name = dice.choice("dv") + str(leg)
            said.append({"of": name, "in": around(truth[name])})
        elif kind < 4:
            # Clocks before the leg in dispute only: behind it they would be further conflicts.
            name = dice.choice(["dep", "arr"]) + str(dice.choice([l for l in others if l < middle] or [1]))
            said.append({"at": name, "in": around(truth[name])})
        else:
            said.append({"from": f"dep{leg}", "to": f"arr{leg}", "in": around(truth[f"arr{leg}"] - truth[f"dep{leg}"])})
    dice.shuffle(said)
    return {"legs": legs, "claims": said}


def hard(legs, hours):
    said = [{"of": "D", "in": [1100, 1150]}, {"from": "dep1", "to": f"arr{legs}", "in": [0, hours]}]
    for leg in range(1, legs + 1):
        said += [{"of": f"v{leg}", "in": [1, 50]}, {"from": f"dep{leg}", "to": f"arr{leg}", "in": [0.05, 30]}, {"of": f"d{leg}", "in": [0, 2000]}]
    return {"legs": legs, "claims": said}


if __name__ == "__main__":
    folder = Path(sys.argv[1])
    folder.mkdir(parents=True, exist_ok=True)
    for claims, legs in ((10, 5), (60, 5), (200, 5), (500, 5), (500, 50), (1000, 5), (1000, 50)):
        whole = world(legs, claims, claims + legs)
        true = {"legs": legs, "claims": [c for c in whole["claims"] if c.get("of") != f"v{(legs + 1) // 2}"]}
        (folder / f"{claims}-{legs}.json").write_text(json.dumps(whole))
        (folder / f"{claims}-{legs}-true.json").write_text(json.dumps(true))
    for legs in (2, 3, 5, 8):
        (folder / f"hard-{legs}.json").write_text(json.dumps(hard(legs, 20)))
        (folder / f"hard-{legs}-true.json").write_text(json.dumps(hard(legs, 25)))
