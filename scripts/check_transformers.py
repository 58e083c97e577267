"""Loads the model folder in Python `transformers` and `onnxruntime`; prints a line for each check.

    python -m venv /tmp/check && /tmp/check/bin/pip install transformers onnxruntime
    /tmp/check/bin/python scripts/check_transformers.py [MODEL_DIR]

torch is not needed. docs/decisions/0004-tokenizer-package.md holds the result.
"""

import os
import sys
from pathlib import Path

os.environ["HF_HUB_OFFLINE"] = "1"

import numpy as np
import onnxruntime
import tokenizers
import transformers

MODEL = Path(sys.argv[1]) if len(sys.argv) > 1 else Path(__file__).parents[1] / "models" / "lure-detector"
TEXTS = [
    "Typist wanted in an office. Ticket and visa paid, 3,000 USD a month.",
    "高薪招聘打字员，包机票包住宿",
    "รับสมัครพนักงาน รายได้ดี ไม่ต้องมีประสบการณ์",
    "စာရိုက်သူ အလိုရှိသည်။ လစာကောင်း",
    "مطلوب كاتب، التأشيرة والتذكرة مدفوعة",
    "Anatafutwa mpiga chapa, viza na tiketi zimelipwa 🌏👩‍💻",
]
TAGS = 19


def check_tokenizer() -> str:
    loaded = transformers.AutoTokenizer.from_pretrained(MODEL, local_files_only=True)
    plain = tokenizers.Tokenizer.from_file(str(MODEL / "tokenizer.json"))
    for text in TEXTS:
        assert loaded(text)["input_ids"] == plain.encode(text).ids, f"other ids for {text!r}"
    return f"the same ids as tokenizers {tokenizers.__version__} for {len(TEXTS)} texts"


def check_model() -> str:
    tokenizer = transformers.AutoTokenizer.from_pretrained(MODEL, local_files_only=True)
    session = onnxruntime.InferenceSession(str(MODEL / "onnx" / "model_quantized.onnx"))
    for text in TEXTS:
        inputs = tokenizer(text, return_tensors="np")
        feed = {name: inputs[name].astype(np.int64) for name in ("input_ids", "attention_mask")}
        logits, lure, job = session.run(["logits", "lure_logit", "job_logit"], feed)
        assert logits.shape == (1, feed["input_ids"].shape[1], TAGS), logits.shape
        assert lure.shape == job.shape == (1,) and np.isfinite([lure, job]).all()
    return f"runs, with finite scores of the documented shapes, for {len(TEXTS)} texts"


def main() -> int:
    failed = 0
    for name, check in {
        f"transformers {transformers.__version__} tokenizer": check_tokenizer,
        f"onnxruntime {onnxruntime.__version__} model file": check_model,
    }.items():
        try:
            print(f"ok      {name}: {check()}")
        except Exception as error:  # one check must not hide the other
            failed = 1
            print(f"failed  {name}: {error}")
    return failed


if __name__ == "__main__":
    sys.exit(main())
