"""Step `evaluate`: every figure of the model card, measured on the test split with the shipped file alone."""

import contextlib
import gzip
import io

from .figures.boards import board_figures, job_figures
from .figures.explanations import explanation_figures
from .figures.fairness import fairness_figures
from .figures.languages import language_figures
from .figures.prevalence import prevalence_figures
from .figures.reliability import reliability_figures
from .figures.robustness import robustness_figures
from .figures.scored import score_rows
from .figures.steps import step_figures
from .figures.traits import trait_figures
from .figures.verdicts import level_figures, verdict_figures
from .paths import MODEL
from .score import Scorer
from .split import rows_of

BEGIN, END = "<!-- figures: python -m training evaluate --card -->", "<!-- end of figures -->"


def size_figures() -> None:
    print("\n## Size")
    for name in ("onnx/model_quantized.onnx", "tokenizer.json"):
        data = (MODEL / name).read_bytes()
        print(f"{name}: {len(data) / 1e6:.1f} MB, gzip {len(gzip.compress(data, 6)) / 1e6:.1f} MB")


def evaluate(quick: bool = False) -> None:
    """quick: without the sections that score every text many times."""
    scorer = Scorer()
    limit = scorer.thresholds["levels"]["look-closer"]
    test, calibration = score_rows(scorer, rows_of("test")), score_rows(scorer, rows_of("calibration"))
    verdict_figures(test, limit)
    level_figures(test, limit)
    reliability_figures(test)
    language_figures(calibration + test, test, limit)
    trait_figures(test)
    fairness_figures(test)
    boards = board_figures(scorer, limit)
    lures, honest = [s for s in test if s.lure], [s for s in test if s.honest]
    prevalence_figures((sum(s.warned for s in lures), len(lures)), {
        "ordinary board adverts": boards, "look-alikes and honest work abroad": (sum(s.warned for s in honest), len(honest)),
    })
    job_figures(scorer, test)
    if not quick:
        explanation_figures(scorer, test, limit)
        robustness_figures(scorer, test)
    step_figures()
    size_figures()


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
