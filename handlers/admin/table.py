"""Every tap and command of the admins' group, by name."""

from collections.abc import Awaitable, Callable
from functools import partial
from inspect import signature

from engine.ports import Draft
from handlers.admin import (
    account,
    attendance,
    audit,
    automation,
    balancing,
    batch_deciding,
    batch_final,
    batch_plan,
    batch_review,
    batch_versions,
    because,
    bookings,
    capacity,
    choosing,
    dates,
    deadline,
    events,
    exports,
    finalizing,
    freed,
    hours,
    imports,
    line,
    list_file,
    locks,
    metrics,
    month,
    month_asked,
    more,
    moving,
    offers,
    people,
    presets,
    proof,
    question_draft,
    questions,
    repair,
    repair_stuck,
    repeating,
    requests,
    roles,
    schedule,
    seats,
    self_service,
    slots,
    speaking,
    unlocking,
    whatif,
    whatif_asked,
    whatif_date,
)
from handlers.admin.scopes import EVENT
from handlers.admin.wizards import taps as wizards
from handlers.callbacks import Call, numbers_of, parse
from handlers.door import Admin, AdminCommandHandler, Answer, Card, TapHandler

TAPS: dict[str, TapHandler] = {
    "a-events": events.events,
    "a-event": events.event,
    "a-refresh": events.refresh,
    "a-manage": events.manage,
    "a-bookings": bookings.bookings,
    "a-booking": bookings.booking,
    "a-confirm": bookings.confirm,
    "a-cancel-ask": bookings.cancel_ask,
    "a-cancel": bookings.cancel,
    "a-line": line.line,
    "a-entry": line.entry,
    "a-promote": choosing.promote,
    "a-promote-because": choosing.promote_because,
    "a-offer-to": choosing.offer_to,
    "a-offer-because": choosing.offer_because,
    "a-remove-ask": line.remove_ask,
    "a-remove": line.remove,
    "a-offers": offers.offers,
    "a-offer": offers.offer,
    "a-withdraw-ask": offers.withdraw_ask,
    "a-withdraw": offers.withdraw,
    "a-hold": seats.hold,
    "a-release": seats.release,
    "a-publish-ask": seats.publish_ask,
    "a-publish": seats.publish,
    "a-freeze-ask": seats.freeze_ask,
    "a-freeze": seats.freeze,
    "a-unfreeze": seats.unfreeze,
    "a-more": more.more,
    "a-capacity": capacity.capacity,
    "a-capacity-set": capacity.capacity_set,
    "a-drain": capacity.drain,
    "a-drain-stop": capacity.drain_stop,
    "a-displace-ask": capacity.displace_ask,
    "a-displace": capacity.displace,
    "a-date": dates.date,
    "a-date-ask": dates.date_ask,
    "a-date-set": dates.date_set,
    "a-off-ask": dates.off_ask,
    "a-off-month": dates.off_of_month,
    "a-off": dates.off,
    "a-move-list": moving.move_list,
    "a-move-ask": moving.move_ask,
    "a-move": moving.move,
    "a-back-ask": moving.back_ask,
    "a-back": moving.back_to_line,
    "a-split": balancing.split,
    "a-split-offers": balancing.split_offers,
    "a-split-direct": balancing.split_direct,
    "a-split-finalize-ask": finalizing.split_finalize_ask,
    "a-split-finalize": finalizing.split_finalize,
    "a-clone": repeating.clone,
    "a-repeat": repeating.repeat,
    "a-book": people.book,
    "a-book-for": people.book_for,
    "a-book-guest": people.book_guest,
    "a-book-do": people.book_do,
    "a-attendance": attendance.attendance,
    "a-mark": attendance.mark,
    "a-past": attendance.past,
    "a-audit": audit.audit,
    "a-audit-file": audit.file,
    "a-freed": freed.again,
    "a-freed-promote": freed.promote,
    "a-freed-offer": freed.offer,
    "a-freed-hold": freed.hold,
    "a-freed-publish-ask": freed.publish_ask,
    "a-freed-publish": freed.publish,
    "a-import": imports.take,
    "a-discard": imports.discard,
    "a-template": imports.template,
    "a-wizard": wizards.start,
    "a-wizard-pick": wizards.pick,
    "a-wizard-write": wizards.write,
    "a-wizard-page": wizards.page,
    "a-wizard-back": wizards.back,
    "a-wizard-stop": wizards.stop,
    "a-roles": roles.roles,
    "a-role": roles.role,
    "a-role-ask": roles.role_ask,
    "a-role-give": roles.role_give,
    "a-auto": automation.automation,
    "a-service": automation.service,
    "a-auto-show": automation.show,
    "a-auto-more": automation.more,
    "a-auto-modes": automation.modes,
    "a-auto-locked": automation.locked,
    "a-auto-guide": automation.which,
    "a-auto-rule": automation.rule,
    "a-auto-ask": automation.ask,
    "a-auto-do": automation.do,
    "a-presets": presets.presets,
    "a-preset": presets.preset,
    "a-preset-save": presets.save,
    "a-preset-renew": presets.renew,
    "a-preset-drop-ask": presets.drop_ask,
    "a-preset-drop": presets.drop,
    "a-requests": requests.requests,
    "a-request": requests.request,
    "a-request-ask": requests.ask,
    "a-request-book": requests.book,
    "a-request-line": requests.put_in_line,
    "a-request-why": requests.why,
    "a-request-decline": requests.decline,
    "a-auto-self": self_service.ask,
    "a-auto-self-do": self_service.do,
    "a-asking": questions.services,
    "a-questions": questions.questions,
    "a-question": questions.question,
    "a-question-move": questions.move,
    "a-question-need": questions.need,
    "a-question-drop-ask": questions.drop_ask,
    "a-question-drop": questions.drop,
    "a-question-kinds": question_draft.kinds,
    "a-question-add": question_draft.add,
    "a-question-say": question_draft.say,
    "a-question-save": question_draft.save,
    "a-account": account.account,
    "a-account-ask": account.ask,
    "a-account-do": account.do,
    "a-help": speaking.help_card,
    "a-language": speaking.language,
    "a-language-set": speaking.language_set,
    "a-list-file": list_file.file,
    "a-whatif-events": whatif.events,
    "a-whatif": whatif.questions,
    "a-whatif-capacity": whatif.capacity,
    "a-whatif-off": whatif.off,
    "a-whatif-bookings": whatif.bookings,
    "a-whatif-cancel": whatif.cancel,
    "a-whatif-dates": whatif.others,
    "a-whatif-move": whatif.move,
    "a-whatif-mode": whatif.mode,
    "a-whatif-date": whatif_date.date,
    "a-individual": hours.individual,
    "a-slots": slots.slots,
    "a-hours": hours.hours,
    "a-hours-day": hours.hours_day,
    "a-hours-ask": hours.hours_ask,
    "a-hours-drop": hours.hours_drop,
    "a-hours-save": hours.hours_save,
    "a-batch": month.batch,
    "a-period": month.period,
    "a-interest": month.interest,
    "a-period-open": month.open_ask,
    "a-period-begin": month.begin,
    "a-period-type": deadline.ask,
    "a-period-extend-ask": month.extend_ask,
    "a-period-extend": month.extend,
    "a-period-close-ask": month.close_ask,
    "a-period-close": month.close,
    "a-period-reopen-ask": month.reopen_ask,
    "a-period-reopen": month.reopen,
    "a-repair": repair.repair,
    "a-repair-go": repair.go,
    "a-repair-list": repair.asked_list,
    "a-repair-one": repair.one,
    "a-repair-back": repair.take_back,
    "a-repair-stuck": repair_stuck.stuck,
    "a-repair-free": repair_stuck.free,
    "a-repair-date": repair_stuck.date,
    "a-repair-for": repair_stuck.book_for,
    "a-repair-book": repair_stuck.book,
    "a-schedule": schedule.schedule,
    "a-schedule-set": schedule.choose,
    "a-schedule-type": schedule.type_ask,
    "a-batch-plan": batch_plan.plan,
    "a-batch-fills": batch_plan.fills,
    "a-batch-findings": batch_plan.findings,
    "a-batch-execute": batch_plan.execute,
    "a-batch-stop": batch_plan.stop,
    "a-batch-review": batch_review.review,
    "a-batch-event": batch_review.event,
    "a-batch-short": batch_review.short,
    "a-batch-person": batch_review.person,
    "a-batch-place": batch_review.place,
    "a-batch-where": batch_deciding.where,
    "a-batch-pin-ask": batch_deciding.pin_ask,
    "a-batch-pin": batch_deciding.pin,
    "a-batch-move-to": batch_deciding.move_ask,
    "a-batch-move": batch_deciding.move,
    "a-batch-out-ask": batch_deciding.out_ask,
    "a-batch-out": batch_deciding.out,
    "a-batch-words": batch_deciding.words,
    "a-batch-word": batch_deciding.word,
    "a-batch-lift": batch_deciding.lift,
    "a-batch-versions": batch_versions.versions,
    "a-batch-with": batch_versions.compare_with,
    "a-batch-compare": batch_versions.compare,
    "a-batch-final-ask": batch_final.final_ask,
    "a-batch-final": batch_final.final,
    "a-batch-changed": batch_final.changed,
    "a-batch-verify": proof.verify,
    "a-lock": locks.lock,
    "a-lock-take": locks.take,
    "a-lock-extend": locks.extend,
    "a-lock-release": locks.release,
    "a-lock-helpers": locks.helpers,
    "a-lock-helper": locks.helper,
    "a-lock-wish": locks.wish,
    "a-lock-hand": locks.hand,
    "a-lock-keep": locks.keep,
    "a-lock-force-ask": locks.force_ask,
    "a-lock-force": locks.force,
    "a-unlock": unlocking.unlock,
    "a-unlock-dates": unlocking.dates,
    "a-unlock-ask": unlocking.ask,
    "a-unlock-do": unlocking.do,
    "a-unlock-approve": unlocking.approve,
    "a-unlock-deny": unlocking.deny,
    "a-unlock-again": unlocking.again,
    "a-exports": exports.months,
    "a-export": exports.export,
    "a-export-pick": exports.pick,
    "a-export-file": exports.file,
    "a-difference": exports.difference,
    "a-difference-file": exports.difference_file,
    "a-metrics": metrics.metrics,
    "a-metrics-versions": metrics.versions,
    "a-metrics-months": metrics.months,
    "a-metrics-picture": metrics.picture,
}

# Taps that only show something; commands do nothing else.
SHOWS = frozenset(
    (
        "a-events", "a-event", "a-refresh", "a-manage", "a-bookings", "a-booking", "a-cancel-ask", "a-line", "a-entry",
        "a-remove-ask", "a-offers", "a-offer", "a-withdraw-ask", "a-publish-ask", "a-freed", "a-freed-publish-ask",
        "a-auto", "a-service", "a-auto-show", "a-auto-more", "a-auto-modes", "a-auto-locked", "a-auto-guide",
        "a-auto-rule", "a-auto-ask", "a-presets", "a-preset", "a-preset-drop-ask", "a-account", "a-account-ask",
        "a-more", "a-capacity", "a-displace-ask", "a-date", "a-date-ask", "a-off-ask", "a-off-month",
        "a-move-list", "a-move-ask",
        "a-back-ask", "a-attendance", "a-past", "a-split", "a-clone", "a-book", "a-book-for",
        "a-template", "a-audit", "a-audit-file", "a-roles", "a-role", "a-role-ask", "a-help", "a-language",
        "a-preset-save", "a-requests", "a-request", "a-request-ask", "a-request-why", "a-auto-self", "a-asking",
        "a-questions", "a-question", "a-question-drop-ask", "a-question-kinds", "a-question-add", "a-question-say",
        "a-list-file", "a-whatif-events", "a-whatif", "a-whatif-capacity", "a-whatif-off", "a-whatif-bookings",
        "a-whatif-cancel", "a-whatif-dates", "a-whatif-move", "a-whatif-mode", "a-whatif-date", "a-individual",
        "a-slots", "a-hours", "a-hours-day", "a-hours-ask", "a-hours-drop", "a-batch", "a-period",
        "a-interest", "a-period-open", "a-period-extend-ask", "a-period-close-ask", "a-period-reopen-ask",
        "a-period-type",
        "a-freeze-ask", "a-split-finalize-ask", "a-batch-plan", "a-batch-fills",
        "a-batch-findings", "a-batch-review",
        "a-batch-event", "a-batch-short", "a-batch-person", "a-batch-place", "a-batch-where",
        "a-batch-pin-ask", "a-batch-move-to", "a-batch-out-ask", "a-batch-words", "a-batch-word",
        "a-batch-versions", "a-batch-with", "a-batch-compare", "a-batch-final-ask", "a-batch-changed",
        "a-lock", "a-lock-helpers", "a-lock-force-ask", "a-unlock", "a-unlock-ask", "a-unlock-dates",
        "a-exports", "a-export",
        "a-export-pick", "a-export-file", "a-difference", "a-difference-file", "a-metrics",
        "a-metrics-versions", "a-metrics-months", "a-metrics-picture", "a-repair", "a-repair-list", "a-repair-one",
        "a-repair-stuck", "a-repair-free", "a-repair-date", "a-repair-for",
        "a-schedule", "a-schedule-type", "a-batch-verify",
    )
)  # fmt: skip

# Taps whose first number is an event's or a service's, as the second says.
SCOPED = frozenset(verb for verb in TAPS if verb.startswith(("a-auto-", "a-preset", "a-account")))

# Taps whose first number is a service.
ASKING = frozenset(verb for verb in TAPS if verb.startswith("a-question"))

# Taps about a month.
MONTHS = frozenset(
    verb for verb in TAPS if verb.startswith(("a-batch", "a-period", "a-interest", "a-metrics"))
)

# Taps about repairs, and about months that plan themselves.
REPAIRS = frozenset(verb for verb in TAPS if verb.startswith("a-repair"))
SCHEDULES = frozenset(verb for verb in TAPS if verb.startswith("a-schedule"))

# Taps about an event, which is their second number, and its month.
OF_A_MONTH = frozenset({"a-repair-date", "a-repair-for", "a-repair-book"})

# Taps about the locks of a month; their first number is its period.
LOCKS = frozenset(verb for verb in TAPS if verb.startswith(("a-lock", "a-unlock")))

# Taps about files of a month.
FILES = frozenset(verb for verb in TAPS if verb.startswith(("a-export", "a-difference")))

# Taps whose first number is no event.
NO_EVENT = SCOPED | ASKING | MONTHS | LOCKS | FILES | REPAIRS | SCHEDULES | frozenset(
    (
        "a-service", "a-asking",
        "a-events", "a-past", "a-roles", "a-role", "a-role-ask", "a-role-give", "a-import", "a-discard", "a-template",
        "a-audit", "a-audit-file", "a-help", "a-language", "a-language-set", "a-wizard", "a-wizard-pick",
        "a-wizard-write", "a-wizard-page", "a-wizard-back", "a-wizard-stop", "a-whatif-events", "a-individual",
        "a-slots", "a-hours", "a-hours-day", "a-hours-ask", "a-hours-drop", "a-hours-save",
    )
)  # fmt: skip

COMMANDS: dict[str, AdminCommandHandler] = {
    "events": events.events_command,
    "services": imports.services_command,
    "batch": month_asked.batch_command,
    "lock": month_asked.lock_command,
    "unlock": month_asked.unlock_command,
    "export": exports.export_command,
    "metrics": metrics.metrics_command,
    "audit": audit.audit_command,
    "roles": roles.roles_command,
    "whatif": whatif_asked.whatif_command,
    "help": events.help_command,
}

TYPED: dict[str, Callable[[Admin, Draft, str], Awaitable[Card | None]]] = {
    people.KIND: people.named_people,
    presets.KIND: presets.named_preset,
    question_draft.KIND: question_draft.answered,
    wizards.KIND: wizards.typed,
    hours.KIND: hours.hours_typed,
    schedule.KIND: schedule.typed,
    deadline.KIND: deadline.typed,
}

NUMBERS: dict[str, range] = {verb: numbers_of(handler) for verb, handler in TAPS.items()}

REASONED = frozenset(
    verb for verb, handler in TAPS.items() if list(signature(handler).parameters)[-1] == "reason"
)
"""Taps whose last number is a reason; it may also say that the reason will be typed."""


def event_of(call: Call) -> int | None:
    """The event that a tap is about; None for one that is about none."""
    if call.verb in SCOPED:
        return call.args[0] if call.args[1] == EVENT else None
    if call.verb in OF_A_MONTH:
        return call.args[1]
    return None if call.verb in NO_EVENT else call.args[0]


def find_tap(data: str) -> tuple[TapHandler, Call] | None:
    """The handler of a button and its call; None for a button that is not ours (any more)."""
    call = parse(data)
    if call is None or len(call.args) not in NUMBERS.get(call.verb, ()):
        return None
    if call.verb in REASONED and because.asks(call):
        return partial(_ask_why, call), call
    return TAPS[call.verb], call


async def _ask_why(call: Call, admin: Admin, *_: int) -> Answer:
    return await because.ask(admin, call, event_of(call))
