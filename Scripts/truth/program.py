"""The program that is scored, and what it answers."""
import concurrent.futures, json, os, subprocess, sys
from pathlib import Path

from .verdicts import Judged

ROOT = Path(__file__).resolve().parent.parent.parent
GEO = Path(os.environ.get("WAYPROOF_GEO") or ROOT / "geo")
PROGRAM = os.environ.get("WAYPROOF") or ROOT / "Scripts/wayproof"


def build():
    """Builds the program if it is not there, before several threads would do so at once."""
    ran = subprocess.run([PROGRAM, "--version"], capture_output=True, text=True)
    if ran.returncode:
        sys.exit(ran.stderr.strip() or f"{PROGRAM} does not run")


def run(command, *arguments, geo=None):
    return subprocess.run([PROGRAM, command, "--geo", geo or GEO, *arguments], capture_output=True, text=True)


def dossiers(files):
    """The dossiers of case files, by id, and what the program said."""
    ran = run("check", "--format", "json", *files)
    if not ran.stdout.strip():
        return {}, ran.stderr
    found = json.loads(ran.stdout)
    return {d["case"]["id"]: d for d in (found if isinstance(found, list) else [found])}, ran.stderr


def judge(written, batch=40):
    """Judges case files: {id: path} to {id: Judged}, and {id: message} of what the program does not take."""
    judged, rejected = {}, {}
    paths = list(written.values())
    batches = [paths[i : i + batch] for i in range(0, len(paths), batch)]
    with concurrent.futures.ThreadPoolExecutor(2) as pool:
        for found, message in pool.map(dossiers, batches):
            judged.update({id: Judged(d) for id, d in found.items()})
    for id in written.keys() - judged.keys():
        found, message = dossiers([written[id]])
        if id in found:
            judged[id] = Judged(found[id])
        else:
            rejected[id] = message.strip() or "nothing was said"
    return judged, rejected
