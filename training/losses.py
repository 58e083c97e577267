"""Losses. Token and advert labels hold for written texts alone; every text has lure and job labels."""

import torch
from torch import Tensor
from torch.nn import functional as F

from .batches import Batch

POSITIVE_WEIGHT = 3.0
BOARD_WEIGHT = 0.5  # adverts of public boards weigh less than written ones: they are mostly office work
LAYERS = {1: 3, 3: 7, 5: 11}  # student layer -> teacher layer (from 0) whose hidden state it should reach


def label_loss(out: dict[str, Tensor], batch: Batch) -> tuple[Tensor, dict[str, float]]:
    """Sum of token, advert-trait, lure and job losses, and the parts for the log."""
    weight = torch.where(batch.written > 0, 1.0, BOARD_WEIGHT)
    token = F.binary_cross_entropy_with_logits(
        out["logits"].float(), batch.tags, reduction="none", pos_weight=torch.tensor(POSITIVE_WEIGHT)
    ).sum(-1)
    token = (token * batch.seen).sum() / batch.seen.sum().clamp(min=1)
    advert = F.binary_cross_entropy_with_logits(out["advert"].float(), batch.tags.amax(1), reduction="none").mean(-1)
    advert = (advert * batch.written).sum() / batch.written.sum().clamp(min=1)
    lure = F.binary_cross_entropy_with_logits(out["lure"].float(), batch.lure * 0.96 + 0.02, reduction="none")
    lure = (lure * weight).sum() / weight.sum()
    job = F.binary_cross_entropy_with_logits(out["job"].float(), batch.job * 0.98 + 0.01)
    loss = 0.5 * token + 2.0 * advert + lure + 0.3 * job
    return loss, {"token": token.item(), "advert": advert.item(), "lure": lure.item(), "job": job.item()}


def distil_loss(
    out: dict[str, Tensor], states: list[Tensor], wanted: dict[str, Tensor], wanted_states: list[Tensor], batch: Batch
) -> tuple[Tensor, dict[str, float]]:
    """Soft labels of the teacher for all four outputs, and its hidden states by cosine and squared distance."""
    real = batch.attention.float()
    count = real.sum()

    def soft(name: str) -> Tensor:
        return F.binary_cross_entropy_with_logits(out[name].float(), wanted[name].float().sigmoid(), reduction="none")

    token = (soft("logits").sum(-1) * real).sum() / count
    heads = 2.0 * soft("advert").mean() + soft("lure").mean() + 0.3 * soft("job").mean()
    gap = F.mse_loss(out["lure"].float(), wanted["lure"].float()) * 0.05
    hidden = torch.zeros(())
    for mine, theirs in LAYERS.items():
        a, b = states[mine].float(), wanted_states[theirs].float()
        distance = (1 - F.cosine_similarity(a, b, dim=-1)) + ((a - b) ** 2).mean(-1) / (b**2).mean(-1)
        hidden = hidden + (distance * real).sum() / count
    loss = 0.5 * token + heads + gap + hidden
    return loss, {"soft": (token + heads).item(), "hidden": hidden.item()}
