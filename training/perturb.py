"""Ways in which the same advert comes written: named changes of a source text, the same in every run.

A change takes (source, language, words, random source): `words` are the marked words of the row, which a writer
who evades filters would disguise first. Changes add nothing that makes an honest advert a lure.
"""

import random
import re
from collections.abc import Callable
from functools import lru_cache

from .corpus import Row
from .gazetteer import lower, places
from .grafts import Grafter
from .split import rows_of

LEET = str.maketrans("oieasOIEAS", "0134501345")
CYRILLIC = str.maketrans("aeopcxyAEOPCXTHKMB", "аеорсхуАЕОРСХТНКМВ")
LATIN = str.maketrans("аеорсхуАЕОРСХТНКМВ", "aeopcxyAEOPCXTHKMB")
EMOJI = "🔥 ✈️ 💰 👉 ✅ 📞 🏢 🙏".split()
BOILERPLATE = (
    "Equal opportunity employer. Applications are handled in confidence. Only shortlisted candidates are contacted. "
    "Job type: full-time. Posted 3 days ago. Share this job. Report this job. Cookie settings. Terms of use."
)
LICENCE = "Licence No. 0555/2026-EX"
FRAME_WORDS = 300
Change = Callable[[str, str, list[str], random.Random], str]


def _bold(text: str) -> str:
    """Mathematical bold letters and digits, as pasted from a font site."""
    out = []
    for c in text:
        if "a" <= c <= "z":
            out.append(chr(0x1D41A + ord(c) - 97))
        elif "A" <= c <= "Z":
            out.append(chr(0x1D400 + ord(c) - 65))
        elif "0" <= c <= "9":
            out.append(chr(0x1D7CE + ord(c) - 48))
        else:
            out.append(c)
    return "".join(out)


def _in_words(change: Callable[[str], str]) -> Change:
    """Disguises the marked words; where a row has none, a word in five."""
    def run(source: str, _lang: str, words: list[str], rng: random.Random) -> str:
        targets = words or [w for w in source.split() if rng.random() < 0.2]
        for word in sorted(set(targets), key=len, reverse=True):
            source = source.replace(word, change(word))
        return source
    return run


def _spaced(word: str) -> str:
    """Every longer word letter by letter; two spaces keep the words apart."""
    return "  ".join(" ".join(w) if len(w) > 3 and w.isalpha() else w for w in word.split())


def _dotted(word: str) -> str:
    return " ".join(".".join(w) if len(w) > 3 and w.isalpha() else w for w in word.split())


def _emoji(source: str, _lang: str, _words: list[str], rng: random.Random) -> str:
    return " ".join(w + (" " + rng.choice(EMOJI) if rng.random() < 0.2 else "") for w in source.split(" "))


def _typing(source: str, _lang: str, _words: list[str], rng: random.Random) -> str:
    out = []
    for c in source:
        roll = rng.random() if c.isalpha() else 0.5
        out.append("" if roll < 0.015 else c * 2 if roll > 0.985 else c)
    return "".join(out)


def _place(source: str, _lang: str, _words: list[str], rng: random.Random) -> str:
    """Another name, in any script, for the first place of the gazetteer that the text names."""
    lowered = lower(source)
    for names in places():
        for name in sorted(names, key=len, reverse=True):
            at = lowered.find(lower(name))
            if at >= 0 and len(name) > 3:
                others = [n for n in names if n != name]
                return source[:at] + (rng.choice(others) if others else name) + source[at + len(name) :]
    return source


@lru_cache
def _grafter() -> Grafter:
    return Grafter(rows_of("calibration"))


def _honest(lang: str, rng: random.Random) -> str:
    rows, text = _grafter().honest[lang] or _grafter().honest["en"], ""
    while len(text.split()) < FRAME_WORDS and len(text) < 6 * FRAME_WORDS:
        text = f"{text}\n{rng.choice(rows).source}".strip()
    return text


def _protest(source: str, lang: str, _words: list[str], rng: random.Random) -> str:
    phrases = _grafter().phrases[lang, "reassurance"] or ["This is not a scam"]
    return f"{source}\n{rng.choice(phrases)}"


CHANGES: dict[str, Change] = {
    "upper case": lambda s, *_: s.upper(),
    "lower case": lambda s, *_: s.lower(),
    "emoji between words": _emoji,
    "a line for each sentence": lambda s, *_: re.sub(r"([.!?。！？।။]) *", r"\1\n\n", s),
    "typing errors": _typing,
    "spaced letters in the telling words": _in_words(_spaced),
    "dotted letters in the telling words": _in_words(_dotted),
    "look-alike digits in the telling words": _in_words(lambda w: w.translate(LEET)),
    "homoglyphs in the telling words": _in_words(lambda w: w.translate(CYRILLIC) if re.search("[a-z]", w) else w.translate(LATIN)),
    "zero-width characters in the telling words": _in_words(lambda w: "\u200b".join(w)),
    "bold letters of another alphabet": lambda s, *_: _bold(s),
    "another name for the place": _place,
    "boilerplate after it": lambda s, *_: f"{s}\n{BOILERPLATE}",
    "a licence number that means nothing": lambda s, *_: f"{s}\n{LICENCE}",
    "a line that protests": _protest,
    "300 honest words before it": lambda s, lang, _w, rng: f"{_honest(lang, rng)}\n{s}",
    "300 honest words after it": lambda s, lang, _w, rng: f"{s}\n{_honest(lang, rng)}",
    "contacts taken out": lambda s, *_: re.sub(r"@\w+|https?://\S+|\+?\d[\d \-]{7,}\d", "", s),
}


def perturbed(row: Row, name: str) -> str:
    """The row's source after one change; the same in every run."""
    rng = random.Random(f"{name} {row.id}")
    shift = len(row.source) - len(row.plain)
    words = [row.source[s + shift : e + shift] for t, s, e in row.plain_marks if t != "verifiable"]
    return CHANGES[name](row.source, row.lang, words, rng)
