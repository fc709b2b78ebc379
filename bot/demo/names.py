"""What the studio offers, in the three languages of its account."""

from __future__ import annotations

from typing import Any

Words = dict[str, str]

YOGA = {"en": "Yoga for beginners", "hu": "Jóga kezdőknek", "de": "Yoga für Anfänger"}
BREAD = {"en": "Sourdough workshop", "hu": "Kovászos kenyér", "de": "Sauerteig-Workshop"}
POTTERY = {"en": "Pottery evening", "hu": "Fazekasest", "de": "Töpferabend"}
SWIMMING = {"en": "Learning to swim", "hu": "Úszótanfolyam", "de": "Schwimmkurs"}
CHOIR = {"en": "Open choir", "hu": "Nyitott kórus", "de": "Offener Chor"}
PILATES = {"en": "Mat pilates", "hu": "Talajpilates", "de": "Mattenpilates"}
SINGING = {"en": "Singing masterclass", "hu": "Énekes mesterkurzus", "de": "Meisterkurs Gesang"}
MASSAGE = {"en": "Back massage", "hu": "Hátmasszázs", "de": "Rückenmassage"}
TANGO = {"en": "Tango evening", "hu": "Tangóest", "de": "Tangoabend"}
CLIMBING = {"en": "Learning to climb", "hu": "Falmászás", "de": "Kletterkurs"}
PAINTING = {"en": "Watercolours", "hu": "Akvarellfestés", "de": "Aquarellkurs"}
CONCERT = {"en": "New Year's concert", "hu": "Újévi koncert", "de": "Neujahrskonzert"}

SINGERS = {
    "en": "Six voices with a coach. Ask for a place: we make up the group so that the voices fit together.",
    "hu": "Hat énekes egy mesterrel. Kérj helyet: úgy állítjuk össze a csoportot, hogy a hangok összeilljenek.",
    "de": "Sechs Stimmen, ein Coach. Frag nach einem Platz: Wir stellen die Gruppe so zusammen, dass alles klingt.",
}
PRESSURE: dict[str, Any] = {
    "code": "pressure",
    "kind": "choice",
    "text": {
        "en": "How firm should it be?",
        "hu": "Milyen erős legyen?",
        "de": "Wie kräftig soll es sein?",
    },
    "choices": [
        {"en": "Gentle", "hu": "Gyengéd", "de": "Sanft"},
        {"en": "Medium", "hu": "Közepes", "de": "Mittel"},
        {"en": "Firm", "hu": "Erős", "de": "Kräftig"},
    ],
}
"""Answered with a tap."""
