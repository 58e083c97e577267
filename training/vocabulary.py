"""Which pieces of the 250,002 stay, and the tokenizer.json that goes with them.

Ids 0..3 keep their meaning (`<s>`, `<pad>`, `</s>`, `<unk>`). A piece stays where (a) it occurs in the written corpus
or at least USE times in the ordinary adverts, (b) all its letters are of a script whose pieces are few, (c) it is a
single character of a script we read, or (d) it is among the best-scored of the others, until SIZE is reached.
"""

from collections import Counter

import regex
from tokenizers import Tokenizer

SIZE = 80_000
USE = 12
BOOST = 4.0  # log-probability: the base saw little text of these scripts, so their scores are low
SMALL = "Sinhala Ethiopic Tamil Devanagari".split()
SPECIAL = ["<s>", "<pad>", "</s>", "<unk>"]
WHOLE = "Thai Lao Khmer Myanmar Bengali".split()
BEST = "Sinhala Ethiopic Tamil Devanagari Hangul Arabic Cyrillic Han Latin".split()
SCRIPT = {s: regex.compile(rf"\p{{Script={s}}}") for s in WHOLE + BEST}
SCRIPT["Japanese"] = regex.compile(r"[\p{Script=Hiragana}\p{Script=Katakana}]")
LETTER = regex.compile(r"\p{L}")


def script_of(piece: str) -> str:
    """The script of a piece: kana wins over Han; `Common` without letters, `Other` for a script we do not read."""
    for name in ("Japanese", *WHOLE, *BEST):
        if SCRIPT[name].search(piece):
            return name
    return "Other" if LETTER.search(piece) else "Common"


def usage(tokenizer: Tokenizer, texts: list[str]) -> Counter:
    """How often each id occurs."""
    counts: Counter = Counter()
    for at in range(0, len(texts), 500):
        for encoding in tokenizer.encode_batch(texts[at : at + 500]):
            counts.update(encoding.ids)
    return counts


def choose(vocab: list[list], written: Counter, boards: Counter) -> list[int]:
    """Old ids that stay, in new order: special tokens first, then by old id (which is by score)."""
    keep = set(range(4)) | {i for i in written} | {i for i, n in boards.items() if n >= USE}
    best: list[tuple[float, int]] = []
    for i in range(4, len(vocab) - 1):
        piece = vocab[i][0]
        script = script_of(piece)
        if script in WHOLE or (script != "Other" and len(piece.strip("▁")) == 1):
            keep.add(i)
        elif script not in ("Other", "Common"):
            best.append((-vocab[i][1] - BOOST * (script in SMALL), i))
    rest = [i for _, i in sorted(best) if i not in keep]
    keep |= set(rest[: max(0, SIZE - len(keep))])
    keep.discard(len(vocab) - 1)
    return sorted(keep)


def rewrite(base: dict, kept: list[int]) -> dict:
    """tokenizer.json over the kept pieces, with NFKC and folding of spaces in place of the compiled map."""
    vocab = base["model"]["vocab"]
    added = [t for t in base["added_tokens"] if t["id"] < 4]
    space = {"type": "Replace", "pattern": {"Regex": "\\s+"}, "content": " "}
    return {
        "version": "1.0", "truncation": None, "padding": None, "added_tokens": added,
        "normalizer": {"type": "Sequence", "normalizers": [{"type": "NFKC"}, space]},
        "pre_tokenizer": {"type": "Metaspace", "replacement": "▁", "prepend_scheme": "always", "split": True},
        "post_processor": base["post_processor"],
        "decoder": {"type": "Metaspace", "replacement": "▁", "prepend_scheme": "always", "split": True},
        "model": {"type": "Unigram", "unk_id": 3, "vocab": [vocab[i] for i in kept], "byte_fallback": False},
    }
