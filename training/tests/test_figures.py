import numpy as np
import pytest

from training.corpus import Row
from training.figures.explanations import only, shown, without
from training.figures.prevalence import precision
from training.figures.reliability import bins_of, ece
from training.normalise import normalise
from training.perturb import CHANGES, perturbed

SOURCE = "Typist for Bangkok, enter as a tourist. Write to @demo_hr000 today."


def _row() -> Row:
    start = SOURCE.index("enter")
    marks = [("irregular_travel", start, start + len("enter as a tourist"))]
    return Row("en-v001", "en", "lure", "scam_compound", True, SOURCE, normalise(SOURCE), marks, plain=SOURCE, plain_marks=marks)


def test_calibration_error_by_hand():
    p, truth = np.array([0.1, 0.1, 0.9, 0.9]), np.array([0.0, 1.0, 1.0, 1.0])
    assert ece(p, truth) == pytest.approx(0.5 * 0.4 + 0.5 * 0.1)
    assert sum(n for n, _, _ in bins_of(np.array([0.0, 0.5, 1.0]), np.zeros(3))) == 3


def test_precision_by_hand():
    assert precision(0.9, 0.009, 0.01) == pytest.approx(0.009 / (0.009 + 0.00891))
    assert precision(0.0, 0.0, 0.5) == 0.0


def test_shown_ranges_join_and_leave_out_what_can_be_checked():
    spans = {"urgency": [(5, 9)], "irregular_travel": [(0, 6)], "verifiable": [(20, 30)]}
    assert shown(spans) == [(0, 9)]
    assert without("leave this week, please", [(6, 15)]) == "leave , please" and without("all", [(0, 3)]) == "."
    assert only("leave this week, please", [(6, 15)]) == "this week"


@pytest.mark.parametrize("name", CHANGES)
def test_a_change_is_the_same_in_every_run_and_keeps_something(name):
    assert perturbed(_row(), name) == perturbed(_row(), name) != ""


@pytest.mark.parametrize("name", ["spaced letters in the telling words", "zero-width characters in the telling words",
                                  "bold letters of another alphabet"])
def test_what_the_normaliser_undoes(name):
    changed = perturbed(_row(), name)
    assert changed != SOURCE and normalise(changed) == normalise(SOURCE)


def test_additions_leave_the_advert_whole():
    for name in ("boilerplate after it", "a licence number that means nothing", "a line that protests", "300 honest words after it"):
        assert perturbed(_row(), name).startswith(SOURCE + "\n")
    assert perturbed(_row(), "300 honest words before it").endswith("\n" + SOURCE)
    assert "@demo" not in perturbed(_row(), "contacts taken out")
