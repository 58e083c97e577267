"""Step `mine`: which ordinary board adverts the present model comes nearest to warning on.

Writes runs/hard.json, ids alone, the nearest first; training then sees them more often than the rest (board.py).
Reads the data's `train` part without the tenth kept for calibration, and only the beginning of each text.
"""

import json

from .board import read_board
from .paths import HARD
from .score import Scorer

BEGINNING = 1500  # code points
KEPT = 2000


def mine() -> None:
    scorer = Scorer()
    rows = read_board()["train"]
    scored = []
    for n, row in enumerate(rows):
        scored.append((scorer.raw(row.text[:BEGINNING]).lure, row.id))
        if n % 1000 == 0:
            print(f"{n} of {len(rows)}", flush=True)
    scored.sort(reverse=True)
    HARD.write_text(json.dumps([i for _, i in scored[:KEPT]]) + "\n", "utf-8")
    print(f"{sum(s > 0 for s, _ in scored)} of {len(scored)} over logit 0")
