"""What a warning is worth where lures are rare: precision = r q / (r q + f (1 - q)), by Bayes, r recall, f false-alarm
rate, q prevalence; the interval takes Wilson's bounds of r and f against each other."""

from ..languages import wilson

PREVALENCES = (0.01, 0.001)


def precision(recall: float, alarms: float, prevalence: float) -> float:
    hits, false = recall * prevalence, alarms * (1 - prevalence)
    return hits / (hits + false) if hits + false else 0.0


def prevalence_figures(lures: tuple[int, int], others: dict[str, tuple[int, int]]) -> None:
    """lures: (warned, all); others: name -> (warned, all)."""
    print("\n## Precision where lures are rare (worst and best of both 95 % intervals)")
    low, high = wilson(*lures)
    for name, (warned, total) in others.items():
        if not total:
            continue
        rate_low, rate_high = wilson(warned, total)
        for q in PREVALENCES:
            value = precision(lures[0] / lures[1], warned / total, q)
            print(f"{q:.1%} lures among {name}: {value:.0%} ({precision(low, rate_high, q):.0%}-{precision(high, rate_low, q):.0%})")
