import json

import numpy as np
import pytest

from training.gazetteer import lower, places_in
from training.languages import wilson
from training.measures import auc, recall_at
from training.paths import GOLDENS
from training.score import window_starts
from training.severity_cases import THRESHOLDS, case
from training.tags import labels
from training.verdict import level_of, runs, severities

CASES = json.loads((GOLDENS / "severity.json").read_text("utf-8"))["cases"]


@pytest.mark.parametrize("golden", CASES, ids=[c["name"] for c in CASES])
def test_severity_goldens(golden):
    found = {t: [tuple(s) for s in spans] for t, spans in golden["found"].items()}
    severity = severities(golden["text"], found, labels())
    level = level_of(golden["probability"], severity, labels(), THRESHOLDS, tokens=golden["tokens"], job=golden["job"],
                     known_advert=golden["knownAdvert"], lang=golden["lang"])
    assert (severity, level) == (golden["severities"], golden["level"])


# Said by hand from docs/model-folder.md, so that a wrong function cannot agree with its own goldens.
@pytest.mark.parametrize(("probability", "words", "context", "level"), [
    (0.95, {"urgency": ["a"]}, {}, "not-enough"),
    (0.95, {"control_isolation": ["a"]}, {}, "look-closer"),
    (0.95, {"urgency": ["a"], "no_requirements": ["b"]}, {}, "look-closer"),
    (0.95, {"urgency": ["a"], "no_requirements": ["b"], "vague_job": ["c"]}, {}, "several-signs"),
    (0.95, {"urgency": ["a"], "no_requirements": ["b"], "fees_debt": ["c"]}, {}, "strong"),
    (0.60, {"urgency": ["a"], "no_requirements": ["b"], "fees_debt": ["c"]}, {}, "look-closer"),
    (0.40, {"urgency": ["a"], "no_requirements": ["b"], "fees_debt": ["c"]}, {}, "none"),
    (0.40, {}, {"lang": "th"}, "not-enough"), (0.40, {}, {"lang": None}, "none"),
    (0.40, {}, {"tokens": 3}, "not-enough"), (0.40, {}, {"job": 0.1}, "not-enough"), (0.40, {}, {"job": 0.1, "known_advert": True}, "none"),
])
def test_levels_by_hand(probability, words, context, level):
    assert case("", probability, words, **context)["level"] == level


def test_severity_rules_by_hand():
    assert case("", 1, {"fees_debt": ["需要赔付"]})["severities"] == {"fees_debt": 4}
    assert case("", 1, {"all_expenses": ["a"], "vague_job": ["b"]})["severities"]["all_expenses"] == 2
    assert case("", 1, {"hotspot_location": ["near KK Park"]})["severities"] == {"hotspot_location": 3}
    assert case("", 1, {"illicit_work": ["跑分"]})["severities"] == {"illicit_work": 3}
    assert case("", 1, {"illicit_work": ["跑分"], "all_expenses": ["x"]})["severities"]["illicit_work"] == 4


def test_runs_close_gaps_of_one_and_need_a_peak():
    column = np.array([0.5, 0.1, 0.9, 0.1, 0.1, 0.5, 0.5])
    assert runs(column, 0.4, 0.8) == [(0, 3)]


def test_windows_cover_all_tokens():
    for count in (0, 1, 254, 255, 444, 445, 1000):
        starts = window_starts(count, 256, 64)
        assert starts[-1] + 254 >= count and all(b - a == 190 for a, b in zip(starts, starts[1:]))
        assert len(starts) == 1 or starts[-2] + 254 < count


def test_places_need_word_boundaries_in_spaced_scripts():
    assert {p.id for p in places_in("near kk park, today")} == {"kk-park"}
    assert not places_in("mkk parks")
    assert {p.id for p in places_in("去KK園區上班")} == {"kk-park"}
    assert lower("İX") == "İx"


def test_measures():
    assert auc(np.array([3.0, 2]), np.array([1.0, 2])) == 0.875
    assert recall_at(np.array([0.9, 0.2]), np.array([0.1, 0.5]), 0.0) == 0.5
    low, high = wilson(8, 10)
    assert round(low, 2) == 0.49 and round(high, 2) == 0.94
