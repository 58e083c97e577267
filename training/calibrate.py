"""Step `calibrate`: Platt scaling and every threshold, chosen on the calibration split alone; the list of weak languages
alone also counts lures of the test split (languages.py).

False alarms are counted on look-alikes and honest work abroad, the written adverts nearest to lures, and on adverts of
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
from .tags import labels, tags
from .trait_thresholds import choose_traits
from .verdict import find_traits, rule_met, severities

Reached = dict[str, np.ndarray]
ALARMS = {"look-closer": 0.02, "several-signs": 0.01, "strong": 0.0}  # share of look-alikes and honest work abroad
BOARD_ALARMS = {"look-closer": 0.002, "several-signs": 0.001, "strong": 0.0}  # share of board adverts
LEVELS = ("look-closer", "several-signs", "strong")
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


def level_thresholds(honest: Reached, board: Reached, lures: np.ndarray) -> dict[str, float]:
    """Probability thresholds that keep the false alarms of ALARMS and BOARD_ALARMS, rising from level to level.

    honest, board: for each level, the probability of each text, 0 where its traits do not meet the level's rule.
    """
    out: dict[str, float] = {}
    floor = 0.0
    for level in LEVELS:
        value = above(honest[level], ALARMS[level])
        if len(board[level]):
            value = max(value, above(board[level], BOARD_ALARMS[level]))
        if level == "strong":
            value = min(value, float(np.quantile(lures, 1 - STRONG_KEEPS)))
        floor = max(floor, value)
        out[level] = round(floor, 4)
    return out


def reached(raws: list[Raw], p: np.ndarray, limits: dict[str, dict]) -> Reached:
    """The probabilities of texts whose traits, found by the `over` limits, meet each level's rule; 0 for the others."""
    as_warned = {"traits": limits, "levels": {"look-closer": 0.0}}
    severity = []
    for raw in raws:
        found, _ = find_traits(raw.text, raw.offsets, raw.tokens, tags(), as_warned, 1.0)
        severity.append(severities(raw.text, {t: f.spans for t, f in found.items()}, labels()))
    return {level: np.array([q if rule_met(labels()["levels"][level], s) else 0.0 for q, s in zip(p, severity)]) for level in LEVELS}


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
    honest = np.array([r.kind in ("legit_lookalike", "legit_overseas") for r in rows])
    board_p = sigmoid(scale * np.array([r.lure for r in board]) + bias) if board else np.zeros(0)
    # First by the probability alone, for the trait limits; then with the rules that these limits let an alarm meet.
    first = level_thresholds({k: p[honest] for k in LEVELS}, {k: board_p for k in LEVELS}, p[lure == 1])
    limits = trait_limits(rows, raws, p >= first["look-closer"])
    honest_raws = [raw for raw, h in zip(raws, honest) if h]
    levels = level_thresholds(reached(honest_raws, p[honest], limits), reached(board, board_p, limits), p[lure == 1])
    written_jobs = [float(sigmoid(r.job)) for r, row in zip(raws, rows) if row.is_job]
    board_jobs = [float(sigmoid(r.job)) for r in board] or [1.0]
    # the lower of the two, or the many board adverts would decide for the written ones
    minimum_job = min(float(np.quantile(written_jobs, JOB_LOST)), float(np.quantile(board_jobs, JOB_LOST)))
    thresholds = {
        "version": "1",
        "calibration": {"scale": round(scale, 5), "bias": round(bias, 5)},
        "levels": levels,
        "traits": limits,
        "minimum": {"tokens": MINIMUM_TOKENS, "job": round(minimum_job, 4)},
        "window": {"tokens": 256, "overlap": 64},
        "languages": {"supported": SUPPORTED, "weak": []},
        "chosenOn": f"calibration split ({len(rows)} written rows, of which {int(honest.sum())} look-alikes and honest work abroad; "
                    f"{len(board)} board adverts kept back from training): at most 2 % of these and 0.2 % of the "
                    "board adverts are warned (probability and rule together)",
    }
    test = [r for r in rows_of("test") if r.lure]
    test_p = [float(sigmoid(scale * scorer.raw(r.text).lure + bias)) for r in test]
    table = recall_table(rows + test, [*p, *test_p], levels["look-closer"])
    thresholds["languages"]["weak"] = weak_languages(table)
    (MODEL / "thresholds.json").write_text(json.dumps(thresholds, indent=1) + "\n", "utf-8")
    print(json.dumps({k: thresholds[k] for k in ("calibration", "levels", "minimum", "languages")}, indent=1))
