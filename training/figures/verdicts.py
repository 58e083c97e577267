"""How well the verdict separates lures from the rest, and what the trait gates cost."""

import numpy as np

from ..measures import auc, recall_at, share
from .scored import WARNED, Scored

NAMES = {
    "t": "first, short texts", "u": "second, eleven voices", "v": "third", "w": "fourth, slang and noise",
    "x": "fifth, other writers, none of it trained on", "y": "sixth, meant to be hard",
}


def verdict_figures(test: list[Scored], limit: float) -> None:
    lures, honest = [s for s in test if s.lure], [s for s in test if s.honest]
    lure_p, honest_p = np.array([s.p for s in lures]), np.array([s.p for s in honest])
    print(f"## Verdict (test split)\nrows: {len(test)}, lures {len(lures)}, honest adverts {len(honest)}")
    print(f"AUC, lures against honest adverts: {auc(lure_p, honest_p):.3f}")
    print("AUC, lures against every ordinary row (awareness and texts without a job too): "
          f"{auc(lure_p, np.array([s.p for s in test if not s.lure])):.3f}")
    print(f"lures warned: {share(s.warned for s in lures)}")
    print(f"honest adverts warned: {share(s.warned for s in honest)}")
    print(f"subtle lures warned: {share(s.warned for s in lures if s.row.subtle)}")
    print(f"recall where 2 % of the honest test adverts alarm: {recall_at(lure_p, honest_p, 0.02):.0%}")
    for kind in sorted({s.row.kind for s in lures}):
        print(f"lures warned, {kind}: {share(s.warned for s in lures if s.row.kind == kind)}")
    for kind in sorted({s.row.kind for s in test if not s.lure}):
        print(f"warned, {kind}: {share(s.warned for s in test if s.row.kind == kind)}")
    for length, low, high in (("up to 40", 0, 40), ("41 to 120", 41, 120), ("over 120", 121, 10**6)):
        inside = [s for s in lures if low <= len(s.raw.offsets) <= high]
        print(f"lures warned, {length} tokens: {share(s.warned for s in inside)}")
    for letter, name in NAMES.items():
        mine = [s for s in test if s.row.writing_pass == letter]
        print(f"writing pass {letter} ({name}): lures warned {share(s.warned for s in mine if s.lure)}; "
              f"honest adverts warned {share(s.warned for s in mine if s.honest)}")


def level_figures(test: list[Scored], limit: float) -> None:
    print("\n## Levels and gates (test split)")
    lures = [s for s in test if s.lure]
    for name, rows in (("lures", lures), ("honest adverts", [s for s in test if s.honest])):
        counts = {level: sum(s.verdict["level"] == level for s in rows) for level in ("none", "not-enough", *WARNED)}
        print(f"levels of {name}: {counts}")
    print(f"lures over the look-closer threshold {limit}: {share(s.p >= limit for s in lures)}")
    print(f"honest adverts over it: {share(s.p >= limit for s in test if s.honest)}")
    print(f"cost of the trait gates, lures over the threshold that become not-enough: "
          f"{share(not s.warned for s in lures if s.p >= limit)}")
