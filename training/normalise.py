"""The normaliser of docs/normalising.md, with a map back to the source.

Text is handled as a list of `Unit`s: one code point of output with the range [start, end) of source code points
that it came from. The TypeScript twin counts UTF-16 units instead; the text itself is the same.
Step 2 (Zawgyi) is missing on purpose: written Burmese text here is Unicode, see the document.
"""

import json
import unicodedata
from functools import lru_cache
from typing import NamedTuple

import regex

from .paths import MODEL


class Unit(NamedTuple):
    char: str
    start: int
    end: int


JOINING = "Arabic Devanagari Bengali Tamil Sinhala Myanmar Khmer".split()
REMOVED = regex.compile(
    "[\u00ad\u034f\u061c\u115f\u1160\u17b4\u17b5\u180b-\u180e\u200b\u200e\u200f\u202a-\u202e\u2060-\u2064"
    "\u2066-\u206f\u3164\ufe00-\ufe0f\ufeff\uffa0\U000e0000-\U000e007f\U000e0100-\U000e01ef"
    "\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f]"
)
JOINER_SIDE = regex.compile("|".join(f"(?=[\\p{{L}}\\p{{M}}])\\p{{Script={s}}}" for s in JOINING))
SURROGATE = regex.compile("[\ud800-\udfff]")
JOINER = regex.compile("[\u200c\u200d]")
OTHER_ALPHABET = regex.compile(r"[\p{Script=Cyrillic}\p{Script=Greek}]")
CLUSTER_TAIL = regex.compile("[\\p{M}\u1160-\u11ff\uff9e\uff9f]")
WORD = regex.compile(r"[\p{L}\p{M}\p{N}]+")
LETTER = {s: regex.compile(rf"(?=\p{{L}})\p{{Script={s}}}") for s in ("Latin", "Cyrillic", "Greek")}
METASPACE = "\u2581"


@lru_cache
def data() -> dict:
    """normaliser.json with compiled patterns."""
    raw = json.loads((MODEL / "normaliser.json").read_text("utf-8"))
    seps = "".join(regex.escape(j) for j in raw["joiners"])
    spaced = rf"(?<![\p{{L}}\p{{M}}\p{{N}}])\p{{L}}\p{{M}}*([{seps}])\p{{L}}\p{{M}}*(?:\1\p{{L}}\p{{M}}*){{2,}}(?![\p{{L}}\p{{M}}\p{{N}}])"
    return {
        "homoglyphs": raw["homoglyphs"],
        "spaced": regex.compile(spaced),
        "contacts": [regex.compile(p) for p in raw["contacts"]],
    }


def text_of(units: list[Unit]) -> str:
    return "".join(u.char for u in units)


def _start(source: str) -> list[Unit]:
    """Step 1, joining valid surrogate pairs that JSON may have left apart."""
    if not SURROGATE.search(source):
        return [Unit(c, i, i + 1) for i, c in enumerate(source)]
    units, i = [], 0
    while i < len(source):
        pair = source[i : i + 2]
        if len(pair) == 2 and "\ud800" <= pair[0] <= "\udbff" and "\udc00" <= pair[1] <= "\udfff":
            units.append(Unit(pair.encode("utf-16", "surrogatepass").decode("utf-16"), i, i + 2))
            i += 2
            continue
        char = source[i]
        units.append(Unit("\ufffd" if "\ud800" <= char <= "\udfff" else char, i, i + 1))
        i += 1
    return units


def _controls(units: list[Unit]) -> list[Unit]:
    """Step 3. The neighbours of a joiner are those left after the other controls went."""
    text = text_of(units)
    if REMOVED.search(text):
        units = [u for u in units if not REMOVED.match(u.char)]
    if not JOINER.search(text):
        return units
    sides = [bool(JOINER_SIDE.match(u.char)) for u in units]

    def kept(i: int) -> bool:
        if units[i].char not in "\u200c\u200d":
            return True
        return 0 < i < len(units) - 1 and sides[i - 1] and sides[i + 1]

    return [u for i, u in enumerate(units) if kept(i)]


def _compose_word(word: list[Unit]) -> list[Unit]:
    out: list[Unit] = []
    i = 0
    while i < len(word):
        j = i + 1
        while j < len(word) and CLUSTER_TAIL.match(word[j].char):
            j += 1
        part = unicodedata.normalize("NFKC", text_of(word[i:j]))
        out += [Unit(c, word[i].start, word[j - 1].end) for c in part]
        i = j
    whole = unicodedata.normalize("NFKC", text_of(word))
    if whole != text_of(out):
        return [Unit(c, word[0].start, word[-1].end) for c in whole]
    return out


def _compose(units: list[Unit]) -> list[Unit]:
    """Step 4: NFKC by cluster; by white-space-separated word where clusters do not add up."""
    if unicodedata.is_normalized("NFKC", text_of(units)):
        return units
    out: list[Unit] = []
    word: list[Unit] = []
    for unit in units:
        if unit.char.isspace():
            out += _compose_word(word) + _compose_word([unit])
            word = []
        else:
            word.append(unit)
    return out + _compose_word(word)


def _homoglyphs(units: list[Unit]) -> list[Unit]:
    """Step 5."""
    text = text_of(units)
    if not OTHER_ALPHABET.search(text):
        return units
    out = list(units)
    for match in WORD.finditer(text):
        counts = {s: len(p.findall(match[0])) for s, p in LETTER.items()}
        if not counts["Latin"] or not (counts["Cyrillic"] or counts["Greek"]):
            continue
        table = data()["homoglyphs"][max(counts, key=counts.get)]
        for i in range(match.start(), match.end()):
            out[i] = out[i]._replace(char=table.get(text[i], text[i]))
    return out


def _spaced(units: list[Unit]) -> list[Unit]:
    """Step 6."""
    drop: set[int] = set()
    for match in data()["spaced"].finditer(text_of(units)):
        drop |= {i for i in range(match.start(), match.end()) if units[i].char == match[1]}
    return [u for i, u in enumerate(units) if i not in drop]


def _contacts(units: list[Unit]) -> list[Unit]:
    """Step 7: the patterns run one after another, each over the result of the one before."""
    out, text = list(units), text_of(units)
    for pattern in data()["contacts"]:
        matches = list(pattern.finditer(text))
        for match in matches:
            for i in range(match.start(), match.end()):
                category = unicodedata.category(out[i].char)
                if category[0] == "L" or category == "Nd":
                    out[i] = out[i]._replace(char="0" if category == "Nd" else "x")
        if matches:
            text = text_of(out)
    return out


def _white_space(units: list[Unit]) -> list[Unit]:
    """Step 8."""
    out: list[Unit] = []
    for unit in units:
        if not (unit.char.isspace() or unit.char == METASPACE):
            out.append(unit)
        elif out and out[-1].char == " ":
            out[-1] = Unit(" ", out[-1].start, unit.end)
        else:
            out.append(Unit(" ", unit.start, unit.end))
    while out and out[0].char == " ":
        out.pop(0)
    while out and out[-1].char == " ":
        out.pop()
    return out


def normalise_units(source: str) -> list[Unit]:
    """All steps over one source text."""
    units = _compose(_controls(_start(source)))
    units = _compose(_spaced(_homoglyphs(units)))
    return _white_space(_contacts(units))


def normalise(source: str) -> str:
    return text_of(normalise_units(source))


def source_of(title: str, text: str) -> str:
    return f"{title}\n{text}" if title else text
