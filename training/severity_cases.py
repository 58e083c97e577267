"""Cases for the severity and level functions: made-up inputs, one or more for every rule of labels.json.

Texts hold characters of the basic plane alone, so positions are the same in code points and UTF-16 units.
"""

from .tags import labels
from .verdict import level_of, severities

THRESHOLDS = {
    "levels": {"look-closer": 0.5, "several-signs": 0.7, "strong": 0.9},
    "minimum": {"tokens": 12, "job": 0.2},
    "languages": {"supported": ["en", "zh", "th"], "weak": ["th"]},
}


def case(name: str, probability: float, words: dict[str, list[str]], **context: object) -> dict:
    """words: for each found trait the words that carry it; the text is made of them."""
    text, found = "", {}
    for trait, spans in words.items():
        for word in spans:
            found.setdefault(trait, []).append([len(text), len(text) + len(word)])
            text += word + " , "
    given = {"tokens": 40, "job": 0.9, "known_advert": False, "lang": "en"} | context
    severity = severities(text, {t: [tuple(s) for s in v] for t, v in found.items()}, labels())
    level = level_of(probability, severity, labels(), THRESHOLDS, **given)
    return {"name": name, "probability": probability, "text": text, "found": found, "tokens": given["tokens"],
            "job": given["job"], "knownAdvert": given["known_advert"], "lang": given["lang"],
            "severities": severity, "level": level}


def level_cases() -> list[dict]:
    two = {"urgency": ["go today"], "no_requirements": ["no diploma"]}
    three = two | {"vague_job": ["office work"]}
    grave = two | {"fees_debt": ["pay a deposit"]}
    cases = [case(f"{n} traits at {p}", p, w) for p in (0.3, 0.49, 0.5, 0.69, 0.7, 0.89, 0.9, 1.0)
             for n, w in (("no", {}), ("one light", {"urgency": ["now"]}), ("one severity 4", {"control_isolation": ["no phone"]}),
                          ("two", two), ("three light", three), ("three with severity 3", grave))]
    cases += [
        case("verifiable does not count", 0.95, {"urgency": ["now"], "verifiable": ["Licence 000"]}),
        case("verifiable does not lower", 0.95, grave | {"verifiable": ["Licence 000"]}),
        case("short text", 0.1, {}, tokens=11), case("just long enough", 0.1, {}, tokens=12),
        case("short but strong", 0.95, grave, tokens=5), case("no advert", 0.1, {}, job=0.19),
        case("advert by a hair", 0.1, {}, job=0.2), case("known advert", 0.1, {}, job=0.01, known_advert=True),
        case("no advert but strong", 0.95, grave, job=0.01), case("weak language", 0.1, {}, lang="th"),
        case("weak language, warned", 0.95, grave, lang="th"), case("unsupported language", 0.1, {}, lang="de"),
        case("unknown language", 0.1, {}, lang=None), case("variety of a supported language", 0.1, {}, lang="zh-Hant"),
        case("unsupported, warned", 0.6, two, lang="de"),
    ]
    return cases


def severity_cases() -> list[dict]:
    cases = [case(f"base severity of {trait}", 0.6, {trait: ["words"]}) for trait in labels()["severity"]]
    for name, place in (("A", "KK Park"), ("B", "Lashio"), ("C", "Dubai"), ("unknown", "the compound"), ("A and B", "KK Park Lashio")):
        cases.append(case(f"place of tier {name}", 0.95, {"hotspot_location": [place], "urgency": ["now"], "vague_job": ["work"]}))
    cases.append(case("place beside the span", 0.6, {"hotspot_location": ["there"], "urgency": ["KK Park"]}))
    for rule in labels()["severityRules"]:
        when = rule["when"]
        others = when.get("anyTrait", [None])
        for word in when.get("spanMatches", ["words"]):
            cases.append(case(f"{rule['trait']} with {word}", 0.95,
                              {rule["trait"]: [f"xx {word.upper()} yy"]} | ({others[0]: ["other"]} if others[0] else {})))
        for other in others:
            if other:
                word = when.get("spanMatches", ["words"])[0]
                cases.append(case(f"{rule['trait']} beside {other}", 0.6, {rule["trait"]: [word], other: ["other"]}))
        if others[0]:
            cases.append(case(f"{rule['trait']} alone", 0.6, {rule["trait"]: [when.get("spanMatches", ["words"])[0]]}))
        cases.append(case(f"{rule['trait']} without the words", 0.6, {rule["trait"]: ["plain"], "urgency": ["now"]}))
    return cases


def severity_golden() -> tuple[dict, list[dict]]:
    """Head (the thresholds used) and cases."""
    return {"thresholds": THRESHOLDS}, level_cases() + severity_cases()
