"""What the words of verdicts come to, whatever they are called in a version: of claims, and of cases."""
import sys

# What accuses: that they cannot be true, and apart from that, that they are unlikely.
CLAIMS = {
    "consistent": "clear", "loose": "loose", "crow-flies": "loose", "contradicted": "accused", "disputed": "accused", "unlikely": "unlikely",
    "untested": "open",
}
CASES = {
    "no-contradiction": "clear", "cannot-all-be-true": "accused", "unlikely": "unlikely", "undecided": "open", "nothing-checked": "open",
}


class Judged:
    """What became of one case."""

    def __init__(self, dossier):
        self.claims = {c["id"]: c["verdict"] for c in dossier["claims"]}
        # Where the claims of articles stand: from, to.
        self.spans = {c["id"]: (c["selector"]["start"], c["selector"]["end"]) for c in dossier["claims"] if c.get("selector")}
        self.status = dossier["verdict"]["status"]
        sense = [meaning(CLAIMS, v, "claim") for v in self.claims.values()]
        self.is_accused = "accused" in sense or meaning(CASES, self.status, "case") == "accused"
        self.is_unlikely = not self.is_accused and ("unlikely" in sense or meaning(CASES, self.status, "case") == "unlikely")
        self.is_loose = not (self.is_accused or self.is_unlikely) and "loose" in sense
        self.is_open = not self.is_accused and all(s == "open" for s in sense)
        self.conflicts = [[m["id"] for m in c["members"]] for c in dossier["conflicts"] if c["gravity"] == "contradiction"]

    @property
    def accused_claims(self):
        return [f"{id} {verdict}" for id, verdict in self.claims.items() if CLAIMS[verdict] == "accused"]

    @property
    def accusations(self):
        """The claims in each conflict, and those accused outside of every conflict, by themselves."""
        conflicts = [set(c) & self.claims.keys() for c in self.conflicts]
        alone = [{id} for id, v in self.claims.items() if CLAIMS[v] == "accused" and not any(id in c for c in conflicts)]
        return [c for c in conflicts if c] + alone


def meaning(table, word, of):
    if word not in table:
        sys.exit(f"the verdict '{word}' of a {of} is not in the table of Scripts/truth/verdicts.py; say there what it comes to")
    return table[word]
