"""Token and advert thresholds of each tag on the calibration split: tokens by F1, adverts by F0.5.

A second pair, `over`, is chosen by F1 on the texts whose probability reaches `look-closer`.
"""

import numpy as np

from .corpus import Row
from .score import Raw

GRID = np.round(np.arange(0.10, 0.91, 0.05), 2)
BETA = 0.5  # a reason that is not there harms trust more than one that is missed: precision counts double
POOL = 20  # a tag's own F1 counts with its positives, the F1 over all tags with this many


def token_labels(row: Row, raw: Raw, tags: list[str]) -> np.ndarray:
    """Body tokens x tags, 1 where a token overlaps a mark (a token of white space alone counts for nothing)."""
    out = np.zeros((len(raw.offsets), len(tags)), bool)
    index = {t: n for n, t in enumerate(tags)}
    for trait, start, end in row.marks:
        for n, (a, b) in enumerate(raw.offsets):
            if a < end and b > start and row.text[a:b].strip():
                out[n, index[trait]] = True
    return out


def f1(guess: np.ndarray, truth: np.ndarray) -> float:
    """2TP / (2TP + FP + FN); 0 without any."""
    both = int((guess & truth).sum())
    return 2 * both / max(1, int(guess.sum()) + int(truth.sum()))


def f_beta(guess: np.ndarray, truth: np.ndarray, beta: float) -> float:
    """(1 + b²)TP / (b² positives + guesses): van Rijsbergen's measure; 0 without any."""
    both = int((guess & truth).sum())
    return (1 + beta**2) * both / max(1.0, int(guess.sum()) + beta**2 * int(truth.sum()))


def _curve(scores: np.ndarray, truth: np.ndarray, beta: float = 1) -> np.ndarray:
    return np.array([f_beta(scores >= t, truth, beta) for t in GRID])


def choose_traits(rows: list[Row], raws: list[Raw], tags: list[str], beta: float = BETA) -> dict[str, dict[str, float]]:
    """For each tag: `token` from tokens, then `advert` (not below `token`) from adverts."""
    truth = np.concatenate([token_labels(r, raw, tags) for r, raw in zip(rows, raws)])
    scores = np.concatenate([raw.tokens for raw in raws])
    adverts = np.stack([raw.tokens.max(0) for raw in raws])
    carried = np.array([[any(t == tag for t, _, _ in r.marks) for tag in tags] for r in rows])
    pooled = {"token": _curve(scores, truth), "advert": _curve(adverts, carried, beta)}
    out = {}
    for n, tag in enumerate(tags):
        weight = carried[:, n].sum() / (carried[:, n].sum() + POOL)
        token = GRID[np.argmax(weight * _curve(scores[:, n], truth[:, n]) + (1 - weight) * pooled["token"])]
        curve = weight * _curve(adverts[:, n], carried[:, n], beta) + (1 - weight) * pooled["advert"]
        advert = GRID[np.argmax(np.where(GRID >= token, curve, -1))]
        out[tag] = {"token": float(token), "advert": float(advert)}
    return out
