"""Stores the matrices of an exported graph as int8, to be computed in fp32.

Each constant matrix of a MatMul becomes int8 codes, a scale for each output column, and Cast + Mul in the graph, which
onnxruntime folds back into one fp32 matrix when it loads the file. Computing in int8 as well (`quantize_dynamic`) gave
other numbers in WebAssembly than on a processor, because it rounds every activation; its speed is not compared yet.
"""

import numpy as np
import onnx
from onnx import TensorProto, helper, numpy_helper

SMALLEST = 10_000  # matrices of the heads stay as they are


def quantise(weights: np.ndarray) -> tuple[np.ndarray, np.ndarray]:
    """weights: in x out. int8 codes of the same shape and fp32 scales (out); weights ~ codes * scales."""
    scales = np.maximum(np.abs(weights).max(0), 1e-8) / 127
    return np.round(weights / scales).astype(np.int8), scales.astype(np.float32)


def store_int8(model: onnx.ModelProto) -> int:
    """Changes the model in place; returns how many matrices were changed."""
    graph = model.graph
    used = {node.input[1] for node in graph.node if node.op_type == "MatMul"}
    nodes, kept = [], []
    for tensor in graph.initializer:
        if tensor.name not in used or np.prod(tensor.dims) < SMALLEST:
            kept.append(tensor)
            continue
        codes, scales = quantise(numpy_helper.to_array(tensor))
        name = tensor.name
        kept += [numpy_helper.from_array(codes, f"{name}_codes"), numpy_helper.from_array(scales, f"{name}_scale")]
        nodes += [
            helper.make_node("Cast", [f"{name}_codes"], [f"{name}_cast"], to=TensorProto.FLOAT),
            helper.make_node("Mul", [f"{name}_cast", f"{name}_scale"], [name]),
        ]
    changed = len(nodes) // 2
    nodes += graph.node
    del graph.initializer[:], graph.node[:]
    graph.initializer.extend(kept)
    graph.node.extend(nodes)
    return changed
