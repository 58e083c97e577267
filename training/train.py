"""Step `train`: the teacher (12 layers), then the student (its lower 6 layers, distilled). Resumable by epoch.

The one-cycle schedule runs over the share of work done: steps of the planned epochs, or minutes of training where
`--minutes` is given (whichever is further), so that a busy machine still ends with a finished schedule.
Two processes of one thread each work on one batch each and add their gradients (parallel.py): on a shared machine
that is faster than two threads that wait for each other in every layer.
"""

import math
import time
from collections.abc import Iterator

import torch
from torch.nn.utils import clip_grad_norm_

from .batches import Batch, batches, epoch_rows
from .losses import distil_loss, label_loss
from .network import Detector, build
from .parallel import Pair
from .paths import RUNS
from .split import rows_of

STAGES = {
    # the student's shape on labels alone, without and with the larger changes of grafts.py: to be compared with it
    "plain": {"layers": 6, "epochs": 3, "boards": 1200, "rate": 1.2e-4},
    "grafted": {"layers": 6, "epochs": 3, "boards": 1200, "rate": 1.2e-4},
    "teacher": {"layers": 12, "epochs": 8, "boards": 900, "rate": 8e-5},
    "student": {"layers": 6, "epochs": 8, "boards": 1200, "rate": 1.0e-4},
}
HEAD_FACTOR = 10
WARM = 0.1


def rate_at(share: float) -> float:
    """One-cycle: linear rise over WARM, then cosine down to 1 %."""
    if share < WARM:
        return max(share / WARM, 0.02)
    return 0.01 + 0.99 * 0.5 * (1 + math.cos(math.pi * min(1.0, (share - WARM) / (1 - WARM))))


def optimiser(net: Detector, rate: float) -> torch.optim.Optimizer:
    body, heads = [], []
    for name, p in net.named_parameters():
        (body if name.split(".")[0] in ("pos", "ln", "layers") else heads).append(p)
    groups = [{"params": body, "lr": rate, "top": rate}, {"params": heads, "lr": rate, "top": rate * HEAD_FACTOR}]
    return torch.optim.AdamW(groups, weight_decay=0.01)


def log(stage: str, text: str) -> None:
    line = f"{time.strftime('%H:%M:%S')} {stage} {text}"
    print(line, flush=True)
    with (RUNS / "train.log").open("a", encoding="utf-8") as out:
        out.write(line + "\n")


def step_loss(net: Detector, teacher: Detector | None, batch: Batch) -> tuple[torch.Tensor, dict[str, float]]:
    with torch.autocast("cpu", torch.bfloat16):
        out, states = net(batch.ids, batch.attention)
        loss, parts = label_loss(out, batch)
        if teacher is not None:
            with torch.no_grad():
                wanted, wanted_states = teacher(batch.ids, batch.attention)
            extra, more = distil_loss(out, states, wanted, wanted_states, batch)
            loss, parts = 0.5 * loss + extra, parts | more
    return loss, parts


def batches_of(stage: str, start: int, total: int, rank: int) -> Iterator[tuple[float, bool, Batch]]:
    """(share of planned work done, whether an epoch ends here, batch); the ranks take turns, both equally often."""
    written = rows_of("train")
    for epoch in range(start, total):
        work = batches(epoch_rows(written, epoch, STAGES[stage]["boards"], grafts=stage != "plain"), epoch)
        mine = work[rank::2][: len(work) // 2]
        for n, batch in enumerate(mine):
            yield (epoch + n / len(mine)) / total, n == len(mine) - 1, batch


def help_out(pair: Pair, stage: str, net: Detector, teacher: Detector | None, start: int, total: int) -> None:
    """The second process: gradients alone; weights lie in shared memory and are changed by the first."""
    torch.set_num_threads(1)
    torch.manual_seed(11)
    net.train()
    for _share, _last, batch in batches_of(stage, start, total, 1):
        net.zero_grad(set_to_none=True)
        step_loss(net, teacher, batch)[0].backward()
        if not pair.give(net):
            return


def run_stage(stage: str, net: Detector, teacher: Detector | None, minutes: float | None, epochs: int | None, fresh: bool) -> None:
    """Trains and saves runs/<stage>.pt; runs/<stage>.part.pt after each epoch."""
    torch.set_num_threads(1)
    plan = STAGES[stage]
    total = epochs or plan["epochs"]
    opt = optimiser(net, plan["rate"])
    part, start, spent = RUNS / f"{stage}.part.pt", 0, 0.0
    if part.exists() and not fresh:
        saved = torch.load(part)
        net.load_state_dict(saved["net"], strict=False)
        opt.load_state_dict(saved["opt"])
        start, spent = saved["epoch"], saved["spent"]
        log(stage, f"resumed after epoch {start}, {spent / 60:.1f} min")
    pair = Pair(net)
    pair.begin(help_out, stage, net, teacher, start, total)
    net.train()
    sums: dict[str, float] = {}
    began, step, share = time.monotonic(), 0, 0.0
    for share, last, batch in batches_of(stage, start, total, 0):
        step += 1
        if minutes:
            share = max(share, spent / 60 / minutes)
        for group in opt.param_groups:
            group["lr"] = group["top"] * rate_at(share)
        net.zero_grad(set_to_none=True)
        loss, parts = step_loss(net, teacher, batch)
        loss.backward()
        pair.take(net)
        clip_grad_norm_(net.parameters(), 1.0)
        opt.step()
        spent, began = spent + time.monotonic() - began, time.monotonic()
        done = bool(minutes) and spent / 60 >= minutes
        pair.go_on(not done)
        for key, value in parts.items():
            sums[key] = sums.get(key, 0) + value
        if step % 25 == 0:
            log(stage, f"step {step} {spent / 60:.1f} min done {share:.0%} | " + " ".join(f"{k} {v / 25:.3f}" for k, v in sums.items()))
            sums = {}
        if last:
            start += 1
            torch.save({"net": net.state_dict(), "opt": opt.state_dict(), "epoch": start, "spent": spent}, part)
            log(stage, f"epoch {start} of {total} done")
        if done:
            break
    torch.save(net.state_dict(), RUNS / f"{stage}.pt")
    part.unlink(missing_ok=True)
    pair.end()
    log(stage, f"finished after {spent / 60:.1f} min")


def load(stage: str) -> Detector:
    """A trained stage in eval mode."""
    net = build(STAGES[stage]["layers"])
    net.load_state_dict(torch.load(RUNS / f"{stage}.pt"), strict=False)
    return net.eval()


def student_of(teacher: Detector) -> Detector:
    """The teacher's lower layers with the teacher's heads."""
    net = build(STAGES["student"]["layers"])
    kept = {k: v for k, v in teacher.state_dict().items() if k in net.state_dict()}
    net.load_state_dict(kept, strict=False)
    return net


def train_stages(stage: str, minutes: float | None, epochs: int | None, fresh: bool, warm: bool = False) -> None:
    """warm: go on from an earlier round's weights (runs/<stage>.pt), for instance after the corpus has grown."""
    torch.manual_seed(7)
    RUNS.mkdir(parents=True, exist_ok=True)
    if stage in ("plain", "grafted"):
        run_stage(stage, load(stage) if warm else build(6), None, minutes, epochs, fresh)
    if stage in ("teacher", "both"):
        run_stage("teacher", load("teacher") if warm else build(12), None, minutes, epochs, fresh)
    if stage in ("student", "both"):
        teacher = load("teacher")
        run_stage("student", load("student") if warm else student_of(teacher), teacher, minutes, epochs, fresh)
