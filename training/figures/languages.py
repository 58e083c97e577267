"""Recall and false alarms by script group, language and variety."""

from ..languages import GROUPS, drawn_recall, group_of, recall_table
from ..measures import share
from .scored import Scored


def language_figures(held_out: list[Scored], test: list[Scored], limit: float) -> None:
    print("\n## By script group (test split)")
    for group in GROUPS:
        mine = [s for s in test if group_of(s.row.lang) == group]
        print(f"{group}: lures warned {share(s.warned for s in mine if s.lure)}; honest adverts warned "
              f"{share(s.warned for s in mine if s.honest)}")
    print("\n## By language or variety (test split)")
    for lang in sorted({s.row.lang for s in test}):
        mine = [s for s in test if s.row.lang == lang]
        print(f"{lang}: lures warned {share(s.warned for s in mine if s.lure)}; honest adverts warned {share(s.warned for s in mine if s.honest)}")
    print("\n## Recall by which a language counts as weak (passes t, u and v of calibration and test, varieties together)")
    table = recall_table([s.row for s in held_out], [s.p for s in held_out], limit)
    drawn = drawn_recall(table)
    for lang, (hits, total) in sorted(table.items()):
        print(f"{lang}: over the threshold {hits} of {total}, drawn to its group {drawn[lang]:.2f}")
