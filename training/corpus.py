"""The written corpus: rows, marks and where the marks lie in the normalised text."""

import json
import re
from dataclasses import dataclass, field

from .normalise import normalise_units, source_of, text_of
from .paths import CORPUS

MARK = re.compile(r"⟦([^|⟦⟧]*)\|([^⟦⟧]*)⟧")


@dataclass
class Row:
    """One advert. `marks` are (trait, start, end) in code points of `text`, which is normalised."""

    id: str
    lang: str
    label: str
    kind: str
    subtle: bool
    source: str
    text: str
    marks: list[tuple[str, int, int]] = field(default_factory=list)
    note: str = ""
    register: str = ""
    plain: str = ""  # the text as written, without title and marks
    plain_marks: list[tuple[str, int, int]] = field(default_factory=list)
    target: float | None = None  # where a changed text is a lure in part only

    @property
    def lure(self) -> bool:
        return self.label == "lure"

    @property
    def lure_target(self) -> float:
        """What the lure head should say: 0 to 1."""
        return float(self.lure) if self.target is None else self.target

    @property
    def writing_pass(self) -> str:
        """The letter before the number of a written row's id: one pass, one set of voices."""
        return self.id.rsplit("-", 1)[-1][:1]

    @property
    def is_job(self) -> bool:
        """A job advert, lure or honest; warnings about lures and texts without a job are none."""
        return self.kind not in ("not_a_job", "awareness", "non_advert")


def unmark(marked: str) -> tuple[str, list[tuple[str, int, int]]]:
    """Plain text and marks in its code points."""
    plain, marks, at, length = [], [], 0, 0
    for match in MARK.finditer(marked):
        before = marked[at : match.start()]
        length += len(before)
        marks.append((match[1], length, length + len(match[2])))
        length += len(match[2])
        plain += [before, match[2]]
        at = match.end()
    return "".join(plain) + marked[at:], marks


def read_row(raw: dict) -> Row:
    """Normalises one corpus row and moves its marks onto the normalised text."""
    plain, marks = unmark(raw["marked"])
    source = source_of(raw["title"], plain)
    shift = len(source) - len(plain)
    units = normalise_units(source)
    moved = []
    for trait, start, end in marks:
        inside = [i for i, u in enumerate(units) if u.start < end + shift and u.end > start + shift]
        if inside:
            moved.append((trait, inside[0], inside[-1] + 1))
    return Row(
        raw["id"], raw["lang"], raw["label"], raw["kind"], bool(raw["subtle"]),
        source, text_of(units), moved, raw["note"], raw["register"], plain, marks,
    )


def read_corpus() -> list[Row]:
    """All rows, in the order of file name and line."""
    rows = []
    for path in sorted(CORPUS.glob("*.jsonl")):
        rows += [read_row(json.loads(line)) for line in path.read_text("utf-8").splitlines() if line.strip()]
    return rows
