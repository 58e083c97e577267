import unicodedata

import pytest
import regex
from tokenizers import Tokenizer

from training.corpus import read_corpus
from training.edge_cases import EDGES
from training.normalise import normalise, normalise_units, text_of
from training.paths import MODEL


@pytest.fixture(scope="module")
def sources() -> list[str]:
    return EDGES + [row.source for row in read_corpus()[::5]]


def test_map_is_ordered_and_inside_the_source(sources):
    for source in sources:
        units = normalise_units(source)
        assert all(0 <= u.start < u.end <= len(source) for u in units)
        assert all(a.start <= b.start and a.end <= b.end for a, b in zip(units, units[1:])), source[:40]


def test_result_is_composed_and_single_spaced(sources):
    for source in sources:
        text = normalise(source)
        assert unicodedata.is_normalized("NFKC", text)
        assert text == text.strip() and not regex.search(r"[\s\u2581]{2}|[\t\n\u2581]", text)


def test_pieces_add_up_to_the_text(sources):
    tokenizer = Tokenizer.from_file(str(MODEL / "tokenizer.json"))
    for source in sources:
        text = normalise(source)
        encoding = tokenizer.encode(text)
        if 3 in encoding.ids or not text:
            continue
        assert "".join(encoding.tokens[1:-1]).replace("▁", " ") == " " + text


@pytest.mark.parametrize("pay", ["15,000-20,000", "15000-20000", "8.000.000", "5.000.000 - 8.000.000", "150 000 - 200 000 руб",
                                 "15000000", "2,500", "$1,200.50", "50 000 000"])
def test_pay_stays(pay):
    assert normalise(f"pay {pay} a month") == f"pay {pay} a month"


@pytest.mark.parametrize(("contact", "masked"), [
    ("hr.demo@example.com", "xx.xxxx@xxxxxxx.xxx"), ("@demo_hr5", "@xxxx_xx0"), ("t.me/demo5", "x.xx/xxxx0"),
    ("https://example.com/a?b=1", "xxxxx://xxxxxxx.xxx/x?x=0"), ("+95 9 555 000 123", "+00 0 000 000 000"),
    ("(02) 555-0001", "(00) 000-0000"), ("081-555-0123", "000-000-0000"), ("၀၉၅၅၅၀၀၀၁", "000000000"), ("1235550001", "0000000000"),
])
def test_contacts_are_masked_shape_for_shape(contact, masked):
    assert normalise(f"call {contact} now") == f"call {masked} now"


@pytest.mark.parametrize(("source", "wanted"), [
    ("t e l e g r a m", "telegram"), ("a b c", "a b c"), ("раypal", "paypal"), ("работa", "работа"), ("招•聘•客•服", "招聘客服"),
    ("ᄒ ᅡ ᆫ ᄀ", "한ᄀ"), ("Ｆｕｌｌ　１２", "Full 12"), ("a\u200db", "ab"), ("क\u094d\u200dष", "क\u094d\u200dष"), ("\ud83d", "\ufffd"),
])
def test_writing_tricks_are_undone(source, wanted):
    assert normalise(source) == wanted


def test_map_points_at_the_words():
    source = "x\u200by ﬁne  t.e.l.e"
    units = normalise_units(source)
    assert text_of(units) == "xy fine tele"
    assert [source[u.start : u.end] for u in units[3:5]] == ["ﬁ", "ﬁ"]
    assert source[units[-4].start : units[-1].end] == "t.e.l.e"
