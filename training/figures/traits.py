"""Token and advert F1 of the tags, over all, by script group and by tag."""

import numpy as np

from ..languages import GROUPS, group_of
from ..tags import tags
from ..trait_thresholds import f1, token_labels
from .scored import Scored


def shown_tokens(s: Scored) -> np.ndarray:
    """Body tokens x tags: 1 where a token lies in a shown span."""
    out = np.zeros((len(s.raw.offsets), len(tags())), bool)
    for n, tag in enumerate(tags()):
        for start, end in s.verdict["spans"].get(tag, ()):
            out[:, n] |= [a < end and b > start and bool(s.row.text[a:b].strip()) for a, b in s.raw.offsets]
    return out


def trait_figures(test: list[Scored]) -> None:
    print("\n## Traits (test split; tokens in shown spans against marked tokens)")
    truths = [token_labels(s.row, s.raw, tags()) for s in test]
    guesses = [shown_tokens(s) for s in test]
    carried = np.array([[any(m[0] == t for m in s.row.marks) for t in tags()] for s in test])
    found = np.array([[t in s.verdict["found"] for t in tags()] for s in test])
    guess, truth = np.concatenate(guesses), np.concatenate(truths)
    print(f"token F1 over all tags: {f1(guess, truth):.2f}; advert F1 over all tags: {f1(found, carried):.2f}")
    for group in GROUPS:
        mine = [n for n, s in enumerate(test) if group_of(s.row.lang) == group]
        print(f"token F1, {group}: {f1(np.concatenate([guesses[n] for n in mine]), np.concatenate([truths[n] for n in mine])):.2f}")
    lures = [n for n, s in enumerate(test) if s.lure]
    print(f"token F1, lures alone: {f1(np.concatenate([guesses[n] for n in lures]), np.concatenate([truths[n] for n in lures])):.2f}")
    both = (found & carried).sum()
    print(f"found tags that the corpus marks too: {both / max(1, found.sum()):.0%}; marked tags that are found: {both / carried.sum():.0%}")
    for n, tag in enumerate(tags()):
        print(f"{tag}: token F1 {f1(guess[:, n], truth[:, n]):.2f}, advert F1 {f1(found[:, n], carried[:, n]):.2f}, "
              f"in {int(carried[:, n].sum())} rows")
