"""Is a probability of 0.7 right in seven of ten cases? Expected calibration error (Naeini et al. 2015), equal-width bins."""

import numpy as np

from .scored import Scored

BINS = 10
WIDTH = 30


def bins_of(p: np.ndarray, truth: np.ndarray) -> list[tuple[int, float, float]]:
    """For each bin of width 1 / BINS: count, mean probability, share of truth (both 0 where empty)."""
    index = np.minimum((p * BINS).astype(int), BINS - 1)
    out = []
    for b in range(BINS):
        inside = index == b
        n = int(inside.sum())
        out.append((n, float(p[inside].mean()) if n else 0.0, float(truth[inside].mean()) if n else 0.0))
    return out


def ece(p: np.ndarray, truth: np.ndarray) -> float:
    """Mean distance of mean probability and share of truth over the bins, weighed by count."""
    return sum(n * abs(mean - share) for n, mean, share in bins_of(p, truth)) / max(1, len(p))


def reliability_figures(test: list[Scored]) -> None:
    rows = [s for s in test if s.lure or s.honest]
    p, truth = np.array([s.p for s in rows]), np.array([float(s.lure) for s in rows])
    print(f"\n## Calibration (test split, lures and honest adverts)\nexpected calibration error: {ece(p, truth):.3f}")
    print("reliability: bin, texts, mean probability, share of lures")
    for b, (n, mean, share) in enumerate(bins_of(p, truth)):
        bar = "#" * round(share * WIDTH)
        print(f"{b / BINS:.1f}-{(b + 1) / BINS:.1f} {n:5d} {mean:5.2f} {share:5.2f} |{bar:<{WIDTH}}|")
    print("The mixture of this split is about two lures to three honest adverts; see the precision at other mixtures.")
