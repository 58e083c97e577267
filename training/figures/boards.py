"""False alarms on ordinary adverts of public boards, and whether a text is an advert at all."""

from ..board import read_board
from ..measures import share
from ..nonadverts import non_adverts
from ..score import Scorer
from .scored import Scored, score_rows

UNSEEN_EPOCH = 10_000  # mixtures of non-advert sentences that no training epoch drew


def board_figures(scorer: Scorer, limit: float) -> tuple[int, int]:
    """Returns (warned, all); (0, 0) where the data are absent."""
    print("\n## Ordinary adverts of public boards (the data's `valid` part, never trained or calibrated on)")
    rows = read_board()["valid"]
    if not rows:
        print("skipped: the board data are not here")
        return 0, 0
    scored = score_rows(scorer, rows, known=True)
    print(f"warned: {share(s.warned for s in scored)}; probability over the threshold: {share(s.p >= limit for s in scored)}")
    low = scorer.thresholds["minimum"]["job"]
    print(f"board adverts under minimum.job: {share(s.verdict['job'] < low for s in scored)}")
    return sum(s.warned for s in scored), len(scored)


def job_figures(scorer: Scorer, test: list[Scored]) -> None:
    low = scorer.thresholds["minimum"]["job"]
    print(f"\n## Is it a job advert? (minimum.job {low})")
    print(f"real adverts under it: {share(s.verdict['job'] < low for s in test if s.row.is_job)}")
    for kind in ("not_a_job", "awareness"):
        print(f"{kind} under it: {share(s.verdict['job'] < low for s in test if s.row.kind == kind)}")
    other = score_rows(scorer, non_adverts(UNSEEN_EPOCH, 4))
    print("non-adverts from the sentences that training also used, other mixtures (optimistic): "
          f"{share(s.verdict['job'] < low for s in other)}; warned: {share(s.warned for s in other)}")
