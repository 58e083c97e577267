"""Step `goldens`: files that hold other implementations (TypeScript, Spark) to this one. Only text of our own."""

import hashlib
import json
import platform
from pathlib import Path

from .corpus import Row, read_corpus
from .edge_cases import EDGES
from .normalise import normalise
from .paths import GOLDENS, MODEL
from .score import Scorer
from .severity_cases import severity_golden

PER_LANG = {"tokenizer": 8, "normalise": 6, "verdicts": 5}
LONG = 16


def processor() -> dict[str, object]:
    """Processor and runtime, because int8 results differ a little between instruction sets."""
    import onnxruntime

    flags: list[str] = []
    info = Path("/proc/cpuinfo")
    if info.exists():
        line = next((x for x in info.read_text().splitlines() if x.startswith("flags")), "")
        flags = sorted(f for f in line.split() if f.startswith(("avx", "amx", "sse4")) or "vnni" in f)
    return {"machine": platform.machine(), "flags": flags, "onnxruntime": onnxruntime.__version__}


def chosen(rows: list[Row], each: int, salt: str) -> list[Row]:
    """`each` rows of every language variety, by hash."""
    out: list[Row] = []
    for lang in sorted({r.lang for r in rows}):
        mine = [r for r in rows if r.lang == lang]
        out += sorted(mine, key=lambda r: hashlib.sha256((salt + r.id).encode()).digest())[:each]
    return out


def write(name: str, cases: list[dict], **more: object) -> None:
    model = hashlib.sha256((MODEL / "onnx" / "model_quantized.onnx").read_bytes()).hexdigest()
    head = {"processor": processor(), "modelSha256": model, **more}
    body = ",\n".join("  " + json.dumps(c, ensure_ascii=True) for c in cases)
    text = json.dumps(head, ensure_ascii=True, indent=1)[:-2] + f',\n "cases": [\n{body}\n ]\n}}\n'
    (GOLDENS / f"{name}.json").write_text(text, "utf-8")
    print(f"{name}: {len(cases)} cases")


def verdict_case(scorer: Scorer, source: str, lang: str) -> dict:
    verdict = scorer.verdict(source, lang)
    return {
        "source": source, "lang": lang, "probability": round(verdict["probability"], 4),
        "strengths": {t: round(s, 4) for t, s in verdict["strengths"].items()}, "job": round(verdict["job"], 4),
        "level": verdict["level"], "found": verdict["found"], "severities": verdict["severities"],
    }


def write_goldens() -> None:
    """tokenizer.json, normalise.json, verdicts.json, severity.json."""
    GOLDENS.mkdir(exist_ok=True)
    scorer, rows = Scorer(), read_corpus()
    texts = [normalise(e) for e in EDGES] + [r.text for r in chosen(rows, PER_LANG["tokenizer"], "tokenizer")]
    write("tokenizer", [{"text": t, "ids": scorer.tokenizer.encode(t).ids} for t in dict.fromkeys(texts)])
    sources = EDGES + [r.source for r in chosen(rows, PER_LANG["normalise"], "normalise")]
    write("normalise", [{"source": s, "normalised": normalise(s)} for s in sources])
    picked = chosen(rows, PER_LANG["verdicts"], "verdicts")
    cases = [verdict_case(scorer, r.source, r.lang) for r in picked]
    for row in chosen(rows, 1, "long")[:: max(1, 32 // LONG)]:
        same = [r.source for r in rows if r.lang == row.lang and r.id != row.id][:12]
        cases.append(verdict_case(scorer, "\n".join([row.source, *same]), row.lang))
    write("verdicts", cases, note="scored as texts not known to be adverts; tolerance 0.06 on numbers")
    head, table = severity_golden()
    write("severity", table, **head)
