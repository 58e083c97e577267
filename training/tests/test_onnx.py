import numpy as np
import onnx
import onnxruntime
from onnx import TensorProto, helper, numpy_helper

from training.onnx_table import add_table, pack
from training.onnx_weights import quantise, store_int8


def _graph(weights: np.ndarray, source: str, inputs: list) -> onnx.ModelProto:
    out = helper.make_tensor_value_info("y", TensorProto.FLOAT, None)
    graph = helper.make_graph([helper.make_node("MatMul", [source, "w"], ["y"])], "g", inputs, [out], [numpy_helper.from_array(weights, "w")])
    return helper.make_model(graph, opset_imports=[helper.make_opsetid("", 17)], ir_version=10)


def test_pack_puts_the_first_code_low():
    assert pack(np.array([[1, 2, 15, 0]], np.uint8)) == bytes([0x21, 0x0F])


def _by_hand(x: np.ndarray, codes: np.ndarray, scales: np.ndarray) -> np.ndarray:
    step = np.abs(x).max(-1, keepdims=True) * np.float32(1 / 127)
    return np.rint(x / step) @ codes.astype(np.float64) * scales * step


def test_int8_matrices_and_rows_stay_near_the_original():
    rng = np.random.default_rng(1)
    weights = rng.normal(size=(128, 96)).astype(np.float32)
    codes, scales = quantise(weights)
    assert np.abs(codes * scales - weights).max() <= scales.max() / 2 + 1e-6
    model = _graph(weights, "x", [helper.make_tensor_value_info("x", TensorProto.FLOAT, [3, 128])])
    assert store_int8(model) == 1 and all(t.name != "w" for t in model.graph.initializer)
    x = rng.normal(size=(3, 128)).astype(np.float32) * np.array([[0.01], [1], [50]], np.float32)
    (y,) = onnxruntime.InferenceSession(model.SerializeToString()).run(None, {"x": x})
    assert np.allclose(y, _by_hand(x, codes, scales), rtol=1e-4, atol=1e-5)
    exact = x @ weights
    assert (np.abs(y - exact).max(1) < 0.02 * np.abs(exact).max(1)).all()  # each row by its own size


def test_after_gelu_the_codes_lie_on_the_positive_side():
    rng = np.random.default_rng(3)
    weights = rng.normal(size=(128, 96)).astype(np.float32)
    half, one, root = (numpy_helper.from_array(np.float32(v), n) for v, n in ((0.5, "half"), (1, "one"), (2**0.5, "root")))
    nodes = [helper.make_node(*n) for n in (("Div", ["x", "root"], ["d"]), ("Erf", ["d"], ["e"]), ("Add", ["e", "one"], ["a"]),
                                            ("Mul", ["x", "a"], ["m"]), ("Mul", ["m", "half"], ["g"]), ("MatMul", ["g", "w"], ["y"]))]
    graph = helper.make_graph(nodes, "g", [helper.make_tensor_value_info("x", TensorProto.FLOAT, [2, 128])],
                              [helper.make_tensor_value_info("y", TensorProto.FLOAT, None)],
                              [numpy_helper.from_array(weights, "w"), half, one, root])
    plain = helper.make_model(graph, opset_imports=[helper.make_opsetid("", 17)], ir_version=10)
    x = {"x": rng.normal(size=(2, 128)).astype(np.float32)}
    (wanted,) = onnxruntime.InferenceSession(plain.SerializeToString()).run(None, x)
    assert store_int8(plain) == 1 and "gelu_zero" in {i for n in plain.graph.node for i in n.input}
    (y,) = onnxruntime.InferenceSession(plain.SerializeToString()).run(None, x)
    assert np.abs(y - wanted).max() < 0.02 * np.abs(wanted).max()


def test_table_gives_back_its_codes():
    rng = np.random.default_rng(2)
    codes = rng.integers(0, 16, (10, 64)).astype(np.uint8)
    scales = rng.random((10, 2)).astype(np.float16)
    ids = helper.make_tensor_value_info("input_ids", TensorProto.INT64, [1, 3])
    embedded = helper.make_tensor_value_info("embedded", TensorProto.FLOAT, [1, 3, 64])
    model = _graph(np.eye(64, dtype=np.float32), "embedded", [ids, embedded])
    add_table(model, codes, scales)
    (y,) = onnxruntime.InferenceSession(model.SerializeToString()).run(None, {"input_ids": np.array([[7, 0, 9]])})
    wanted = (codes.astype(np.float32) - 8).reshape(10, 2, 32) * scales[:, :, None].astype(np.float32)
    assert np.abs(y[0] - wanted.reshape(10, 64)[[7, 0, 9]]).max() < 1e-2
