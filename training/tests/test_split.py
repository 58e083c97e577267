import json

from training.corpus import read_corpus
from training.paths import SPLIT
from training.split import clusters, side


def test_split_is_whole_deterministic_and_without_leak():
    rows = read_corpus()
    sides = json.loads(SPLIT.read_text("utf-8"))
    where = {i: name for name, ids in sides.items() for i in ids}
    assert sum(map(len, sides.values())) == len(where) == len(rows)
    for plot in clusters(rows):
        assert {where[r.id] for r in plot} == {side(plot)}
    for name in ("calibration", "test"):
        assert 0.07 < len(sides[name]) / len(rows) < 0.13
