"""Stores the matrices of an exported graph as int8 and computes with int8 activations, one scale for each token.

onnxruntime's own `quantize_dynamic` takes one scale for a whole activation: a few large values make the steps coarse
for all tokens. Here each row (token) has its own, which costs no measurable time and came three times nearer to fp32
(docs/decisions/0006). Integer sums are exact everywhere; what is left between processors and WebAssembly
are single steps of rounding.
"""

from itertools import count

import numpy as np
import onnx
from onnx import TensorProto, helper, numpy_helper

SMALLEST = 10_000  # matrices of the heads stay as they are
GELU_DEPTH = 0.17  # GELU never falls under -0.17: after it, most codes go to the positive side
GELU_ZERO = 32


def quantise(weights: np.ndarray) -> tuple[np.ndarray, np.ndarray]:
    """weights: in x out. int8 codes of the same shape and fp32 scales (out); weights ~ codes * scales."""
    scales = np.maximum(np.abs(weights).max(0), 1e-8) / 127
    return np.round(weights / scales).astype(np.int8), scales.astype(np.float32)


def _constants() -> list[onnx.TensorProto]:
    values = {
        "row_step": np.float32(1 / 127), "row_least": np.float32(1e-6), "row_zero": np.uint8(128),
        "gelu_step": np.float32(1 / (255 - GELU_ZERO)), "gelu_least": np.float32(GELU_DEPTH / GELU_ZERO),
        "gelu_zero": np.uint8(GELU_ZERO), "row_one": np.float32(1), "weight_zero": np.int8(0),
    }
    return [numpy_helper.from_array(np.array(v), name) for name, v in values.items()]


def _row_codes(source: str, after_gelu: bool, name: str) -> tuple[list[onnx.NodeProto], str, str, str]:
    """Nodes that turn `source` (… x in) into uint8 codes with one scale a row; names of codes, scale and zero point."""
    kind = "gelu" if after_gelu else "row"
    nodes = [] if after_gelu else [helper.make_node("Abs", [source], [f"{name}_abs"])]
    nodes += [
        helper.make_node("ReduceMax", [source if after_gelu else f"{name}_abs"], [f"{name}_top"], axes=[-1], keepdims=1),
        helper.make_node("Mul", [f"{name}_top", f"{kind}_step"], [f"{name}_raw"]),
        helper.make_node("Max", [f"{name}_raw", f"{kind}_least"], [f"{name}_scale"]),
        helper.make_node("Div", [source, f"{name}_scale"], [f"{name}_steps"]),
        helper.make_node("QuantizeLinear", [f"{name}_steps", "row_one", f"{kind}_zero"], [f"{name}_codes"]),
    ]
    return nodes, f"{name}_codes", f"{name}_scale", f"{kind}_zero"


def store_int8(model: onnx.ModelProto) -> int:
    """Changes the model in place; returns how many matrices were changed."""
    graph = model.graph
    weights = {t.name: t for t in graph.initializer}
    gelu_out = _after_gelu(graph)
    rows: dict[str, tuple[str, str, str]] = {}
    nodes, new, gone, number = [], _constants(), set(), count()
    for node in graph.node:
        tensor = weights.get(node.input[1]) if node.op_type == "MatMul" else None
        if tensor is None or np.prod(tensor.dims) < SMALLEST:
            nodes.append(node)
            continue
        codes, scales = quantise(numpy_helper.to_array(tensor))
        name, source, out = tensor.name, node.input[0], node.output[0]
        new += [numpy_helper.from_array(codes, f"{name}_codes"), numpy_helper.from_array(scales, f"{name}_scale")]
        gone.add(name)
        if source not in rows:
            made, *names = _row_codes(source, source in gelu_out, f"rows_{next(number)}")
            nodes += made
            rows[source] = tuple(names)
        row_codes, row_scale, zero = rows[source]
        nodes += [
            helper.make_node("MatMulInteger", [row_codes, f"{name}_codes", zero, "weight_zero"], [f"{out}_sum"]),
            helper.make_node("Cast", [f"{out}_sum"], [f"{out}_float"], to=TensorProto.FLOAT),
            helper.make_node("Mul", [f"{out}_float", f"{name}_scale"], [f"{out}_column"]),
            helper.make_node("Mul", [f"{out}_column", row_scale], [out]),
        ]
    used = {name for node in nodes for name in node.input}
    kept = [t for t in graph.initializer if t.name not in gone] + [t for t in new if t.name in used]
    del graph.initializer[:], graph.node[:]
    graph.initializer.extend(kept)
    graph.node.extend(nodes)
    return len(gone)


def _after_gelu(graph: onnx.GraphProto) -> set[str]:
    """Outputs of GELU as TorchScript writes it: x * (1 + erf(x / sqrt 2)) * 0.5."""
    made_by = {out: node for node in graph.node for out in node.output}
    found = set()
    for node in graph.node:
        seen, todo = set(), [(name, 0) for name in node.output]
        while todo:
            name, depth = todo.pop()
            maker = made_by.get(name)
            if maker is None or depth > 3 or name in seen:
                continue
            seen.add(name)
            if maker.op_type == "Erf":
                found.update(node.output)
            if maker.op_type in ("Mul", "Add"):
                todo += [(i, depth + 1) for i in maker.input]
    return found
