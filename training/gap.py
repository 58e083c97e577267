"""Step `gap`: what each step of training gave, in fp32 on the test split. Needs torch.

Reads the weights in runs/ that are there and writes training/steps.json, which `evaluate` prints into the card.
"""

import json

import numpy as np
import torch
from torch import Tensor

from .batches import tokenizer
from .corpus import Row
from .measures import auc, recall_at
from .network import Detector, build
from .normalise import normalise
from .paths import RUNS, STEPS
from .perturb import perturbed
from .split import rows_of
from .tags import tags
from .trait_thresholds import f1

WINDOW = 256
ALARMS = 0.02
EVERY = 3  # each third test row: a network takes minutes
FRAME = "300 honest words after it"
NAMES = {
    "student-first": "6 layers, the first model: 3,203 rows, distilled",
    "teacher-first": "12 layers, the first model's teacher",
    "teacher-round2a": "12 layers, second round, without pass y, 2 epochs",
    "plain": "6 layers, all rows, labels alone, no larger changes of the texts",
    "grafted": "6 layers, all rows, labels alone, with erased, framed and grafted texts",
    "student": "6 layers, all rows, the same changes, distilled (shipped, before int8)",
    "teacher": "12 layers, its teacher, 1.5 epochs more with all rows",
}


def load_run(name: str) -> Detector:
    """A network of as many layers as the file holds, in eval mode."""
    weights: dict[str, Tensor] = torch.load(RUNS / f"{name}.pt")
    layers = 1 + max(int(k.split(".")[1]) for k in weights if k.startswith("layers."))
    net = build(layers)
    net.load_state_dict(weights, strict=False)
    return net.eval()


def outputs(net: Detector, text: str) -> tuple[float, np.ndarray]:
    """Lure logit and advert trait probabilities (19) of the first window."""
    ids = tokenizer().encode(text).ids
    window = torch.tensor([[*ids[: WINDOW - 1], 2] if len(ids) > WINDOW else ids])
    with torch.no_grad():
        out, _ = net(window, torch.ones_like(window))
    return float(out["lure"]), out["advert"][0].sigmoid().numpy()


def measure(net: Detector, rows: list[Row]) -> dict[str, float]:
    """AUC, recalls at ALARMS, advert trait F1 at 0.5. Thresholds are set on the test split itself: for comparison alone."""
    results = [outputs(net, r.text) for r in rows]
    scores = np.array([lure for lure, _ in results])
    carried = np.array([[any(m[0] == t for m in r.marks) for t in tags()] for r in rows])
    lure = np.array([r.lure for r in rows])
    honest = scores[[not r.lure and r.is_job for r in rows]]
    framed = np.array([outputs(net, normalise(perturbed(r, FRAME)))[0] for r in rows if r.lure])
    return {
        "AUC": auc(scores[lure], honest), "recall": recall_at(scores[lure], honest, ALARMS),
        "subtle": recall_at(scores[[r.lure and r.subtle for r in rows]], honest, ALARMS),
        "framed": recall_at(framed, honest, ALARMS),
        "trait F1": f1(np.stack([p for _, p in results]) >= 0.5, carried),
    }


def _known(rows: int) -> dict[str, dict[str, float]]:
    """Figures that still hold: of the same rows, and of networks that are not newer than they."""
    if not STEPS.exists():
        return {}
    data, written = json.loads(STEPS.read_text("utf-8")), STEPS.stat().st_mtime
    current = {said for name, said in NAMES.items() if (p := RUNS / f"{name}.pt").exists() and p.stat().st_mtime < written}
    return {said: v for said, v in data["steps"].items() if data["rows"] == rows and said in current}


def gap() -> None:
    """Measures what is new and keeps the rest."""
    rows = rows_of("test")[::EVERY]
    known, found = _known(len(rows)), {}
    for name, said in NAMES.items():
        if (RUNS / f"{name}.pt").exists():
            found[said] = known.get(said) or {k: round(v, 3) for k, v in measure(load_run(name), rows).items()}
            print(said, found[said], flush=True)
    STEPS.write_text(json.dumps({"rows": len(rows), "steps": found}, indent=1) + "\n", "utf-8")
