"""Places of gazetteer.json in a normalised text."""

import json
from functools import lru_cache
from typing import NamedTuple

import regex

from .normalise import normalise
from .paths import MODEL

UNSPACED = regex.compile(
    "|".join(rf"\p{{Script={s}}}" for s in "Han Hiragana Katakana Hangul Thai Lao Khmer Myanmar".split())
)
INSIDE_WORD = regex.compile(r"[\p{L}\p{M}\p{N}]")


class Place(NamedTuple):
    id: str
    tier: str
    start: int
    end: int


def lower(text: str) -> str:
    """Lower case code point by code point; one whose lower case is longer stays, so that positions hold."""
    return "".join(c.lower() if len(c.lower()) == 1 else c for c in text)


@lru_cache
def places() -> list[list[str]]:
    """The names of each place, as written in the file."""
    return [p["names"] for p in json.loads((MODEL / "gazetteer.json").read_text("utf-8"))["places"]]


@lru_cache
def _names() -> list[tuple[str, str, str, bool]]:
    places = json.loads((MODEL / "gazetteer.json").read_text("utf-8"))["places"]
    names = []
    for place in places:
        for raw in place["names"]:
            name = lower(normalise(raw))
            names.append((place["id"], place["tier"], name, not UNSPACED.search(name)))
    return names


def places_in(text: str) -> list[Place]:
    """All occurrences; names of spaced scripts only between characters that are no letter, mark or digit."""
    lowered = lower(text)
    found = []
    for place_id, tier, name, bounded in _names():
        at = lowered.find(name)
        while at >= 0:
            end = at + len(name)
            open_left = at == 0 or not INSIDE_WORD.match(lowered[at - 1])
            open_right = end == len(lowered) or not INSIDE_WORD.match(lowered[end])
            if not bounded or (open_left and open_right):
                found.append(Place(place_id, tier, at, end))
            at = lowered.find(name, at + 1)
    return found
