"""Step `seal`: SHA256SUMS over every file of the model folder but README.md and itself. Run last."""

import hashlib

from .paths import MODEL


def lines() -> list[str]:
    """`sha256sum` lines, sorted by path."""
    files = sorted(p.relative_to(MODEL).as_posix() for p in MODEL.rglob("*") if p.is_file())
    left_out = ("README.md", "SHA256SUMS")
    return [f"{hashlib.sha256((MODEL / f).read_bytes()).hexdigest()}  {f}" for f in files if f not in left_out]


def seal() -> None:
    (MODEL / "SHA256SUMS").write_text("\n".join(lines()) + "\n", "utf-8")
    print("sealed", len(lines()), "files")
