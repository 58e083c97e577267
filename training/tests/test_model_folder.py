import json

import numpy as np
import pytest

from training.paths import GOLDENS, MODEL
from training.score import Scorer
from training.seal import lines
from training.tags import labels, tags, traits

TOLERANCE = 0.06  # int8 rounding differs by single steps between processors: docs/decisions/0006


@pytest.fixture(scope="module")
def scorer() -> Scorer:
    return Scorer()


def test_sums_are_right():
    assert (MODEL / "SHA256SUMS").read_text("utf-8").splitlines() == lines()


def test_thresholds_follow_the_contract(scorer):
    t = scorer.thresholds
    levels = [t["levels"][k] for k in ("look-closer", "several-signs", "strong")]
    assert 0 < levels[0] <= levels[1] <= levels[2] < 1
    assert set(t["traits"]) == set(tags())
    assert all(0 < v["token"] <= v["advert"] < 1 for limits in t["traits"].values() for v in (limits, limits["over"]))
    assert t["window"] == {"tokens": 256, "overlap": 64} and t["calibration"]["scale"] > 0
    assert 0 < t["minimum"]["job"] < 1 and t["minimum"]["tokens"] > 0
    assert set(t["languages"]["weak"]) <= set(t["languages"]["supported"])


def test_labels_follow_the_contract():
    assert len(tags()) == 19 and set(labels()["severity"]) == set(traits())
    assert all(s in (1, 2, 3, 4) for s in labels()["severity"].values())
    for rule in labels()["severityRules"]:
        assert rule["trait"] in traits() and set(rule["when"]) <= {"placeTier", "anyTrait", "spanMatches"}
        assert set(rule["when"].get("anyTrait", [])) <= set(traits())


def test_network_has_the_named_inputs_and_outputs(scorer):
    assert {i.name for i in scorer.session.get_inputs()} == {"input_ids", "attention_mask"}
    assert [o.name for o in scorer.session.get_outputs()] == ["logits", "lure_logit", "job_logit"]
    config = json.loads((MODEL / "config.json").read_text("utf-8"))
    assert list(config["id2label"].values()) == tags()
    assert config["vocab_size"] == scorer.tokenizer.get_vocab_size()


def test_padding_changes_nothing(scorer):
    ids = np.array([[0, 50, 60, 70, 2]])
    padded = np.array([[0, 50, 60, 70, 2, 1, 1, 1]])
    plain = scorer.session.run(None, {"input_ids": ids, "attention_mask": np.ones_like(ids)})
    wide = scorer.session.run(None, {"input_ids": padded, "attention_mask": (padded != 1).astype(np.int64)})
    assert np.abs(plain[0][0] - wide[0][0, :5]).max() < 1e-3 and abs(plain[1] - wide[1]).max() < 1e-3


def test_model_fits_the_budget():
    assert (MODEL / "onnx" / "model_quantized.onnx").stat().st_size < 32_000_000


def test_tokenizer_goldens(scorer):
    golden = json.loads((GOLDENS / "tokenizer.json").read_text("utf-8"))
    assert len(golden["cases"]) >= 300
    for case in golden["cases"]:
        assert scorer.tokenizer.encode(case["text"]).ids == case["ids"]


def test_normalise_goldens():
    from training.normalise import normalise

    golden = json.loads((GOLDENS / "normalise.json").read_text("utf-8"))
    assert len(golden["cases"]) >= 300
    for case in golden["cases"]:
        assert normalise(case["source"]) == case["normalised"]


def test_verdict_goldens(scorer):
    golden = json.loads((GOLDENS / "verdicts.json").read_text("utf-8"))
    assert len(golden["cases"]) >= 120
    for case in golden["cases"]:
        verdict = scorer.verdict(case["source"], case["lang"])
        assert abs(verdict["probability"] - case["probability"]) <= TOLERANCE, case["source"][:60]
        assert abs(verdict["job"] - case["job"]) <= TOLERANCE
        assert all(abs(verdict["strengths"][t] - s) <= TOLERANCE for t, s in case["strengths"].items())
