"""Needs the `train` extra and the outputs of step `base`."""

import pytest

torch = pytest.importorskip("torch")

from training.augment import augment, join  # noqa: E402
from training.corpus import Row  # noqa: E402
from training.train import rate_at  # noqa: E402

ROW = Row("a", "en", "lure", "scam_compound", False, "", "earn 5000 now in Bangkok", [("pay_implausible", 0, 9), ("urgency", 10, 13)])


def test_rate_rises_and_falls():
    assert rate_at(0.0) < rate_at(0.05) < rate_at(0.1) and rate_at(1.0) == pytest.approx(0.01) and rate_at(0.1) == pytest.approx(1.0)


def test_augment_moves_marks_along():
    import random

    for seed in range(200):
        row = augment(ROW, random.Random(seed))
        assert all(0 <= s < e <= len(row.text) for _, s, e in row.marks)
    joined = join(ROW, ROW)
    assert [joined.text[s:e] for _, s, e in joined.marks] == ["earn 5000", "now", "earn 5000", "now"]


def test_pair_adds_gradients():
    from training.parallel import Pair

    net = torch.nn.Linear(2, 1)
    pair = Pair(net)
    for p, view in pair._views(net):
        view.fill_(3.0)
        p.grad = torch.ones_like(p)
    pair.given.release()
    pair.take(net)
    assert all((p.grad == 2.0).all() for p in net.parameters())
