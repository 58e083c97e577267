"""Step `gap`: what the student lost against its teacher, in fp32 on the test split. Needs torch."""

import numpy as np
import torch

from .batches import tokenizer
from .measures import auc, recall_at
from .paths import RUNS
from .split import rows_of
from .tags import tags
from .train import load
from .trait_thresholds import f1

WINDOW = 256


def measure(stage: str) -> None:
    net, rows = load(stage), rows_of("test")
    lures, guesses, truths = [], [], []
    for row in rows:
        encoding = tokenizer().encode(row.text)
        ids = torch.tensor([encoding.ids[: WINDOW - 1] + [2] if len(encoding.ids) > WINDOW else encoding.ids])
        with torch.no_grad():
            out, _ = net(ids, torch.ones_like(ids))
        lures.append(float(out["lure"]))
        guesses.append(out["advert"][0].sigmoid().numpy() >= 0.5)
        truths.append(np.array([any(m[0] == t for m in row.marks) for t in tags()]))
    scores = np.array(lures)
    lure = np.array([r.lure for r in rows])
    honest = np.array([not r.lure and r.is_job for r in rows])
    subtle = np.array([r.lure and r.subtle for r in rows])
    print(f"{stage}: AUC {auc(scores[lure], scores[honest]):.3f}, recall at 2 % alarms {recall_at(scores[lure], scores[honest], 0.02):.0%}, "
          f"subtle {recall_at(scores[subtle], scores[honest], 0.02):.0%}, advert trait F1 at 0.5 {f1(np.stack(guesses), np.stack(truths)):.2f}", flush=True)


def gap() -> None:
    """First window of each text, thresholds set on the test split itself: for comparison between models alone."""
    for stage in ("teacher", "student", "quick"):
        if (RUNS / f"{stage}.pt").exists():
            measure(stage)
