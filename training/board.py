"""Ordinary adverts of public job boards: third-party text that trains and calibrates and is never copied anywhere."""

import gzip
import hashlib
import json
import random
from functools import lru_cache

from .corpus import Row
from .normalise import normalise, source_of
from .paths import HARD, RUNS, board_file


def _key(text: str) -> str:
    return hashlib.sha256(text.encode()).hexdigest()


@lru_cache
def read_board() -> dict[str, list[Row]]:
    """Rows by part; empty where the data are absent. A tenth of the data's `train` part, by hash, is `calibration`.

    Normalised texts are cached in runs/.
    """
    parts: dict[str, list[Row]] = {"train": [], "calibration": [], "valid": []}
    if not board_file().exists():
        return parts
    cache = RUNS / "board.jsonl"
    if not cache.exists():
        RUNS.mkdir(parents=True, exist_ok=True)
        with gzip.open(board_file(), "rt", encoding="utf-8") as source, cache.open("w", encoding="utf-8") as out:
            for line in source:
                raw = json.loads(line)
                text = source_of(raw["title"], raw["text"])
                raw["text"] = normalise(text[:6000])
                out.write(json.dumps({k: raw[k] for k in ("id", "source", "lang", "text", "part")}, ensure_ascii=False) + "\n")
    for line in cache.open(encoding="utf-8"):
        raw = json.loads(line)
        row = Row(raw["id"], raw["lang"], "ordinary", "board", False, "", raw["text"], register=raw["source"])
        held = raw["part"] == "train" and _key("held" + row.id) < "1a"
        parts["calibration" if held else raw["part"]].append(row)
    return parts


def sample(total: int, salt: str = "train", part: str = "train") -> list[Row]:
    """About `total` rows, spread evenly over the boards, chosen by hash so that every run takes the same."""
    by_source: dict[str, list[Row]] = {}
    for row in read_board()[part]:
        by_source.setdefault(row.register, []).append(row)
    out: list[Row] = []
    left = total
    for n, rows in enumerate(sorted(by_source.values(), key=len)):
        quota = left // (len(by_source) - n)
        chosen = sorted(rows, key=lambda r: _key(salt + r.id))[:quota]
        out += chosen
        left -= len(chosen)
    return out


def hard(total: int, epoch: int) -> list[Row]:
    """Board adverts that an earlier model came nearest to warning on (step `mine`): `total` out of the nearest
    four times as many, others in each epoch. Empty where nothing was mined yet."""
    if not HARD.exists():
        return []
    nearest = set(json.loads(HARD.read_text("utf-8"))[: 4 * total])
    rows = [r for r in read_board()["train"] if r.id in nearest]
    return random.Random(f"hard {epoch}").sample(rows, min(total, len(rows)))
