"""Light changes to written adverts while training: numbers, case, typing errors, look-alike digits, lost spaces.

Each works on code points and keeps, for every one, the index it came from, so that marks move along.
"""

import random
from dataclasses import replace

from .corpus import Row

LEET = str.maketrans({"o": "0", "i": "1", "e": "3", "a": "4", "s": "5", "O": "0", "I": "1", "E": "3"})
EMOJI = "✨🔥✈💰💵👉✅📞📱🏢🙏⭐💼🎉❗🚀"
Chars = list[tuple[str, int]]


def _digits(chars: Chars, rng: random.Random) -> Chars:
    """Other figures of the same size; masked contacts (all 0) stay."""
    return [(rng.choice("123456789") if c in "123456789" else c, i) for c, i in chars]


def _typing(chars: Chars, rng: random.Random) -> Chars:
    out: Chars = []
    for c, i in chars:
        roll = rng.random()
        if roll < 0.012 and c.isalpha():
            continue
        out.append((c, i))
        if roll > 0.988 and c.isalpha():
            out.append((c, i))
    return out


def _leet(chars: Chars, rng: random.Random) -> Chars:
    rate = rng.choice((0.3, 0.9))
    return [(c.translate(LEET) if rng.random() < rate else c, i) for c, i in chars]


def _case(chars: Chars, rng: random.Random) -> Chars:
    upper = rng.random() < 0.5
    return [((c.upper() if upper else c.lower()) if len(c.upper()) == len(c.lower()) == 1 else c, i) for c, i in chars]


def _spaces(chars: Chars, rng: random.Random) -> Chars:
    return [(c, i) for c, i in chars if c != " " or rng.random() > 0.15]


def _emoji(chars: Chars, rng: random.Random) -> Chars:
    out: Chars = []
    for c, i in chars:
        out.append((c, i))
        if c == " " and rng.random() < 0.12:
            out += [(rng.choice(EMOJI), i), (" ", i)]
    return out


CHANGES = ((_digits, 0.25), (_typing, 0.10), (_leet, 0.06), (_case, 0.12), (_spaces, 0.05), (_emoji, 0.06))


def augment(row: Row, rng: random.Random) -> Row:
    """A changed copy, or the row itself."""
    chars: Chars = [(c, i) for i, c in enumerate(row.text)]
    before = chars
    for change, share in CHANGES:
        if rng.random() < share:
            chars = change(chars, rng)
    if chars is before or not chars:
        return row
    where: dict[int, list[int]] = {}
    for at, (_, i) in enumerate(chars):
        where.setdefault(i, []).append(at)
    marks = []
    for trait, start, end in row.marks:
        spots = [at for i in range(start, end) for at in where.get(i, ())]
        if spots:
            marks.append((trait, spots[0], spots[-1] + 1))
    return replace(row, text="".join(c for c, _ in chars), marks=marks)


def join(first: Row, second: Row) -> Row:
    """Two ordinary adverts one after the other, as on a list page."""
    shift = len(first.text) + 1
    return replace(
        first, text=f"{first.text} {second.text}",
        marks=first.marks + [(t, s + shift, e + shift) for t, s, e in second.marks],
    )
