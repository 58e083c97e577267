"""Step `calibrate`: Platt scaling and every threshold, chosen on the calibration split alone.

Honest adverts are the ordinary rows that are job adverts (no awareness posts, nothing that is no job), and adverts of
public boards kept back from training. Uses onnxruntime, no torch.
"""

import json

import numpy as np

from .board import read_board
from .corpus import Row
from .languages import SUPPORTED, recall_table, weak_languages
from .paths import MODEL
from .score import Raw, Scorer, sigmoid
from .split import rows_of
from .tags import tags
from .trait_thresholds import choose_traits

ALARMS = {"look-closer": 0.02, "several-signs": 0.01, "strong": 0.0}  # share of honest written adverts
BOARD_ALARMS = {"look-closer": 0.002, "several-signs": 0.001, "strong": 0.0}  # share of board adverts
JOB_LOST = 0.01
MINIMUM_TOKENS = 12
STRONG_KEEPS = 0.5  # `strong` is never set so high that less than this share of lures reaches it


def platt(logits: np.ndarray, lure: np.ndarray) -> tuple[float, float]:
    """Scale and bias of sigmoid(scale * logit + bias) by Newton's method, with Platt's smoothed targets (1999)."""
    positive, negative = lure.sum(), (1 - lure).sum()
    target = np.where(lure == 1, (positive + 1) / (positive + 2), 1 / (negative + 2))
    w = np.array([1.0, 0.0])
    x = np.stack([logits, np.ones_like(logits)], 1)
    for _ in range(50):
        p = sigmoid(x @ w)
        hessian = (x * (p * (1 - p))[:, None]).T @ x + 1e-6 * np.eye(2)
        w = w - np.linalg.solve(hessian, x.T @ (p - target))
    return float(w[0]), float(w[1])


def above(values: np.ndarray, share: float) -> float:
    """The lowest threshold that at most `share` of the values reach: halfway above the first value that must not."""
    ordered = np.sort(values)[::-1]
    allowed = int(share * len(ordered))
    upper = ordered[allowed - 1] if allowed else 1.0
    return float((ordered[allowed] + upper) / 2)


def level_thresholds(honest: np.ndarray, board: np.ndarray, lures: np.ndarray) -> dict[str, float]:
    """Probability thresholds that keep the false alarms of ALARMS and BOARD_ALARMS, rising from level to level."""
    out: dict[str, float] = {}
    floor = 0.0
    for level in ("look-closer", "several-signs", "strong"):
        value = above(honest, ALARMS[level])
        if len(board):
            value = max(value, above(board, BOARD_ALARMS[level]))
        if level == "strong":
            value = min(value, float(np.quantile(lures, 1 - STRONG_KEEPS)))
        floor = max(floor, value)
        out[level] = round(floor, 4)
    return out


def trait_limits(rows: list[Row], raws: list[Raw], over: np.ndarray) -> dict[str, dict]:
    """Limits of each tag, and `over`, chosen on the texts that reach `look-closer`."""
    own = choose_traits(rows, raws, tags())
    reached = [n for n in range(len(rows)) if over[n]]
    within = choose_traits([rows[n] for n in reached], [raws[n] for n in reached], tags(), beta=1)
    return {tag: {**own[tag], "over": within[tag]} for tag in tags()}


def calibrate() -> None:
    """Writes thresholds.json."""
    scorer = Scorer()
    rows = rows_of("calibration")
    raws: list[Raw] = [scorer.raw(r.text) for r in rows]
    board_rows: list[Row] = read_board()["calibration"]
    board = [scorer.raw(r.text) for r in board_rows]
    logits = np.array([r.lure for r in raws])
    lure = np.array([float(r.lure) for r in rows])
    scale, bias = platt(logits, lure)
    p = sigmoid(scale * logits + bias)
    honest = np.array([not r.lure and r.is_job for r in rows])
    board_p = sigmoid(scale * np.array([r.lure for r in board]) + bias) if board else np.zeros(0)
    levels = level_thresholds(p[honest], board_p, p[lure == 1])
    written_jobs = [float(sigmoid(r.job)) for r, row in zip(raws, rows) if row.is_job]
    board_jobs = [float(sigmoid(r.job)) for r in board] or [1.0]
    # the lower of the two, or the many board adverts would decide for the written ones
    minimum_job = min(float(np.quantile(written_jobs, JOB_LOST)), float(np.quantile(board_jobs, JOB_LOST)))
    thresholds = {
        "version": "1",
        "calibration": {"scale": round(scale, 5), "bias": round(bias, 5)},
        "levels": levels,
        "traits": trait_limits(rows, raws, p >= levels["look-closer"]),
        "minimum": {"tokens": MINIMUM_TOKENS, "job": round(minimum_job, 4)},
        "window": {"tokens": 256, "overlap": 64},
        "languages": {"supported": SUPPORTED, "weak": []},
        "chosenOn": f"calibration split ({len(rows)} written rows, of which {int(honest.sum())} honest adverts; "
                    f"{len(board)} board adverts kept back from training): at most 2 % of the honest and 0.2 % of the "
                    "board adverts reach look-closer",
    }
    held_out = rows + rows_of("test")
    scores = list(p) + [float(sigmoid(scale * scorer.raw(r.text).lure + bias)) for r in rows_of("test")]
    table = recall_table(held_out, scores, levels["look-closer"])
    thresholds["languages"]["weak"] = weak_languages(table)
    (MODEL / "thresholds.json").write_text(json.dumps(thresholds, indent=1) + "\n", "utf-8")
    print(json.dumps({k: thresholds[k] for k in ("calibration", "levels", "minimum", "languages")}, indent=1))
