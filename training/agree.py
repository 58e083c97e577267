"""Step `agree`: the command line (WebAssembly) against Python (native) on the test split, level by level."""

import json
import subprocess
import tempfile
from pathlib import Path

from .figures.scored import WARNED
from .measures import share
from .paths import ROOT
from .score import Scorer
from .split import rows_of

COMMAND = ROOT / "bin" / "joblantern.js"


def command_line_levels(texts: list[tuple[str, str]]) -> dict[str, str]:
    """texts: (id, source). Levels by id, as `joblantern check` prints them.

    Raises CalledProcessError where the command fails.
    """
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "texts.jsonl"
        path.write_text("".join(json.dumps({"id": i, "text": t}) + "\n" for i, t in texts), "utf-8")
        done = subprocess.run(["node", str(COMMAND), "check", str(path), "--format", "jsonl"], capture_output=True, text=True, check=True)
    lines = [json.loads(line) for line in done.stdout.splitlines()]
    return {line["id"]: line["level"] for line in lines}


def agree() -> None:
    """Prints the share of equal levels. The language is left to be detected in both."""
    rows, scorer = rows_of("test"), Scorer()
    there = command_line_levels([(r.id, r.source) for r in rows])
    here = {r.id: scorer.verdict(r.source, None)["level"] for r in rows}
    quiet = ("none", "not-enough")  # which of the two depends on the language, which Python does not detect
    same = [there[i] == level or {there[i], level} <= set(quiet) for i, level in here.items()]
    print(f"same level (none and not-enough taken as one): {share(same)}")
    print(f"same side, warned or not: {share((there[i] in WARNED) == (level in WARNED) for i, level in here.items())}")
