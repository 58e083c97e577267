import random

from training.corpus import Row
from training.grafts import ERASED, Grafter, add_phrase, around, erase, keep_only

TEXT = "Typist wanted in a port town, enter as a tourist, passport stays with us, write to the office soon please."


def _lure() -> Row:
    marks = [(t, TEXT.index(w), TEXT.index(w) + len(w)) for t, w in
             (("irregular_travel", "enter as a tourist"), ("document_control", "passport stays with us"))]
    return Row("en-v001", "en", "lure", "scam_compound", True, TEXT, TEXT, marks)


def _words(row: Row) -> list[str]:
    return [row.text[s:e] for _, s, e in row.marks]


def test_erased_lure_loses_its_words_and_most_of_its_label():
    row = erase(_lure())
    assert "tourist" not in row.text and "passport" not in row.text and row.marks == []
    assert row.lure_target == ERASED and _lure().lure_target == 1.0


def test_a_lure_that_is_all_marks_is_not_erased():
    short = Row("en-v002", "en", "lure", "scam_compound", False, "go now", "go now", [("urgency", 0, 6)])
    assert erase(short) is short


def test_kept_words_stay_marked():
    row = keep_only(_lure())
    assert row.text == "enter as a tourist, passport stays with us" and _words(row) == ["enter as a tourist", "passport stays with us"]


def test_marks_move_with_what_is_put_before():
    assert _words(around(_lure(), "Before it.", "After it.")) == _words(_lure())
    assert _words(add_phrase(_lure(), "verifiable", "Licence 0555", first=True))[0] == "Licence 0555"
    assert _words(add_phrase(_lure(), "verifiable", "Licence 0555"))[-1] == "Licence 0555"


def test_changes_keep_label_and_marks_of_honest_adverts():
    honest = Row("en-v003", "en", "ordinary", "local", False, "Baker wanted at five.", "Baker wanted at five.")
    urgent = Row("en-v004", "en", "ordinary", "local", False, "Come today.", "Come today.", [("urgency", 5, 10)])
    grafter = Grafter([honest, urgent, _lure()])
    rng = random.Random(3)
    for _ in range(300):
        row = grafter.change(honest, rng)
        assert row.lure_target == 0.0 and honest.text in row.text
        assert all(row.text[s:e] == "today" for _, s, e in row.marks)
        framed = grafter.change(_lure(), rng)
        assert framed.lure_target in (1.0, ERASED)
        assert set(_words(framed)) <= {*_words(_lure())}
