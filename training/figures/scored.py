"""Rows with what the shipped model says of them."""

from dataclasses import dataclass

from ..corpus import Row
from ..score import Raw, Scorer

WARNED = ("look-closer", "several-signs", "strong")


@dataclass
class Scored:
    row: Row
    raw: Raw
    verdict: dict

    @property
    def p(self) -> float:
        return self.verdict["probability"]

    @property
    def warned(self) -> bool:
        return self.verdict["level"] in WARNED

    @property
    def lure(self) -> bool:
        return self.row.lure

    @property
    def honest(self) -> bool:
        """An ordinary job advert: no lure, no awareness post, no text without a job."""
        return not self.row.lure and self.row.is_job


def score_rows(scorer: Scorer, rows: list[Row], known: bool = False) -> list[Scored]:
    raws = [scorer.raw(r.text) for r in rows]
    return [Scored(r, raw, scorer.judge(raw, r.lang, known)) for r, raw in zip(rows, raws)]
