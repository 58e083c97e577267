"""Step `base`: encoder weights in fp32 and the pruned 4-bit vocabulary, cached in runs/base/."""

import json

import numpy as np
from tokenizers import Tokenizer

from .basefile import read_tokenizer, read_weights
from .board import read_board
from .corpus import read_corpus
from .paths import BASE, MODEL
from .vocabulary import choose, rewrite, script_of, usage

CONFIG = {"pad_token": "<pad>", "bos_token": "<s>", "eos_token": "</s>", "cls_token": "<s>", "sep_token": "</s>",
          "unk_token": "<unk>", "model_max_length": 256, "tokenizer_class": "PreTrainedTokenizerFast"}


def build_base() -> None:
    """Writes runs/base/encoder.npz, tokenizer.json here and into the model folder; prints what pruning costs."""
    base = read_tokenizer()
    vocab = base["model"]["vocab"]
    full = Tokenizer.from_str(json.dumps(rewrite(base, list(range(len(vocab) - 1)))))
    written = [row.text for row in read_corpus()]
    boards = [row.text for part in read_board().values() for row in part]
    seen, used = usage(full, written), usage(full, boards)
    kept = choose(vocab, seen, used)
    sizes, tensors = read_weights()
    tensors["emb.word.codes"] = tensors["emb.word.codes"][kept]
    tensors["emb.word.scales"] = tensors["emb.word.scales"][kept]
    np.savez(BASE / "encoder.npz", sizes=json.dumps(sizes), **tensors)
    pruned = rewrite(base, kept)
    text = json.dumps(pruned, ensure_ascii=False, separators=(",", ":"))
    MODEL.mkdir(parents=True, exist_ok=True)
    for folder in (BASE, MODEL):
        (folder / "tokenizer.json").write_text(text, "utf-8")
    (MODEL / "tokenizer_config.json").write_text(json.dumps(CONFIG, indent=1) + "\n", "utf-8")
    small = usage(Tokenizer.from_str(text), boards)
    counts: dict[str, int] = {}
    for i in kept:
        counts[script_of(vocab[i][0])] = counts.get(script_of(vocab[i][0]), 0) + 1
    print("pieces kept:", len(kept), counts)
    if boards:
        print(f"ordinary adverts: {sum(small.values()) / sum(used.values()) - 1:+.2%} tokens, "
              f"unknown {small[3] / sum(small.values()):.4%} (before {used[3] / sum(used.values()):.4%})")
