"""Tables of numbers, and the numbers that are kept and may not get worse."""
import json, sys


def table(title, head, rows):
    print(f"\n## {title}\n\n| " + " | ".join(head) + " |\n| --- |" + " ---: |" * (len(head) - 1))
    for row in rows:
        print("| " + " | ".join(str(cell) for cell in row) + " |")


def keep(path, bench, numbers):
    """bench is a digest of what is judged: scores must have it in common to be compared."""
    path.write_text(json.dumps({"bench": bench, "numbers": numbers}, ensure_ascii=False, indent=1) + "\n", encoding="utf-8")


def gate(path, bench, now, changed):
    """Prints which numbers are greater than the kept ones; the exit code. changed says what differs if the benches do."""
    kept = json.loads(path.read_text(encoding="utf-8"))
    if kept["bench"] != bench:
        sys.exit(f"{changed} have changed since {path} was kept: look at the numbers and keep them anew with --keep")
    worse = [f"{k}: {now[k]}, kept {kept['numbers'].get(k, 0)}" for k in now if now[k] > kept["numbers"].get(k, 0)]
    better = sum(now[k] < kept["numbers"].get(k, 0) for k in now)
    print("\n## Gate\n\n" + ("\n".join(f"* worse: {line}" for line in worse) or "Nothing got worse.") + (f" {better} numbers are better: keep them with --keep." if better and not worse else ""))
    return 1 if worse else 0
