"""Step `all`: every step in its order."""

from collections.abc import Callable


def run_all() -> None:
    """About two hours on two idle cores; `train` goes on where it stopped."""
    from .base import build_base
    from .calibrate import calibrate
    from .check_corpus import main as check
    from .evaluate import write_card
    from .export import export
    from .goldens import write_goldens
    from .seal import seal
    from .split import write_split
    from .train import train_stages

    if check():
        raise SystemExit("the corpus has problems")
    steps: list[tuple[str, Callable[[], object]]] = [
        ("split", write_split), ("base", build_base), ("train", lambda: train_stages("both", None, None, False)),
        ("export", export), ("calibrate", calibrate), ("evaluate", write_card), ("goldens", write_goldens), ("seal", seal),
    ]
    for name, step in steps:
        print(f"=== {name}", flush=True)
        step()
