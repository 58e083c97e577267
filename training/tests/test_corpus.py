import json

from training.check_corpus import check_file, file_problems
from training.corpus import read_row
from training.normalise import normalise
from training.paths import CORPUS

GOOD = {"id": "en-x1", "lang": "en", "register": "sms", "label": "lure", "kind": "scam_compound", "subtle": False, "title": "Typist",
        "marked": "⟦urgency|Leave today⟧ for ⟦location_opaque|a city abroad⟧, typing.", "note": "made up"}


def problems(**changes: object) -> list[str]:
    return [p for p in file_problems([json.dumps(GOOD | changes)], "en") if " times" not in p]


def test_every_file_is_in_order():
    files = sorted(CORPUS.glob("*.jsonl"))
    assert len(files) == 32
    assert [p for f in files for p in check_file(f)] == []


def test_planted_errors_are_caught():
    assert problems() == []
    assert "unknown trait" in problems(marked="⟦nonsense|a⟧ ⟦urgency|b⟧ ⟦urgency|c⟧")[0]
    assert "empty mark" in problems(marked="⟦urgency| ⟧ ⟦urgency|c⟧")[0]
    assert "stray" in problems(marked=GOOD["marked"] + " ⟧")[0]
    assert "under 2 marks" in problems(marked="⟦urgency|now⟧ only")[0]
    assert "with kind" in problems(kind="office")[0]
    assert "long mark" in problems(marked=f"⟦urgency|{'x' * 161}⟧ ⟦urgency|c⟧")[0]
    assert "lang is" in problems(lang="fr")[0]
    assert "no JSON" in file_problems(["{"], "en")[0]
    twice = file_problems([json.dumps(GOOD), json.dumps(GOOD)], "en")
    assert any("near copy" in p for p in twice) and any("twice" in p for p in twice)
    missing = {k: v for k, v in GOOD.items() if k != "note"}
    assert "missing note" in file_problems([json.dumps(missing)], "en")[0]


def test_marks_follow_the_normalised_text():
    row = read_row(GOOD | {"marked": "🙂  ⟦urgency|Ｌｅａｖｅ  today⟧, ⟦location_opaque|a b r o a d⟧"})
    assert row.text == normalise(row.source)
    assert [(t, row.text[a:b]) for t, a, b in row.marks] == [("urgency", "Leave today"), ("location_opaque", "abroad")]
