"""Do the shown words carry the verdict? ERASER's measures (DeYoung et al. 2020) on the warned lures of the test split.

Comprehensiveness: the probability without the shown words; sufficiency: the probability of the shown words alone.
"""

from collections.abc import Iterable

import numpy as np

from ..measures import share
from ..score import Scorer
from .scored import Scored

ORDER = ("not-enough", "none", "look-closer", "several-signs", "strong")


def shown(spans: dict[str, list[tuple[int, int]]]) -> list[tuple[int, int]]:
    """Ranges of all shown words, in order, overlaps joined; `verifiable` is no reason."""
    out: list[tuple[int, int]] = []
    for a, b in sorted(r for trait, found in spans.items() if trait != "verifiable" for r in found):
        if out and a <= out[-1][1]:
            out[-1] = (out[-1][0], max(b, out[-1][1]))
        else:
            out.append((a, b))
    return out


def without(text: str, ranges: Iterable[tuple[int, int]]) -> str:
    ranges = list(ranges)
    left = "".join(c for i, c in enumerate(text) if not any(a <= i < b for a, b in ranges))
    return " ".join(left.split()) or "."


def only(text: str, ranges: Iterable[tuple[int, int]]) -> str:
    return ", ".join(text[a:b].strip() for a, b in ranges)


def explanation_figures(scorer: Scorer, test: list[Scored], limit: float) -> None:
    warned = [s for s in test if s.lure and s.warned]
    removed, kept, falls = [], [], []
    for s in warned:
        ranges = shown(s.verdict["spans"])
        after = scorer.judge(scorer.raw(without(s.row.text, ranges)), s.row.lang)
        removed.append(after["probability"])
        falls.append(ORDER.index(after["level"]) < ORDER.index(s.verdict["level"]))
        kept.append(scorer.judge(scorer.raw(only(s.row.text, ranges)), s.row.lang)["probability"])
    p = np.array([s.p for s in warned])
    print("\n## Explanations (ERASER, warned lures of the test split)")
    print(f"shown words removed, probability falls below the threshold: {share(v < limit for v in removed)}; "
          f"level falls: {share(falls)}; mean fall of the probability {np.mean(p - removed):.2f}")
    print(f"shown words alone, probability stays above it: {share(v >= limit for v in kept)}; mean fall {np.mean(p - kept):.2f}")
    covered = [sum(b - a for a, b in shown(s.verdict["spans"])) / len(s.row.text) for s in warned]
    print(f"share of the text that is shown: {np.mean(covered):.0%} on average")
