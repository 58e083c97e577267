"""What each step of training gave: the figures that step `gap` measured in fp32 when the model was trained."""

import json

from ..paths import STEPS


def step_figures() -> None:
    if not STEPS.exists():
        return
    data = json.loads(STEPS.read_text("utf-8"))
    print(f"\n## Steps (`python -m training gap`: fp32, first 256 tokens of {data['rows']} test rows, recalls at 2 % alarms on them)")
    for name, values in data["steps"].items():
        print(f"{name}: AUC {values['AUC']:.3f}, recall {values['recall']:.0%}, subtle {values['subtle']:.0%}, "
              f"with 300 honest words after it {values['framed']:.0%}, advert trait F1 {values['trait F1']:.2f}")
