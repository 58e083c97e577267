"""Where things lie. Nothing here names a folder of one machine."""

import os
from pathlib import Path

TRAINING = Path(__file__).resolve().parent
ROOT = TRAINING.parent
MODEL = ROOT / "models" / "lure-detector"
RUNS = TRAINING / "runs"
BASE = RUNS / "base"
CORPUS = TRAINING / "corpus"
GOLDENS = TRAINING / "goldens"
SPLIT = TRAINING / "split.json"
STEPS = TRAINING / "steps.json"
HARD = RUNS / "hard.json"


def shared() -> Path:
    """The folder with third-party adverts; it may be absent (JOBLANTERN_SHARED moves it)."""
    return Path(os.environ.get("JOBLANTERN_SHARED", ROOT.parent / "shared"))


def board_file() -> Path:
    return shared() / "data" / "ordinary-adverts.jsonl.gz"
