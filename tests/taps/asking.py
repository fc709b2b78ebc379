"""Services that ask, for tests by taps."""

from __future__ import annotations

from typing import Any

from storage.tables import services
from tests.taps.stages import Stage

LEVEL = {
    "code": "level",
    "text": {"en": "How good are you?", "hu": "Milyen szinten vagy?", "de": "Wie gut bist du?"},
    "kind": "choice",
    "required": True,
    "choices": [
        {"en": "Beginner", "hu": "Kezdő", "de": "Anfänger"},
        {"en": "Advanced", "hu": "Haladó", "de": "Fortgeschritten"},
    ],
}
DIET = {"code": "diet", "text": {"en": "What don’t you eat?"}, "kind": "text", "required": False}
AGE = {"code": "age", "text": {"en": "Your age?"}, "kind": "number", "required": True, "min": 14, "max": 99}
PHONE = {"code": "phone", "text": {"en": "Your number?"}, "kind": "phone", "required": True}
EMAIL = {"code": "email", "text": {"en": "Your address?"}, "kind": "email", "required": True}
MAT = {"code": "mat", "text": {"en": "Do you bring a mat?"}, "kind": "yes_no", "required": True}


async def asks(stage: Stage, *questions: dict[str, Any], code: str = "yoga") -> None:
    """From now on the service asks these."""
    await stage.hall.studio.change(services, services.c.code == code, questions=list(questions))


async def service_id(stage: Stage, code: str = "yoga") -> int:
    (row,) = await stage.hall.studio.rows(services, services.c.code == code)
    return int(row.id)
