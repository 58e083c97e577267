"""Puts the 4-bit embedding table into an exported graph."""

import numpy as np
import onnx
from onnx import TensorProto, helper, numpy_helper


def pack(codes: np.ndarray) -> bytes:
    """codes: V×H, 0..15. Two a byte, the first in the low nibble (ONNX UINT4)."""
    flat = codes.reshape(-1)
    return (flat[0::2] | (flat[1::2] << 4)).astype(np.uint8).tobytes()


def add_table(model: onnx.ModelProto, codes: np.ndarray, scales: np.ndarray) -> None:
    """Replaces the graph input `embedded` by GatherBlockQuantized(codes, input_ids) and a cast to fp32.

    codes: V×H; scales: V×(H / 32) f16; zero point 8 everywhere. weight = (code - 8) * scale.
    """
    graph = model.graph
    table = helper.make_tensor("table", TensorProto.UINT4, codes.shape, pack(codes), raw=True)
    zeros = helper.make_tensor("table_zero", TensorProto.UINT4, scales.shape, pack(np.full(scales.shape, 8, np.uint8)), raw=True)
    graph.initializer.extend([table, numpy_helper.from_array(scales.astype(np.float16), "table_scale"), zeros])
    gather = helper.make_node(
        "GatherBlockQuantized", ["table", "input_ids", "table_scale", "table_zero"], ["embedded_half"],
        domain="com.microsoft", gather_axis=0, quantize_axis=1, block_size=32,
    )
    cast = helper.make_node("Cast", ["embedded_half"], ["embedded"], to=TensorProto.FLOAT)
    nodes = [gather, cast, *graph.node]
    del graph.node[:]
    graph.node.extend(nodes)
    inputs = [i for i in graph.input if i.name != "embedded"]
    del graph.input[:]
    graph.input.extend(inputs)
    if not any(o.domain == "com.microsoft" for o in model.opset_import):
        model.opset_import.append(helper.make_opsetid("com.microsoft", 1))
    model.ir_version = 10
