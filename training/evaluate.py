"""Step `evaluate`: every figure of the model card, measured on the test split with the shipped file alone."""

import contextlib
import gzip
import io
from dataclasses import dataclass

import numpy as np

from .board import read_board
from .corpus import Row
from .languages import GROUPS, base_of, drawn_recall, group_of, recall_table
from .measures import auc, recall_at, share
from .nonadverts import non_adverts
from .paths import MODEL
from .score import Raw, Scorer
from .split import rows_of
from .tags import tags
from .trait_thresholds import f1, token_labels

BEGIN, END = "<!-- figures: python -m training evaluate --card -->", "<!-- end of figures -->"
WARNED = ("look-closer", "several-signs", "strong")
UNSEEN_EPOCH = 10_000  # mixtures of non-advert sentences that no training epoch drew


@dataclass
class Scored:
    row: Row
    raw: Raw
    verdict: dict

    @property
    def p(self) -> float:
        return self.verdict["probability"]

    @property
    def warned(self) -> bool:
        return self.verdict["level"] in WARNED


def score_rows(scorer: Scorer, rows: list[Row], known: bool = False) -> list[Scored]:
    raws = [scorer.raw(r.text) for r in rows]
    return [Scored(r, raw, scorer.judge(raw, r.lang, known)) for r, raw in zip(rows, raws)]


def verdict_figures(test: list[Scored], limit: float) -> None:
    lures = [s for s in test if s.row.lure]
    honest = [s for s in test if not s.row.lure and s.row.is_job]
    lure_p, honest_p = np.array([s.p for s in lures]), np.array([s.p for s in honest])
    print(f"## Verdict\ntest rows: {len(test)}, lures {len(lures)}, honest adverts {len(honest)}")
    print(f"AUC, lures against honest adverts: {auc(lure_p, honest_p):.3f}")
    print("AUC, lures against every ordinary row (awareness and texts without a job too): "
          f"{auc(lure_p, np.array([s.p for s in test if not s.row.lure])):.3f}")
    print(f"recall at the look-closer threshold {limit}: {share(s.p >= limit for s in lures)}")
    print(f"alarms on honest adverts at that threshold: {share(s.p >= limit for s in honest)}")
    print(f"recall where 2 % of the honest test adverts alarm: {recall_at(lure_p, honest_p, 0.02):.0%}")
    print(f"subtle lures: {share(s.p >= limit for s in lures if s.row.subtle)}")
    for kind in sorted({s.row.kind for s in lures}):
        print(f"lures, {kind}: {share(s.p >= limit for s in lures if s.row.kind == kind)}")
    for kind in sorted({s.row.kind for s in test if not s.row.lure}):
        print(f"alarms, {kind}: {share(s.p >= limit for s in test if s.row.kind == kind)}")
    for length, low, high in (("up to 40", 0, 40), ("41 to 120", 41, 120), ("over 120", 121, 10**6)):
        inside = [s for s in lures if low <= len(s.raw.offsets) <= high]
        print(f"lures of {length} tokens: {share(s.p >= limit for s in inside)}")


def language_figures(held_out: list[Scored], test: list[Scored], limit: float) -> None:
    print("\n## By script group (test split)")
    for group in GROUPS:
        mine = [s for s in test if group_of(s.row.lang) == group]
        print(f"{group}: recall {share(s.p >= limit for s in mine if s.row.lure)}; alarms on honest adverts "
              f"{share(s.p >= limit for s in mine if not s.row.lure and s.row.is_job)}")
    print("\n## By language (calibration and test splits together: too few rows for either alone)")
    table = recall_table([s.row for s in held_out], [s.p for s in held_out], limit)
    drawn = drawn_recall(table)
    for lang in sorted(table):
        mine = [s for s in held_out if base_of(s.row.lang) == lang]
        print(f"{lang}: recall {share(s.p >= limit for s in mine if s.row.lure)}, drawn to its group {drawn[lang]:.2f}; "
              f"alarms on honest adverts {share(s.p >= limit for s in mine if not s.row.lure and s.row.is_job)}")


def level_figures(test: list[Scored], limit: float) -> None:
    print("\n## Levels and gates")
    lures = [s for s in test if s.row.lure]
    for name, rows in (("lures", lures), ("honest adverts", [s for s in test if not s.row.lure and s.row.is_job])):
        counts = {level: sum(s.verdict["level"] == level for s in rows) for level in ("none", "not-enough", *WARNED)}
        print(f"levels of {name}: {counts}")
    over = [s for s in lures if s.p >= limit]
    print(f"lures over the threshold that the trait rules turn into not-enough: {share(not s.warned for s in over)}")


def occlusion_figures(scorer: Scorer, test: list[Scored]) -> None:
    order = ("not-enough", "none", *WARNED)
    falls = []
    for s in test:
        if s.row.lure and s.warned:
            spans = [span for trait, found in s.verdict["spans"].items() if trait != "verifiable" for span in found]
            text = "".join(c for i, c in enumerate(s.row.text) if not any(a <= i < b for a, b in spans))
            after = scorer.judge(scorer.raw(" ".join(text.split()) or "."), s.row.lang)["level"]
            falls.append(order.index(after) < order.index(s.verdict["level"]))
    print(f"warned lures whose level falls when the shown words are taken away: {share(falls)}")


def trait_figures(test: list[Scored], thresholds: dict) -> None:
    print("\n## Traits (test split)")
    truth = np.concatenate([token_labels(s.row, s.raw, tags()) for s in test])
    guess = np.concatenate([s.raw.tokens >= [thresholds["traits"][t]["token"] for t in tags()] for s in test])
    carried = np.array([[any(m[0] == t for m in s.row.marks) for t in tags()] for s in test])
    found = np.array([[t in s.verdict["found"] for t in tags()] for s in test])
    print(f"token F1 over all tags: {f1(guess, truth):.2f}; advert F1 over all tags: {f1(found, carried):.2f}")
    both = (found & carried).sum()
    print(f"found tags that the corpus marks too: {both / max(1, found.sum()):.0%}; marked tags that are found: {both / carried.sum():.0%}")
    for n, tag in enumerate(tags()):
        print(f"{tag}: token F1 {f1(guess[:, n], truth[:, n]):.2f}, advert F1 {f1(found[:, n], carried[:, n]):.2f}, "
              f"in {int(carried[:, n].sum())} rows")


def board_figures(scorer: Scorer, limit: float) -> None:
    print("\n## Ordinary adverts of public boards (the data's `valid` part, never trained or calibrated on)")
    rows = read_board()["valid"]
    if not rows:
        print("skipped: the board data are not here")
        return
    scored = score_rows(scorer, rows, known=True)
    print(f"probability over the threshold: {share(s.p >= limit for s in scored)}; warned: {share(s.warned for s in scored)}")
    low = scorer.thresholds["minimum"]["job"]
    print(f"board adverts under minimum.job: {share(s.verdict['job'] < low for s in scored)}")


def job_figures(scorer: Scorer, test: list[Scored]) -> None:
    low = scorer.thresholds["minimum"]["job"]
    print(f"\n## Is it a job advert? (minimum.job {low})")
    print(f"real adverts under it: {share(s.verdict['job'] < low for s in test if s.row.is_job)}")
    for kind in ("not_a_job", "awareness"):
        print(f"{kind} under it: {share(s.verdict['job'] < low for s in test if s.row.kind == kind)}")
    other = score_rows(scorer, non_adverts(UNSEEN_EPOCH, 4))
    print("non-adverts from the sentences that training also used, other mixtures (optimistic): "
          f"{share(s.verdict['job'] < low for s in other)}; warned: {share(s.warned for s in other)}")


def evaluate() -> None:
    scorer = Scorer()
    limit = scorer.thresholds["levels"]["look-closer"]
    test, calibration = score_rows(scorer, rows_of("test")), score_rows(scorer, rows_of("calibration"))
    verdict_figures(test, limit)
    language_figures(calibration + test, test, limit)
    level_figures(test, limit)
    occlusion_figures(scorer, test)
    trait_figures(test, scorer.thresholds)
    board_figures(scorer, limit)
    job_figures(scorer, test)
    print("\n## Size")
    for name in ("onnx/model_quantized.onnx", "tokenizer.json"):
        data = (MODEL / name).read_bytes()
        print(f"{name}: {len(data) / 1e6:.1f} MB, gzip {len(gzip.compress(data, 6)) / 1e6:.1f} MB")


def write_card() -> None:
    """Prints the figures and puts them into the model card, between the two comment lines."""
    out = io.StringIO()
    with contextlib.redirect_stdout(out):
        evaluate()
    print(out.getvalue())
    card = MODEL / "README.md"
    text = card.read_text("utf-8")
    before, after = text.split(BEGIN)[0], text.split(END)[1]
    card.write_text(f"{before}{BEGIN}\n```text\n{out.getvalue().strip()}\n```\n{END}{after}", "utf-8")
