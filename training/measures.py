"""Measures over scores: no model, no files."""

from collections.abc import Iterable

import numpy as np

from .languages import wilson


def auc(positive: np.ndarray, negative: np.ndarray) -> float:
    """Area under the ROC curve: the share of pairs in which the positive scores higher (a tie counts half)."""
    ordered = np.sort(negative)
    below = np.searchsorted(ordered, positive, "left")
    upto = np.searchsorted(ordered, positive, "right")
    return float((below + upto).sum() / 2 / (len(positive) * len(negative)))


def recall_at(positive: np.ndarray, negative: np.ndarray, alarms: float) -> float:
    """Share of positives above the threshold that at most `alarms` of the negatives pass."""
    limit = np.sort(negative)[::-1][int(alarms * len(negative))]
    return float((positive > limit).mean())


def share(hits: Iterable[bool]) -> str:
    """`17 of 20 (85 %, 64-95 %)`: count, share and Wilson's 95 % interval."""
    values = [bool(h) for h in hits]
    if not values:
        return "none seen"
    low, high = wilson(sum(values), len(values))
    return f"{sum(values)} of {len(values)} ({sum(values) / len(values):.0%}, {low:.0%}-{high:.0%})"
