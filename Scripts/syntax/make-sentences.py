#!/usr/bin/env python3
"""Makes sentences about journeys with their trees, for training the parser.

usage: Scripts/syntax/make-sentences.py LANGUAGE COUNT > made.conllu

The patterns are ours, Scripts/syntax/made/LANGUAGE.txt. A line "slot NAME: a | b" says what may fill {NAME}; any
other line is a pattern. A tree is  form/Fine.Tag(children ^ children): those before ^ stand before the word, those
behind it behind; a child is  relation:tree  (the root has no relation), and a slot brings a tree of its own. [ and ] print ( and ).
"""
import random
import re
import sys
from pathlib import Path

FOLDER = Path(__file__).resolve().parent / "made"
TOKEN = re.compile(r"\s*(\{[a-z0-9]+\}|[()^]|[a-z]+:(?=\S)|[^\s()^]+)")


class Word:
    def __init__(self, form, fine):
        self.form, self.fine, self.left, self.right = form, fine, [], []


def read(language):
    slots, patterns = {}, []
    for line in (FOLDER / f"{language}.txt").read_text().splitlines():
        if not line.strip() or line.startswith("#"):
            continue
        if line.startswith("slot "):
            name, values = line[5:].split(":", 1)
            slots[name.strip()] = [v.strip() for v in values.split(" | ")]
        else:
            patterns.append(line)
    return slots, patterns


def tree(tokens, slots, rng):
    token = tokens.pop(0)
    if token.startswith("{"):
        word = tree(TOKEN.findall(rng.choice(slots[token[1:-1]])), slots, rng)
    else:
        form, fine = token.rsplit("/", 1)
        word = Word(form, fine)
    if tokens and tokens[0] == "(":
        tokens.pop(0)
        left, right, side = [], [], 0
        while tokens[0] != ")":
            if tokens[0] == "^":
                tokens.pop(0)
                side = 1
                continue
            relation = tokens.pop(0)
            assert relation.endswith(":"), (relation, tokens)
            (right if side else left).append((relation[:-1], tree(tokens, slots, rng)))
        tokens.pop(0)
        assert side, f"no ^ among the children of {word.form}"
        word.left = left + word.left
        word.right = word.right + right
    return word


def lines(word):
    order = []

    def visit(node, head, relation):  # depth is that of a pattern
        for child_relation, child in node.left:
            visit(child, node, child_relation)
        order.append((node, head, relation))
        for child_relation, child in node.right:
            visit(child, node, child_relation)

    visit(word, None, "root")
    number = {id(node): index + 1 for index, (node, _, _) in enumerate(order)}
    first = order[0][0]
    first.form = first.form[0].upper() + first.form[1:]
    for index, (node, head, relation) in enumerate(order):
        form = {"[": "(", "]": ")"}.get(node.form, node.form)
        yield "\t".join([str(index + 1), form, "_", node.fine.split(".")[0], "_", "_",
                         str(number[id(head)] if head else 0), relation, "_", f"Fine={node.fine}"])


def main():
    language, count = sys.argv[1], int(sys.argv[2])
    slots, patterns = read(language)
    rng = random.Random(7)
    for index in range(count):
        pattern = patterns[index % len(patterns)]
        for line in lines(tree(TOKEN.findall(pattern), slots, rng)):
            print(line)
        print()


main()
