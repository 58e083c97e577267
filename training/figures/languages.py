"""Recall and false alarms by script group, language and variety."""

from ..languages import GROUPS, base_of, drawn_recall, group_of, recall_table
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
    print("\n## Recall by which a language counts as weak (calibration and test splits, varieties together)")
    table = recall_table([s.row for s in held_out], [s.p for s in held_out], limit)
    drawn = drawn_recall(table)
    for lang in sorted(table):
        mine = [s for s in held_out if base_of(s.row.lang) == lang]
        print(f"{lang}: over the threshold {share(s.p >= limit for s in mine if s.lure)}, drawn to its group {drawn[lang]:.2f}")
