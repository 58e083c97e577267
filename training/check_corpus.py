"""Step `check`: the corpus against its schema and writing rules (training/corpus/README.md)."""

import json
import sys
from collections import Counter
from collections.abc import Iterable, Iterator
from pathlib import Path

from .corpus import MARK
from .paths import CORPUS
from .tags import tags

KEYS = ("id", "lang", "register", "label", "kind", "subtle", "title", "marked", "note")
KINDS = {
    "lure": {"scam_compound", "labour_trafficking", "sex_trafficking", "recruitment_fraud"},
    "ordinary": {"legit_lookalike", "legit_overseas", "local", "office", "awareness", "not_a_job"},
}
LONGEST_MARK = 160
NEAR_COPY = 0.4
GRAM = 8
LEAST_ROWS = 250  # a language or variety
LEAST_OF_A_TRAIT = 12


def row_problems(row: dict) -> Iterator[str]:
    """What is wrong with one row, in words."""
    missing = [k for k in KEYS if k not in row]
    if missing:
        yield f"missing {', '.join(missing)}"
        return
    if row["kind"] not in KINDS.get(row["label"], set()):
        yield f"label {row['label']} with kind {row['kind']}"
    marks = MARK.findall(row["marked"])
    for trait, words in marks:
        if trait not in tags():
            yield f"unknown trait {trait}"
        if not words.strip():
            yield "empty mark"
        if len(words) > LONGEST_MARK:
            yield f"long mark {words[:40]}"
    if any(c in MARK.sub("", row["marked"]) for c in "⟦⟧"):
        yield "stray or nested bracket"
    if row["label"] == "lure" and sum(trait != "verifiable" for trait, _ in marks) < 2:
        yield "lure with under 2 marks"


def _grams(row: dict) -> set[str]:
    plain = MARK.sub(lambda m: m[2], row["marked"])
    return {plain[i : i + GRAM] for i in range(max(1, len(plain) - GRAM + 1))}


def near_copies(rows: list[dict]) -> Iterator[tuple[str, str, float]]:
    """Pairs of rows of which one's character 8-grams stand in the other to more than NEAR_COPY."""
    grams = [_grams(r) for r in rows]
    for i, a in enumerate(grams):
        for j, b in enumerate(grams[:i]):
            share = len(a & b) / max(1, min(len(a), len(b)))
            if share > NEAR_COPY:
                yield rows[j]["id"], rows[i]["id"], share


def file_problems(lines: Iterable[str], name: str) -> list[str]:
    """All problems of one file."""
    problems, rows = [], []
    for n, line in enumerate(lines, 1):
        if not line.strip():
            continue
        try:
            row = json.loads(line)
        except ValueError as error:
            problems.append(f"{name}:{n}: no JSON: {error}")
            continue
        found = list(row_problems(row))
        problems += [f"{name}:{n}: {p}" for p in found]
        if "marked" in row and "id" in row:
            rows.append(row)
            if row.get("lang") != name:
                problems.append(f"{name}:{n}: lang is {row.get('lang')}")
    problems += [f"{name}: near copy {a} {b} {share:.2f}" for a, b, share in near_copies(rows)]
    problems += [f"{name}: id {i} twice" for i, n in Counter(r["id"] for r in rows).items() if n > 1]
    carried = Counter(trait for r in rows for trait, _ in MARK.findall(r["marked"]))
    problems += [f"{name}: trait {t} stands under {LEAST_OF_A_TRAIT} times" for t in tags() if carried[t] < LEAST_OF_A_TRAIT]
    return problems


def check_file(path: Path) -> list[str]:
    lines = path.read_text("utf-8").splitlines()
    few = [f"{path.stem}: {len(lines)} rows, under {LEAST_ROWS}"] if len(lines) < LEAST_ROWS else []
    return few + file_problems(lines, path.stem)


def main() -> int:
    """Prints problems; exit status 1 where there are any."""
    problems = [p for path in sorted(CORPUS.glob("*.jsonl")) for p in check_file(path)]
    print("\n".join(problems) or "the corpus is in order", file=sys.stderr if problems else sys.stdout)
    return int(bool(problems))
