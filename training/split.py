"""Step `split`: train, calibration and test by plot and by writing pass.

Two rows belong to one plot where their texts share much (8-grams of characters), or where their English notes say
nearly the same (words weighed by rarity); plots recur across languages, and the notes are in one language.
- A row that split.json names already keeps its side, so that no earlier model has learnt from a later test row.
- The passes of HELD_OUT were written by other hands than the rest of their language: calibration and test alone.
- Other new plots are decided by a hash of their smallest id.
- A new row that is like a row of another side is `unused`.
"""

import hashlib
import json
import math
import re
from collections import Counter

from .corpus import Row, read_corpus
from .paths import SPLIT

SHARES = {"test": 0.06, "calibration": 0.06}  # of the plots of passes that train too
HELD_OUT = {"x": 0.5}  # writing pass -> share of its plots in the test split, the rest calibrates
SIDES = ("train", "calibration", "test", "unused")
NOTE_ALIKE = 0.62
TEXT_ALIKE = 0.30
LARGEST = 40
STOP = set("a an the of for in to at as by with and or on from is no not that who it its this but".split())


def _grams(text: str) -> set[str]:
    return {text[i : i + 8] for i in range(max(1, len(text) - 7))}


def _note_vectors(rows: list[Row]) -> list[dict[str, float]]:
    words = [Counter(w for w in re.findall(r"[a-z]{3,}", r.note.lower()) if w not in STOP) for r in rows]
    seen = Counter(w for c in words for w in c)
    vectors = []
    for counts in words:
        vector = {w: math.log(len(rows) / seen[w]) for w in counts}
        norm = math.sqrt(sum(v * v for v in vector.values())) or 1.0
        vectors.append({w: v / norm for w, v in vector.items()})
    return vectors


def _alike(rows: list[Row]) -> list[tuple[float, int, int]]:
    """Pairs of rows that tell one plot, most alike first."""
    pairs: dict[tuple[int, int], float] = {}
    vectors, index = _note_vectors(rows), {}
    for i, vector in enumerate(vectors):
        near: Counter = Counter()
        for word, weight in vector.items():
            for j, other in index.setdefault(word, []):
                near[j] += weight * other
            index[word].append((i, weight))
        pairs |= {(j, i): s for j, s in near.items() if s > NOTE_ALIKE}
    grams = [_grams(r.text) for r in rows]
    postings: dict[str, list[int]] = {}
    for i, row_grams in enumerate(grams):
        shared = Counter(j for g in row_grams for j in postings.get(g, ()))
        for j, n in shared.items():
            share = n / min(len(row_grams), len(grams[j]))
            if share > TEXT_ALIKE:
                pairs[(j, i)] = 1 + share
        for g in row_grams:
            postings.setdefault(g, []).append(i)
    return sorted(((s, i, j) for (i, j), s in pairs.items()), reverse=True)


class Plots:
    """Union of rows into plots; a plot never holds rows of two sides that are fixed already."""

    def __init__(self, rows: list[Row], fixed: dict[str, str]):
        self.parent = list(range(len(rows)))
        self.size = [1] * len(rows)
        self.side = [fixed.get(r.id) for r in rows]
        self.held = [r.writing_pass in HELD_OUT for r in rows]

    def root(self, i: int) -> int:
        while self.parent[i] != i:
            self.parent[i] = self.parent[self.parent[i]]
            i = self.parent[i]
        return i

    def join(self, i: int, j: int, whole: bool) -> None:
        """Joins two plots where they may be one; `whole`: near copies, however large the plot grows."""
        a, b = self.root(i), self.root(j)
        sides = {self.side[a], self.side[b]} - {None}
        if a == b or len(sides) > 1 or self.held[a] != self.held[b] or not (whole or self.size[a] + self.size[b] <= LARGEST):
            return
        self.parent[b] = a
        self.size[a] += self.size[b]
        self.side[a] = next(iter(sides), None)


def _drawn(key: str, held: str | None) -> str:
    digest = hashlib.sha256(("plot:" + key).encode()).digest()
    share = int.from_bytes(digest[:4], "big") / 2**32
    if held:
        return "test" if share < HELD_OUT[held] else "calibration"
    for name, part in SHARES.items():
        if share < part:
            return name
        share -= part
    return "train"


def assign(rows: list[Row], fixed: dict[str, str]) -> dict[str, str]:
    """Side of each row's id. `fixed`: sides that were given before and stay."""
    alike = _alike(rows)
    plots = Plots(rows, fixed)
    for score, i, j in alike:
        plots.join(i, j, score > 1)
    smallest: dict[int, str] = {}
    for i, row in enumerate(rows):
        root = plots.root(i)
        smallest[root] = min(row.id, smallest.get(root, row.id))
    sides = []
    for i, row in enumerate(rows):
        root = plots.root(i)
        held = row.writing_pass if plots.held[i] else None
        sides.append(fixed.get(row.id) or plots.side[root] or _drawn(smallest[root], held))
    for _score, i, j in alike:
        if "unused" not in (sides[i], sides[j]) and sides[i] != sides[j]:
            new = [k for k in (i, j) if rows[k].id not in fixed]
            # rows that measure are given up before rows that teach
            new.sort(key=lambda k: (sides[k] == "train", not plots.held[k], rows[k].id))
            if new:
                sides[new[0]] = "unused"
    return {r.id: s for r, s in zip(rows, sides)}


def write_split(afresh: bool = False) -> None:
    """Writes split.json: {"train": [ids], "calibration": [ids], "test": [ids], "unused": [ids]}."""
    fixed = {} if afresh or not SPLIT.exists() else {i: s for s, ids in json.loads(SPLIT.read_text("utf-8")).items() for i in ids}
    given = assign(read_corpus(), fixed)
    sides = {name: sorted(i for i, s in given.items() if s == name) for name in SIDES}
    lines = [f' "{k}": {json.dumps(v)}' for k, v in sides.items()]
    SPLIT.write_text("{\n" + ",\n".join(lines) + "\n}\n", "utf-8")
    print({k: len(v) for k, v in sides.items()})


def rows_of(name: str) -> list[Row]:
    """Rows of one side."""
    ids = set(json.loads(SPLIT.read_text("utf-8"))[name])
    return [r for r in read_corpus() if r.id in ids]
