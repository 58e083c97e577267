"""Step `export`: the student as ONNX with a 4-bit embedding table and int8 matrices, checked against fp32.

TorchScript exporter, opset 17, IR 10. The embedding becomes com.microsoft.GatherBlockQuantized over the very codes the
model was trained with (onnx_table.py); matrices are int8 per output column, computed in fp32 (onnx_weights.py), so that
processors and WebAssembly agree. Needs torch.
"""

import json
import tempfile
from pathlib import Path

import numpy as np
import onnx
import onnxruntime
import torch
from torch import Tensor, nn

from .batches import tokenizer
from .corpus import Row
from .onnx_table import add_table
from .onnx_weights import store_int8
from .network import Detector, load_base
from .paths import MODEL
from .split import rows_of
from .tags import tags
from .train import load

TOLERANCE = 0.02  # mean distance of the uncalibrated lure probability, fp32 against the shipped file


class Shipped(nn.Module):
    """The network after the embedding: embedded rows in, three outputs out."""

    def __init__(self, net: Detector):
        super().__init__()
        self.net = net

    def forward(self, embedded: Tensor, ids: Tensor, attention: Tensor) -> tuple[Tensor, Tensor, Tensor]:
        states = self.net.encode(embedded, attention)
        out = self.net.heads(states[-1], ids, attention)
        return out["logits"], out["lure"], out["job"]


def _graph(net: Detector, path: Path) -> None:
    wrapper = Shipped(net).eval()  # without eval() here dropout comes back on
    ids = torch.tensor([[0, 10, 11, 12, 2], [0, 20, 2, 1, 1]])
    axes = {0: "batch", 1: "tokens"}
    torch.onnx.export(
        wrapper, (net.table[ids], ids, (ids != 1).long()), str(path), opset_version=17, dynamo=False,
        input_names=["embedded", "input_ids", "attention_mask"], output_names=["logits", "lure_logit", "job_logit"],
        dynamic_axes={"embedded": axes, "input_ids": axes, "attention_mask": axes, "logits": axes,
                      "lure_logit": {0: "batch"}, "job_logit": {0: "batch"}},
    )


def write_config(net: Detector, path: Path) -> None:
    """config.json in the layout that Transformers.js and transformers.AutoConfig read."""
    sizes, _ = load_base()
    names = tags()
    config = {
        "model_type": "bert", "architectures": ["BertForTokenClassification"], "hidden_act": "gelu",
        "hidden_size": sizes["hidden"], "intermediate_size": sizes["ff"], "num_attention_heads": sizes["heads"],
        "num_hidden_layers": len(net.layers), "max_position_embeddings": sizes["positions"], "type_vocab_size": 1,
        "vocab_size": net.table.shape[0], "layer_norm_eps": 1e-12, "pad_token_id": 1, "bos_token_id": 0, "eos_token_id": 2,
        "id2label": {str(n): name for n, name in enumerate(names)}, "label2id": {name: n for n, name in enumerate(names)},
        "problem_type": "multi_label_classification",
    }
    path.write_text(json.dumps(config, indent=1) + "\n", "utf-8")


def _verify(net: Detector, rows: list[Row], path: Path) -> None:
    """Prints the largest and mean distances between fp32 and the file; raises ValueError past TOLERANCE."""
    session = onnxruntime.InferenceSession(str(path))
    tag_gaps, lure_gaps = [], []
    for row in rows:
        ids = torch.tensor([tokenizer().encode(row.text).ids[:256]])
        feed = {"input_ids": ids.numpy(), "attention_mask": np.ones(ids.shape, np.int64)}
        logits, lure, _job = session.run(["logits", "lure_logit", "job_logit"], feed)
        with torch.no_grad():
            want, _ = net(ids, torch.ones_like(ids))
        tag_gaps.append(float((want["logits"].sigmoid() - torch.from_numpy(logits).sigmoid()).abs().max()))
        lure_gaps.append(float((want["lure"].sigmoid() - torch.from_numpy(lure).sigmoid()).abs().max()))
    print(f"fp32 against shipped, {len(rows)} texts: tag probability off by {max(tag_gaps):.3f} at most "
          f"({np.mean(tag_gaps):.4f} mean of worst), lure {max(lure_gaps):.3f} at most ({np.mean(lure_gaps):.4f} mean)")
    if np.mean(lure_gaps) > TOLERANCE:
        raise ValueError("the quantised model strays from fp32")


def export(stage: str = "student", target: Path = MODEL / "onnx" / "model_quantized.onnx") -> None:
    """Writes onnx/model_quantized.onnx and config.json."""
    net = load(stage)
    _, tensors = load_base()
    target.parent.mkdir(parents=True, exist_ok=True)
    with tempfile.TemporaryDirectory() as folder:
        plain = Path(folder) / "plain.onnx"
        _graph(net, plain)
        model = onnx.load(plain)
    print(f"matrices stored as int8: {store_int8(model)}")
    add_table(model, tensors["emb.word.codes"], tensors["emb.word.scales"])
    onnx.save(model, target)
    write_config(net, MODEL / "config.json")
    print(f"{target.name}: {target.stat().st_size / 1e6:.1f} MB")
    _verify(net, rows_of("calibration")[::3], target)
