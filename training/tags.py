"""labels.json and its order of tags."""

import json
from functools import lru_cache

from .paths import MODEL


@lru_cache
def labels() -> dict:
    return json.loads((MODEL / "labels.json").read_text("utf-8"))


def tags() -> list[str]:
    """The 19 tags in the order of the model's `logits`."""
    return labels()["tags"]


def traits() -> list[str]:
    return [t for t in tags() if t != "verifiable"]
