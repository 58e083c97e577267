"""Step `split`: train, calibration and test by plot, so that no plot stands on two sides.

Two rows belong to one plot where their texts share much (8-grams of characters), or where their English notes say
nearly the same (words weighed by rarity); plots recur across languages, and the notes are in one language.
The side of a plot is decided by a hash of its smallest id, which later rows do not disturb.
"""

import hashlib
import json
import math
import re
from collections import Counter

from .corpus import Row, read_corpus
from .paths import SPLIT

SHARES = {"test": 0.10, "calibration": 0.10}
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


def clusters(rows: list[Row]) -> list[list[Row]]:
    """Plots. Near copies always join; plots alike in the note join while the plot stays under LARGEST rows."""
    parent = list(range(len(rows)))
    size = [1] * len(rows)

    def root(i: int) -> int:
        while parent[i] != i:
            parent[i] = parent[parent[i]]
            i = parent[i]
        return i

    for score, i, j in _alike(rows):
        a, b = root(i), root(j)
        if a != b and (score > 1 or size[a] + size[b] <= LARGEST):
            parent[b] = a
            size[a] += size[b]
    groups: dict[int, list[Row]] = {}
    for i, row in enumerate(rows):
        groups.setdefault(root(i), []).append(row)
    return list(groups.values())


def side(group: list[Row]) -> str:
    digest = hashlib.sha256(("plot:" + min(r.id for r in group)).encode()).digest()
    share = int.from_bytes(digest[:4], "big") / 2**32
    for name, part in SHARES.items():
        if share < part:
            return name
        share -= part
    return "train"


def write_split() -> None:
    """Writes split.json: {"train": [ids], "calibration": [ids], "test": [ids]}."""
    sides: dict[str, list[str]] = {"train": [], "calibration": [], "test": []}
    groups = clusters(read_corpus())
    for group in groups:
        sides[side(group)] += [r.id for r in group]
    lines = [f' "{k}": {json.dumps(sorted(v))}' for k, v in sides.items()]
    SPLIT.write_text("{\n" + ",\n".join(lines) + "\n}\n", "utf-8")
    print({k: len(v) for k, v in sides.items()}, "plots:", len(groups), "largest:", max(map(len, groups)))


def rows_of(name: str) -> list[Row]:
    """Rows of one side."""
    ids = set(json.loads(SPLIT.read_text("utf-8"))[name])
    return [r for r in read_corpus() if r.id in ids]
