"""Larger changes to written adverts while training, each against a shortcut that the corpus itself would leave.

- `erase`: a lure without its marked words is hardly one: the verdict must rest on the words that are shown.
- `keep_only`: the marked words alone are still a lure.
- `frame`: a lure with honest text before or after it (another advert, a board's boilerplate, a page's menu) stays a
  lure, an honest advert stays honest.
- `graft`: a lure that claims a licence stays a lure; an honest advert that protests ("no scam"), hurries or gives a
  messenger alone stays honest.
Phrases and frames come from other rows of the same language and the same side of the split.
"""

import random
from collections import defaultdict
from collections.abc import Callable
from dataclasses import replace
from functools import cached_property

from .corpus import Row

ERASED = 0.1  # target of a lure without its marks: writers miss some
LEAST_LEFT = 25  # code points that must be left of an erased text
FRAME_LENGTH = 1200  # code points of honest text around, at most
HONEST_PHRASES = ("reassurance", "urgency", "off_platform", "no_requirements", "cash_bounty", "verifiable")
SHARES = {"erase": 0.10, "keep_only": 0.05, "frame": 0.18, "graft": 0.10}


def erase(row: Row) -> Row:
    """The lure without its trait words (`verifiable` stays), target ERASED; the row itself where little would be left."""
    drop = [(s, e) for t, s, e in row.marks if t != "verifiable"]
    keep = [i for i in range(len(row.text)) if not any(s <= i < e for s, e in drop)]
    text = " ".join("".join(row.text[i] for i in keep).split())
    if len(text) < LEAST_LEFT:
        return row
    return replace(row, text=text, marks=[], target=ERASED)


def keep_only(row: Row) -> Row:
    """The marked words one after another, with their marks."""
    text, marks = "", []
    for trait, start, end in row.marks:
        text += ", " if text else ""
        marks.append((trait, len(text), len(text) + end - start))
        text += row.text[start:end]
    return replace(row, text=text, marks=marks) if len(marks) > 1 else row


def around(row: Row, before: str, after: str) -> Row:
    """The row with unmarked text before and after."""
    shift = len(before) + 1 if before else 0
    text = " ".join(part for part in (before, row.text, after) if part)
    return replace(row, text=text, marks=[(t, s + shift, e + shift) for t, s, e in row.marks])


def add_phrase(row: Row, trait: str, phrase: str, first: bool = False) -> Row:
    """The row with one more marked phrase at its end, or at its beginning."""
    if first:
        moved = around(row, phrase + ".", "")
        return replace(moved, marks=[(trait, 0, len(phrase)), *moved.marks])
    start = len(row.text) + 1
    return replace(row, text=f"{row.text} {phrase}", marks=[*row.marks, (trait, start, start + len(phrase))])


class Grafter:
    """Draws the changes. `rows`: one side of the split alone; `boards`, `pages`: texts that frames are cut from."""

    def __init__(self, rows: list[Row], boards: list[Row] | None = None, pages: list[Row] | None = None):
        self.rows = rows
        self.cuttings: dict[str, list[str]] = defaultdict(list)
        for r in [*(boards or []), *(pages or [])]:
            self.cuttings[r.lang.split("-")[0]].append(r.text)

    @cached_property
    def phrases(self) -> dict[tuple[str, str], list[str]]:
        out = defaultdict(list)
        for r in self.rows:
            for trait, start, end in r.marks:
                out[r.lang, trait].append(r.text[start:end])
        return out

    @cached_property
    def honest(self) -> dict[str, list[Row]]:
        """Honest adverts and texts that are no advert, without a single trait."""
        out = defaultdict(list)
        for r in self.rows:
            if not r.lure and all(t == "verifiable" for t, _, _ in r.marks):
                out[r.lang].append(r)
        return out

    def _filler(self, lang: str, rng: random.Random) -> str:
        """40 to FRAME_LENGTH code points of honest text, mostly of the language, sometimes English."""
        wanted, text = rng.randint(40, FRAME_LENGTH), ""
        while len(text) < wanted:
            own = "en" if rng.random() < 0.2 else lang.split("-")[0]
            pool = self.cuttings.get(own) if rng.random() < 0.5 else None
            if pool:
                whole = rng.choice(pool)
                start = rng.randrange(max(1, len(whole) - 200))
                part = whole[start : start + rng.randint(40, 400)]
            else:
                part = rng.choice(self.honest[lang]).text
            text = f"{text} {part}".strip()
        return text[:FRAME_LENGTH]

    def frame(self, row: Row, rng: random.Random) -> Row:
        if not self.honest[row.lang] or not (row.lure or row.is_job):
            return row
        filler = self._filler(row.lang, rng)
        return around(row, filler, "") if rng.random() < 0.5 else around(row, "", filler)

    def graft(self, row: Row, rng: random.Random) -> Row:
        if not row.is_job:
            return row
        trait = "verifiable" if row.lure else rng.choice(HONEST_PHRASES)
        phrases = self.phrases[row.lang, trait]
        return add_phrase(row, trait, rng.choice(phrases), rng.random() < 0.3) if phrases else row

    def change(self, row: Row, rng: random.Random) -> Row:
        """The row, or one larger change of it."""
        roll = rng.random()
        lure_only: dict[str, Callable[[Row], Row]] = {"erase": erase, "keep_only": keep_only}
        for name, share in SHARES.items():
            if roll < share:
                if name in lure_only:
                    return lure_only[name](row) if row.lure else row
                return getattr(self, name)(row, rng)
            roll -= share
        return row
