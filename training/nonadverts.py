"""Texts that are no job adverts, made from sentences of our own (nonadverts.json: recipes, shops, news, cookie
notices, menus, small talk, result lists), so that the job head learns what an advert is not."""

import json
import random

from .corpus import Row
from .normalise import normalise
from .paths import TRAINING

EACH = 13  # texts a language and epoch


def non_adverts(epoch: int, each: int = EACH) -> list[Row]:
    """Another mixture for each epoch: one to five sentences of one language, sometimes with one of English."""
    rng = random.Random(f"non-adverts {epoch}")
    sentences: dict[str, list[str]] = json.loads((TRAINING / "nonadverts.json").read_text("utf-8"))
    rows = []
    for lang, lines in sentences.items():
        for n in range(each):
            chosen = rng.sample(lines, rng.randint(1, 5))
            if rng.random() < 0.1:
                chosen.append(rng.choice(sentences["en"]))
            text = " ".join(s.replace("{n}", str(rng.randint(2, 900))) for s in chosen)
            rows.append(Row(f"non-{lang}-{epoch}-{n}", lang, "ordinary", "non_advert", False, text, normalise(text)))
    return rows
