"""From rows to padded batches of about equal length."""

import random
from dataclasses import dataclass
from functools import lru_cache

import numpy as np
import torch
from tokenizers import Tokenizer
from torch import Tensor

from .augment import augment, join
from .board import hard, sample
from .corpus import Row
from .grafts import Grafter
from .network import TRAITS
from .nonadverts import non_adverts
from .paths import BASE
from .tags import tags

WINDOW = 256
BOARD_WINDOW = 128  # board adverts are long and alike: a part of each says enough for its cost
BATCH_TOKENS = 1024
BATCH_ROWS = 12


@dataclass
class Batch:
    """ids, attention: B×T; tags: B×T×19 (0/1); seen: B×T, 1 where token labels hold; lure, job, written: B."""

    ids: Tensor
    attention: Tensor
    tags: Tensor
    seen: Tensor
    lure: Tensor
    job: Tensor
    written: Tensor


@dataclass
class Example:
    ids: list[int]
    tags: np.ndarray
    lure: float
    job: float
    written: float


@lru_cache
def tokenizer() -> Tokenizer:
    return Tokenizer.from_file(str(BASE / "tokenizer.json"))


def example(row: Row, rng: random.Random) -> Example:
    """Tokenises, labels each token by overlap with the marks, and cuts a window where the text is too long."""
    encoding = tokenizer().encode(row.text)
    ids, offsets = encoding.ids[1:-1], encoding.offsets[1:-1]
    labels = np.zeros((len(ids), len(tags())), np.float32)
    index = {tag: n for n, tag in enumerate(tags())}
    for trait, start, end in row.marks:
        for n, (a, b) in enumerate(offsets):
            if a < end and b > start and row.text[a:b].strip():
                labels[n, index[trait]] = 1
    body = (BOARD_WINDOW if row.kind == "board" else WINDOW) - 2
    if len(ids) > body:
        start = window_start(row, labels, body, rng)
        ids, labels = ids[start : start + body], labels[start : start + body]
    edge = np.zeros((1, labels.shape[1]), np.float32)
    written = float(row.kind not in ("board", "non_advert"))
    return Example([0, *ids, 2], np.concatenate([edge, labels, edge]), row.lure_target, float(row.is_job), written)


def window_start(row: Row, labels: np.ndarray, body: int, rng: random.Random) -> int:
    """Where a window of a long text begins: at the beginning, which says most, or anywhere; in a lure where its
    words are, since a window without any is not a lure."""
    last = len(labels) - body
    drawn = 0 if rng.random() < 0.5 else rng.randrange(last + 1)
    if not row.lure:
        return drawn
    carried = labels[:, :TRAITS]
    enough = min(2, int(carried.any(0).sum()))
    if carried[drawn : drawn + body].any(0).sum() >= enough:
        return drawn
    middle = int(np.median(np.flatnonzero(carried.any(1)))) if carried.any() else 0
    return min(last, max(0, middle - body // 2))


def collate(examples: list[Example]) -> Batch:
    longest = -(-max(len(e.ids) for e in examples) // 16) * 16  # few shapes: kernels are prepared once a shape
    ids = np.ones((len(examples), longest), np.int64)
    labels = np.zeros((len(examples), longest, examples[0].tags.shape[1]), np.float32)
    seen = np.zeros((len(examples), longest), np.float32)
    for n, e in enumerate(examples):
        ids[n, : len(e.ids)] = e.ids
        labels[n, : len(e.ids)] = e.tags
        seen[n, 1 : len(e.ids) - 1] = e.written
    columns = [torch.tensor([getattr(e, k) for e in examples]) for k in ("lure", "job", "written")]
    table = torch.from_numpy(ids)
    return Batch(table, (table != 1).long(), torch.from_numpy(labels), torch.from_numpy(seen), *columns)


def epoch_rows(written: list[Row], epoch: int, boards: int, grafts: bool = True) -> list[Row]:
    """Written rows (changed), a quarter hard board adverts, another sample of the rest, texts that are no adverts, joined pairs."""
    rng = random.Random(epoch)
    drawn = hard(boards // 4, epoch) + sample(boards - boards // 4, salt=f"epoch{epoch}")
    pages = non_adverts(epoch)
    grafter = Grafter(written, drawn, pages)
    rows = [augment(grafter.change(r, rng) if grafts else r, rng) for r in written]
    plain = [r for r in written if not r.lure and r.is_job]
    for _ in range(len(written) // 30):
        first = rng.choice(plain)
        rows.append(join(first, rng.choice([r for r in plain if r.lang == first.lang])))
    return rows + drawn + pages


def batches(rows: list[Row], epoch: int) -> list[Batch]:
    """Shuffled batches under BATCH_TOKENS padded tokens and BATCH_ROWS rows, of rows alike in length."""
    rng = random.Random(1000 + epoch)
    examples = [example(r, rng) for r in rows]
    rng.shuffle(examples)
    examples.sort(key=lambda e: len(e.ids) + rng.random() * 12)
    groups: list[list[Example]] = [[]]
    for e in examples:
        group = groups[-1]
        longest = max([len(e.ids), *(len(g.ids) for g in group)])
        if group and (len(group) == BATCH_ROWS or longest * (len(group) + 1) > BATCH_TOKENS):
            groups.append([])
        groups[-1].append(e)
    rng.shuffle(groups)
    return [collate(g) for g in groups]
