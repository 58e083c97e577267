import json

from training.corpus import Row, read_corpus
from training.paths import SPLIT
from training.split import HELD_OUT, SIDES, assign


def _row(name: str, note: str, text: str) -> Row:
    return Row(name, "en", "ordinary", "local", False, text, text, note=note)


def test_split_names_every_row_once():
    rows = read_corpus()
    sides = json.loads(SPLIT.read_text("utf-8"))
    where = {i: name for name, ids in sides.items() for i in ids}
    assert list(sides) == list(SIDES)
    assert sum(map(len, sides.values())) == len(where) == len(rows) and set(where) == {r.id for r in rows}
    for name in ("calibration", "test"):
        assert 0.06 < len(sides[name]) / len(rows) < 0.2
    assert len(sides["unused"]) / len(rows) < 0.03


def test_passes_written_by_other_hands_never_train():
    train = set(json.loads(SPLIT.read_text("utf-8"))["train"])
    held = {r.id for r in read_corpus() if r.writing_pass in HELD_OUT}
    assert held and not held & train


def test_rows_of_one_plot_share_a_side_and_fixed_rows_stay():
    twin = "nurse for a clinic in Doha with visa and ticket by the hospital group"
    rows = [_row("en-v001", "nurse clinic Doha hospital", twin), _row("en-v002", "nurse clinic Doha hospital", twin + " today")]
    rows += [_row(f"en-v{n:03d}", f"plot{chr(97 + n % 26)}{chr(97 + n // 26)}", f"{n} " * 20) for n in range(3, 60)]
    first = assign(rows, {})
    assert first["en-v001"] == first["en-v002"]
    other = "test" if first["en-v001"] == "train" else "train"
    assert assign(rows, {"en-v001": other})["en-v002"] == other
    both = assign(rows, {"en-v001": "train", "en-v002": "test"})
    assert (both["en-v001"], both["en-v002"]) == ("train", "test")


def test_a_held_out_row_like_a_training_row_is_not_used():
    text = "welder in a shipyard near Busan for two years with lodging and a labour contract"
    rows = [_row("en-v001", "welder shipyard Busan", text), _row("en-x001", "welder shipyard Busan", text)]
    rows += [_row(f"en-v{n:03d}", f"plot{chr(97 + n % 26)}{chr(97 + n // 26)}", f"{n} " * 20) for n in range(2, 40)]
    given = assign(rows, {"en-v001": "train"})
    assert given == given | {"en-v001": "train", "en-x001": "unused"}
