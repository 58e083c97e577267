"""The network: a plain BERT encoder (post-LayerNorm, exact GELU) over frozen 4-bit token embeddings, and four heads.

Shapes: B adverts, T tokens, H = 384, 19 tags. Needs torch (the `train` extra).
"""

import json

import numpy as np
import torch
from torch import Tensor, nn
from torch.nn import functional as F

from .paths import BASE

TAGS = 19
TRAITS = 18  # the nineteenth tag, `verifiable`, must not lower a verdict, so it does not feed the lure logit


class PoolDropout(nn.Module):
    """Dropout that takes its mask from a pool drawn once, at a random place: drawing anew took a third of a step."""

    pool = ((torch.rand(1 << 22, generator=torch.Generator().manual_seed(5)) >= 0.1) / 0.9).to(torch.bfloat16)

    def forward(self, x: Tensor) -> Tensor:
        if not self.training or x.numel() >= len(self.pool):
            return x
        start = int(torch.randint(len(self.pool) - x.numel(), (1,)))
        return x * self.pool[start : start + x.numel()].view_as(x)


class Layer(nn.Module):
    def __init__(self, hidden: int, heads: int, ff: int, eps: float):
        super().__init__()
        self.heads = heads
        self.q, self.k, self.v, self.ao = (nn.Linear(hidden, hidden) for _ in range(4))
        self.fi, self.fo = nn.Linear(hidden, ff), nn.Linear(ff, hidden)
        self.aln, self.oln = nn.LayerNorm(hidden, eps), nn.LayerNorm(hidden, eps)
        self.drop = PoolDropout()

    def forward(self, x: Tensor, mask: Tensor) -> Tensor:
        """x: B×T×H; mask: B×1×1×T, 0 where attended, very negative elsewhere."""
        b, t, h = x.shape
        q, k, v = (m(x).view(b, t, self.heads, h // self.heads).transpose(1, 2) for m in (self.q, self.k, self.v))
        if torch.onnx.is_in_onnx_export():
            scores = torch.matmul(q, k.transpose(2, 3)) * (h // self.heads) ** -0.5 + mask
            mixed = torch.matmul(scores.softmax(-1), v)
        else:
            mixed = F.scaled_dot_product_attention(q, k, v, mask.to(q.dtype))
        mixed = mixed.transpose(1, 2).reshape(b, t, h)
        x = self.aln(x + self.drop(self.ao(mixed)))
        return self.oln(x + self.drop(self.fo(F.gelu(self.fi(x)))))


class Detector(nn.Module):
    """Encoder with trait, lure and job heads."""

    def __init__(self, sizes: dict, pieces: int, layers: int):
        super().__init__()
        h = sizes["hidden"]
        self.register_buffer("table", torch.zeros(pieces, h), persistent=False)
        self.pos = nn.Parameter(torch.zeros(sizes["positions"], h))
        self.ln = nn.LayerNorm(h, sizes["eps"])
        self.drop = PoolDropout()
        self.layers = nn.ModuleList(Layer(h, sizes["heads"], sizes["ff"], sizes["eps"]) for _ in range(layers))
        self.traits = nn.Linear(h, TAGS)
        self.lure_pool, self.job_pool = nn.Linear(h, 1), nn.Linear(h, 1)
        self.context, self.job = nn.Linear(h, 1), nn.Linear(h, 1)
        self.from_traits = nn.Linear(TRAITS, 1, bias=False)
        nn.init.constant_(self.traits.bias, -4.0)  # tags are rare: start from few
        nn.init.constant_(self.from_traits.weight, 0.3)

    def encode(self, embedded: Tensor, attention: Tensor) -> list[Tensor]:
        """embedded: B×T×H token rows. Returns the hidden states after each layer."""
        mask = (1.0 - attention[:, None, None, :].to(embedded.dtype)) * -1e4
        x = self.drop(self.ln(embedded + self.pos[: embedded.shape[1]]))
        states = []
        for layer in self.layers:
            x = layer(x, mask)
            states.append(x)
        return states

    def heads(self, x: Tensor, ids: Tensor, attention: Tensor) -> dict[str, Tensor]:
        """Trait logits B×T×19, advert trait logits B×19 (maximum over tokens that are not special), lure and job B."""
        logits = self.traits(x)
        special = (attention == 0) | (ids == 0) | (ids == 2)
        advert = logits.masked_fill(special[:, :, None], -20.0).amax(1)
        hidden = (attention == 0)[:, :, None]

        def pooled(scorer: nn.Linear) -> Tensor:
            weights = scorer(x).masked_fill(hidden, -1e4).softmax(1)
            return (weights * x).sum(1)

        lure = self.context(pooled(self.lure_pool)) + self.from_traits(advert[:, :TRAITS].sigmoid())
        return {"logits": logits, "advert": advert, "lure": lure[:, 0], "job": self.job(pooled(self.job_pool))[:, 0]}

    def forward(self, ids: Tensor, attention: Tensor) -> tuple[dict[str, Tensor], list[Tensor]]:
        states = self.encode(F.embedding(ids, self.table), attention)
        return self.heads(states[-1], ids, attention), states


def load_base() -> tuple[dict, dict[str, np.ndarray]]:
    """Sizes and tensors written by step `base`."""
    data = np.load(BASE / "encoder.npz")
    return json.loads(str(data["sizes"])), {k: data[k] for k in data.files if k != "sizes"}


def build(layers: int) -> Detector:
    """A detector of the base's lowest `layers` layers, heads at random."""
    sizes, t = load_base()
    codes, scales = t["emb.word.codes"], t["emb.word.scales"]
    net = Detector(sizes, len(codes), layers)
    h = sizes["hidden"]
    table = (codes.astype(np.float32) - 8).reshape(len(codes), -1, 32) * scales[:, :, None].astype(np.float32)
    net.table.copy_(torch.from_numpy(table.reshape(len(codes), h)))
    position = t["emb.pos"].reshape(-1, h) + t["emb.type"].reshape(-1, h)[0]
    with torch.no_grad():
        net.pos.copy_(torch.from_numpy(position))
        net.ln.weight.copy_(torch.from_numpy(t["emb.ln.w"]))
        net.ln.bias.copy_(torch.from_numpy(t["emb.ln.b"]))
        for n, layer in enumerate(net.layers):
            for part in ("q", "k", "v", "ao", "fi", "fo", "aln", "oln"):
                module = getattr(layer, part)
                module.weight.copy_(torch.from_numpy(t[f"l{n}.{part}.w"].reshape(module.weight.shape)))
                module.bias.copy_(torch.from_numpy(t[f"l{n}.{part}.b"]))
    return net
