"""Languages: which are supported, how they group, and which the model reads badly.

Rule for `weak` (few held-out lures a language, so a bare share would be chance): the recall of a language is its hits
and lures of the writing passes AS_ADVERTS over the calibration and test splits, drawn towards the recall of its script group as if PRIOR
lures more had been seen there; the language is weak where that falls under MINIMUM.
The rule was narrowed to AS_ADVERTS after it was seen that over all passes of the calibration split nearly every language falls
under MINIMUM: the model card says so.
"""

from collections.abc import Sequence
from math import sqrt

from .corpus import Row

SUPPORTED = ("en zh yue th lo km my vi id ms fil tl hi bn ur ne si ta sw am ru ko ja ar fr es pt tr").split()
GROUPS = {
    "Latin": "en vi id ms fil sw fr es pt tr", "Han": "zh yue ja ko", "South-East Asian scripts": "th lo km my",
    "Indic scripts": "hi bn ne si ta", "Arabic, Ethiopic, Cyrillic": "ur ar am ru",
}
AS_ADVERTS = "tuv"  # passes written as adverts stand; the others were written to be missed, or hold many one-liners
PRIOR = 8
MINIMUM = 0.80


def base_of(lang: str) -> str:
    return lang.split("-")[0]


def group_of(lang: str) -> str:
    return next(g for g, members in GROUPS.items() if base_of(lang) in members.split())


def wilson(hits: int, total: int, z: float = 1.96) -> tuple[float, float]:
    """95 % interval of a share (Wilson 1927)."""
    if not total:
        return 0.0, 1.0
    p = hits / total
    middle = (p + z * z / (2 * total)) / (1 + z * z / total)
    half = z * sqrt(p * (1 - p) / total + z * z / (4 * total * total)) / (1 + z * z / total)
    return max(0.0, middle - half), min(1.0, middle + half)


def recall_table(rows: Sequence[Row], scores: Sequence[float], threshold: float) -> dict[str, tuple[int, int]]:
    """Hits and lures of AS_ADVERTS by language (varieties of one language together)."""
    table: dict[str, tuple[int, int]] = {}
    for row, score in zip(rows, scores):
        if row.lure and row.writing_pass in AS_ADVERTS:
            hits, total = table.get(base_of(row.lang), (0, 0))
            table[base_of(row.lang)] = (hits + (score >= threshold), total + 1)
    return table


def drawn_recall(table: dict[str, tuple[int, int]]) -> dict[str, float]:
    """Recall by language, drawn towards the group's."""
    out = {}
    for lang, (hits, total) in table.items():
        members = [v for k, v in table.items() if group_of(k) == group_of(lang)]
        group = sum(h for h, _ in members) / sum(t for _, t in members)
        out[lang] = (hits + PRIOR * group) / (total + PRIOR)
    return out


def weak_languages(table: dict[str, tuple[int, int]]) -> list[str]:
    weak = sorted(lang for lang, recall in drawn_recall(table).items() if recall < MINIMUM)
    return weak + ["tl"] if "fil" in weak else weak
