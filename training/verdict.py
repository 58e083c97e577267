"""From probabilities to traits, severities and a level: docs/model-folder.md, steps 4 to 6."""

from dataclasses import dataclass, field

import numpy as np

from .gazetteer import Place, lower, places_in
from .normalise import normalise

TIER_A_STRENGTH = 0.9
GRAVEST_FIRST = ("strong", "several-signs", "look-closer")


@dataclass
class Found:
    """A trait that was found: strength and the words, as ranges of the normalised text."""

    strength: float
    spans: list[tuple[int, int]] = field(default_factory=list)


def runs(column: np.ndarray, token: float, advert: float) -> list[tuple[int, int]]:
    """Token ranges with probability >= token (a gap of one token is closed) whose peak is >= advert."""
    out: list[tuple[int, int]] = []
    for i in np.flatnonzero(column >= token):
        if out and i - out[-1][1] <= 1:
            out[-1] = (out[-1][0], int(i) + 1)
        else:
            out.append((int(i), int(i) + 1))
    return [(a, b) for a, b in out if column[a:b].max() >= advert]


def find_traits(
    text: str, offsets: list[tuple[int, int]], tokens: np.ndarray, tags: list[str], thresholds: dict, probability: float
) -> tuple[dict[str, Found], dict[str, float]]:
    """Found tags with spans, and the strength of every tag. tokens: body tokens x tags.

    Where the probability reaches `look-closer`, each tag's `over` limits hold in place of its own.
    """
    over = probability >= thresholds["levels"]["look-closer"]
    strengths = {tag: float(tokens[:, n].max()) if len(tokens) else 0.0 for n, tag in enumerate(tags)}
    found: dict[str, Found] = {}
    for n, tag in enumerate(tags):
        limits = thresholds["traits"][tag]["over"] if over else thresholds["traits"][tag]
        if strengths[tag] >= limits["advert"]:
            spans = [(offsets[a][0], offsets[b - 1][1]) for a, b in runs(tokens[:, n], limits["token"], limits["advert"])]
            found[tag] = Found(strengths[tag], spans)
    for place in places_in(text):
        if place.tier == "A":
            hit = found.setdefault("hotspot_location", Found(0.0))
            hit.strength = max(hit.strength, TIER_A_STRENGTH, strengths["hotspot_location"])
            hit.spans.append((place.start, place.end))
    return found, strengths


def _tiers(spans: list[tuple[int, int]], places: list[Place]) -> set[str]:
    return {p.tier for p in places for a, b in spans if p.start < b and p.end > a}


def severities(text: str, found: dict[str, list[tuple[int, int]]], labels: dict) -> dict[str, int]:
    """Severity of each found trait (`verifiable` has none). found: spans in the normalised text."""
    out: dict[str, int] = {}
    tiers = _tiers(found.get("hotspot_location", []), places_in(text))
    for trait, spans in found.items():
        if trait == "verifiable":
            continue
        severity = labels["severity"][trait]
        if trait == "hotspot_location":
            table = labels["placeTierSeverity"]
            severity = max((table[t] for t in tiers), default=table["unknown"])
        words = [lower(text[a:b]) for a, b in spans]
        for rule in labels["severityRules"]:
            when = rule["when"]
            holds = rule["trait"] == trait
            if "placeTier" in when:
                holds = holds and when["placeTier"] in tiers
            if "anyTrait" in when:
                holds = holds and any(t in found for t in when["anyTrait"] if t != trait)
            if "spanMatches" in when:
                wanted = [lower(normalise(w)) for w in when["spanMatches"]]
                holds = holds and any(w in word for w in wanted for word in words)
            if holds:
                severity = max(severity, rule["severity"])
        out[trait] = severity
    return out


def rule_met(rules: list[dict], severity: dict[str, int]) -> bool:
    """A rule {"traits": n, "severity"?: s}: at least n traits, of which one has severity s or more."""
    gravest = max(severity.values(), default=0)
    return any(len(severity) >= r["traits"] and gravest >= r.get("severity", 0) for r in rules)


def level_of(
    probability: float, severity: dict[str, int], labels: dict, thresholds: dict, *,
    tokens: int, job: float, known_advert: bool, lang: str | None,
) -> str:
    """Step 6. `lang` is a BCP 47 tag (its first part counts); None is a language that
    was not named with confidence, which changes nothing."""
    for level in GRAVEST_FIRST:
        if probability >= thresholds["levels"][level] and rule_met(labels["levels"][level], severity):
            return level
    languages = thresholds["languages"]
    base = lang.split("-")[0] if lang else None
    if (
        probability >= thresholds["levels"]["look-closer"]
        or tokens < thresholds["minimum"]["tokens"]
        or (not known_advert and job < thresholds["minimum"]["job"])
        or (base is not None and (base not in languages["supported"] or base in languages["weak"]))
    ):
        return "not-enough"
    return "none"
