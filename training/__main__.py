"""`python -m training STEP`: one command per step, see training/README.md."""

import argparse


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(prog="python -m training", description=__doc__)
    steps = parser.add_subparsers(dest="step", required=True)
    steps.add_parser("check", help="check the written corpus")
    steps.add_parser("split", help="write split.json")
    steps.add_parser("base", help="fetch the base encoder, prune its vocabulary")
    train = steps.add_parser("train", help="train the teacher, then the student")
    train.add_argument("--stage", choices=["plain", "grafted", "teacher", "student", "both"], default="both")
    train.add_argument("--minutes", type=float, help="end the stage's schedule after so many minutes of training")
    train.add_argument("--epochs", type=int, help="epochs of the stage")
    train.add_argument("--fresh", action="store_true", help="ignore checkpoints")
    train.add_argument("--warm", action="store_true", help="go on from the weights of an earlier round")
    steps.add_parser("mine", help="find the board adverts nearest to an alarm")
    steps.add_parser("export", help="write the ONNX model into models/lure-detector")
    steps.add_parser("calibrate", help="choose calibration and thresholds on the calibration split")
    evaluate = steps.add_parser("evaluate", help="measure the shipped model on the test split")
    evaluate.add_argument("--card", action="store_true", help="write the figures into the model card too")
    evaluate.add_argument("--quick", action="store_true", help="without explanations and robustness, which take minutes")
    steps.add_parser("gap", help="measure in fp32 what each step of training gave")
    steps.add_parser("agree", help="compare the command line's levels with Python's")
    steps.add_parser("goldens", help="write training/goldens from the shipped model")
    steps.add_parser("seal", help="write SHA256SUMS")
    steps.add_parser("all", help="every step in order")
    return parser


def main() -> None:
    args = _parser().parse_args()
    if args.step == "check":
        from .check_corpus import main as run
        raise SystemExit(run())
    if args.step == "split":
        from .split import write_split as run
    elif args.step == "base":
        from .base import build_base as run
    elif args.step == "train":
        from .train import train_stages
        return train_stages(args.stage, args.minutes, args.epochs, args.fresh, args.warm)
    elif args.step == "mine":
        from .mine import mine as run
    elif args.step == "export":
        from .export import export as run
    elif args.step == "calibrate":
        from .calibrate import calibrate as run
    elif args.step == "evaluate":
        from .evaluate import evaluate, write_card
        return write_card() if args.card else evaluate(args.quick)
    elif args.step == "gap":
        from .gap import gap as run
    elif args.step == "agree":
        from .agree import agree as run
    elif args.step == "goldens":
        from .goldens import write_goldens as run
    elif args.step == "seal":
        from .seal import seal as run
    else:
        from .everything import run_all as run
    run()


if __name__ == "__main__":
    main()
