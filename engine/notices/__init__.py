"""Who should hear of a fact. A notice becomes a letter in the outbox in the same transaction, and a message when it
is delivered, in the reader's language, from what is true then. A fact that is missing here is a type error."""

from engine.notices.events import Changes, consequences, notices
from engine.notices.locks import lock_notices
from engine.notices.months import month_notices
from engine.notices.notice import MONTHS, OFFERS, PANELS, REMINDERS, RESULTS, Class, Kind, Notice
from engine.notices.repairs import repair_notices
from engine.notices.runs import run_notices

__all__ = [
    "MONTHS",
    "OFFERS",
    "PANELS",
    "REMINDERS",
    "RESULTS",
    "Changes",
    "Class",
    "Kind",
    "Notice",
    "consequences",
    "lock_notices",
    "month_notices",
    "notices",
    "repair_notices",
    "run_notices",
]
