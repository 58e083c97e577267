"""Whom a false alarm would hit: honest adverts of the test split by language and by kinds of work and place.

Kinds are told by the rows' English notes and, for places, by the gazetteer and the country's name in the note.
"""

import re

from ..languages import base_of
from ..measures import share
from .scored import Scored

KINDS = {
    "Gulf": r"gulf|dubai|abu dhabi|sharjah|uae|emirates|saudi|riyadh|jeddah|dammam|qatar|doha|kuwait|oman|muscat|bahrain|jebel ali",
    "Africa": r"africa|kenya|nairobi|mombasa|uganda|kampala|tanzania|dar es|nigeria|lagos|abuja|ghana|accra|ethiopia|addis|rwanda|senegal|dakar|cameroon|ivory|abidjan|morocco|algeria|egypt|madagascar|congo|angola|mozambique",
    "South Asia": r"india|mumbai|delhi|chennai|kerala|bangladesh|dhaka|nepal|kathmandu|sri lanka|colombo|pakistan|karachi|lahore",
    "seafarers": r"seafarer|seaman|ship|vessel|tanker|crew|cruise|deckhand|bosun|rating|manning",
    "women's trades": r"domestic|maid|nanny|housekeep|caregiver|carer|nurse|beaut|salon|hair|garment|sewing|seamstress|hostess|waitress|babysit|au pair|spa|nail|model",
    "Cambodia, Myanmar, Laos or the Philippines as a workplace": r"cambodia|phnom penh|sihanouk|poipet|bavet|siem reap|myanmar|yangon|mandalay|myawaddy|laos|vientiane|golden triangle|philippine|manila|makati|cebu|clark|pasay",
}


def fairness_figures(test: list[Scored]) -> None:
    honest = [s for s in test if s.honest]
    overall = sum(s.warned for s in honest) / max(1, len(honest))
    print(f"\n## Fairness (honest adverts of the test split)\nwarned over all: {share(s.warned for s in honest)}")
    for name, pattern in KINDS.items():
        wanted = re.compile(rf"\b(?:{pattern})", re.I)
        print(f"warned, {name}: {share(s.warned for s in honest if wanted.search(s.row.note))}")
    above = []
    for lang in sorted({base_of(s.row.lang) for s in honest}):
        mine = [s for s in honest if base_of(s.row.lang) == lang]
        rate = sum(s.warned for s in mine) / len(mine)
        if rate > 2 * overall:
            above.append(f"{lang} {sum(s.warned for s in mine)} of {len(mine)}")
    print(f"languages above twice the overall rate: {', '.join(above) or 'none'}")
