"""Scoring with the shipped model: onnxruntime and tokenizers, no torch. docs/model-folder.md, steps 1 to 3."""

import json
from dataclasses import dataclass
from functools import cached_property

import numpy as np
import onnxruntime
import regex
from tokenizers import Tokenizer

from .normalise import normalise
from .paths import MODEL
from .tags import labels, tags
from .verdict import find_traits, level_of, severities

LETTER = regex.compile(r"\p{L}")


def sigmoid(x: np.ndarray | float) -> np.ndarray:
    return 1 / (1 + np.exp(-np.asarray(x, np.float64)))


@dataclass
class Raw:
    """lure: logit, maximum over windows; job: logit, maximum over windows; tokens: body tokens x 19 probabilities."""

    text: str
    lure: float
    job: float
    tokens: np.ndarray
    offsets: list[tuple[int, int]]


def window_starts(count: int, size: int, overlap: int) -> list[int]:
    """First body token of each window: steps of size - 2 - overlap until a window reaches the end."""
    starts = [0]
    while starts[-1] + size - 2 < count:
        starts.append(starts[-1] + size - 2 - overlap)
    return starts


def lettered(raw: Raw) -> int:
    """How many body tokens hold a letter: emoji and signs alone are nothing to judge."""
    return sum(1 for a, b in raw.offsets if LETTER.search(raw.text[a:b]))


class Scorer:
    """The model folder, loaded."""

    def __init__(self) -> None:
        options = onnxruntime.SessionOptions()
        options.log_severity_level = 3
        self.session = onnxruntime.InferenceSession(str(MODEL / "onnx" / "model_quantized.onnx"), options)
        self.tokenizer = Tokenizer.from_file(str(MODEL / "tokenizer.json"))

    @cached_property
    def thresholds(self) -> dict:
        return json.loads((MODEL / "thresholds.json").read_text("utf-8"))

    def raw(self, text: str, size: int = 256, overlap: int = 64) -> Raw:
        """Scores a normalised text, window by window, unpadded."""
        encoding = self.tokenizer.encode(text)
        body, offsets = encoding.ids[1:-1], encoding.offsets[1:-1]
        tokens = np.zeros((len(body), len(tags())))
        lures, jobs = [], []
        for start in window_starts(len(body), size, overlap):
            ids = np.array([[0, *body[start : start + size - 2], 2]], np.int64)
            feed = {"input_ids": ids, "attention_mask": np.ones_like(ids)}
            logits, lure, job = self.session.run(["logits", "lure_logit", "job_logit"], feed)
            part = tokens[start : start + size - 2]
            np.maximum(part, sigmoid(logits[0, 1:-1]), out=part)
            lures.append(float(lure[0]))
            jobs.append(float(job[0]))
        return Raw(text, max(lures), max(jobs), tokens, offsets)

    def probability(self, lure: float) -> float:
        c = self.thresholds["calibration"]
        return float(sigmoid(c["scale"] * lure + c["bias"]))

    def verdict(self, source: str, lang: str | None, known_advert: bool = False) -> dict:
        """Everything the popup needs about one text (title and text already joined)."""
        return self.judge(self.raw(normalise(source)), lang, known_advert)

    def judge(self, raw: Raw, lang: str | None, known_advert: bool = False) -> dict:
        probability, job = self.probability(raw.lure), float(sigmoid(raw.job))
        found, strengths = find_traits(raw.text, raw.offsets, raw.tokens, tags(), self.thresholds, probability)
        severity = severities(raw.text, {t: f.spans for t, f in found.items()}, labels())
        level = level_of(probability, severity, labels(), self.thresholds, tokens=lettered(raw), job=job,
                         known_advert=known_advert, lang=lang)
        return {"probability": probability, "strengths": strengths, "job": job, "level": level,
                "found": sorted(found), "severities": severity, "spans": {t: f.spans for t, f in found.items()}}
