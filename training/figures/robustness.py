"""Does the level hold when the same advert is written otherwise? (perturb.py, test split)"""

from ..measures import share
from ..normalise import normalise
from ..perturb import CHANGES, perturbed
from ..score import Scorer
from .explanations import ORDER
from .scored import WARNED, Scored

HONEST = 400  # honest rows, spread over the languages, enough for an interval of about 1 %


def robustness_figures(scorer: Scorer, test: list[Scored]) -> None:
    """A lure's level holds where it does not fall; an honest advert's where no warning appears."""
    lures = [s for s in test if s.lure and s.warned]
    quiet = [s for s in test if s.honest and not s.warned]
    quiet = sorted(quiet, key=lambda s: s.row.id[::-1])[:HONEST]
    print(f"\n## Robustness ({len(lures)} warned lures, {len(quiet)} unwarned honest adverts of the test split)")
    all_warned: list[bool] = []
    all_level: list[bool] = []
    all_quiet: list[bool] = []
    for name in CHANGES:
        after = [scorer.verdict(perturbed(s.row, name), s.row.lang)["level"] for s in lures]
        level = [ORDER.index(a) >= ORDER.index(s.verdict["level"]) for a, s in zip(after, lures)]
        warned = [a in WARNED for a in after]
        changed = [s for s in quiet if normalise(perturbed(s.row, name)) != s.row.text]
        still = [scorer.verdict(perturbed(s.row, name), s.row.lang)["level"] not in WARNED for s in changed]
        all_warned += warned
        all_level += level
        all_quiet += still
        print(f"{name}: lures still warned {share(warned)}, level not lower {sum(level)}; honest still unwarned {share(still)}")
    print(f"over all changes: lures still warned {share(all_warned)}, level not lower {share(all_level)}; honest still unwarned {share(all_quiet)}")
