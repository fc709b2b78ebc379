"""Bugs to plant in the engine, one at a time: each breaks one law, and the tests of the rules must say so."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Bug:
    """In `file` below engine/ the text `right`, which is there exactly once, becomes `wrong`."""

    name: str
    file: str
    right: str
    wrong: str


OFFERS, BOOKING, CANDIDATES = "rules/offers.py", "rules/booking.py", "rules/candidates.py"
FILLING, WAITLIST, VALIDITY = "rules/filling.py", "rules/waitlist.py", "rules/validity.py"
BY_OFFER, OFFERING, PROMOTION = "rules/modes/offer.py", "rules/offering.py", "rules/promotion.py"
OUTAGE = "rules/outage.py"

ACCEPT = """    check_open(state, act)
    if act.now >= offer.expires_at:"""
DECLINE = """    check_pending(offer)
    if act.now >= offer.expires_at:"""

BUGS = (
    # deadlines
    Bug("accepted at the deadline", OFFERS, ACCEPT, ACCEPT.replace(">=", ">")),
    Bug("declined at the deadline", OFFERS, DECLINE, DECLINE.replace(">=", ">")),
    Bug(
        "expired after the deadline only",
        OFFERS,
        "act.now < offer.expires_at:",
        "act.now <= offer.expires_at:",
    ),
    Bug("delivered at its last moment", OFFERS, "act.now >= offer.closes_at", "act.now > offer.closes_at"),
    Bug("a copy that says less", OFFERS, "max(ends, promised)", "ends"),
    Bug(
        "the clock starts when the offer is made",
        "change.py",
        "expires_at=fact.expires_at, reminded",
        "reminded",
    ),
    Bug("reminded when it is no help", OFFERS, "<= offer.expires_at - REMIND_LEAST", "< offer.expires_at"),
    Bug("reminded twice", OFFERS, " or offer.reminded_at is not None:", ":"),
    Bug("reminded too early", OFFERS, "REMIND_SHARE = 3", "REMIND_SHARE = 2"),
    Bug("never past the close", VALIDITY, "return min(_full_minute(end), close)", "return _full_minute(end)"),
    Bug("up to no full minute", VALIDITY, "min(_full_minute(end), close)", "min(end, close)"),
    Bug("two days is more than two days", VALIDITY, "if left > more_than", "if left >= more_than"),
    Bug("a fixed validity is ignored", VALIDITY, "if rules.validity is not None:", "if False:"),
    Bug("last call a moment early", VALIDITY, "now < rules.last_call", "now <= rules.last_call"),
    Bug("last call ignored", VALIDITY, "event.starts_at - now < rules.last_call", "False"),
    Bug("cut-off ignored", VALIDITY, "settings.offer.cutoff if", "timedelta(0) if"),
    Bug("served at the cut-off", CANDIDATES, "if now < closes_at(", "if now <= closes_at("),
    Bug("quiet hours ignored", VALIDITY, "rules.quiet, settings.timezone", "None, settings.timezone"),
    Bug("quiet hours in UTC", "hours.py", "local = moment.astimezone(ZoneInfo(zone))", "local = moment"),
    Bug(
        "quiet until a minute too long",
        "hours.py",
        "clock >= quiet.start or clock < quiet.end",
        "clock >= quiet.start or clock <= quiet.end",
    ),
    Bug(
        "the letter wakes people",
        "notices.py",
        "if morning is not None and morning < too_late else None",
        "if False else None",
    ),
    Bug(
        "a letter that was refused starts the clock",
        OFFERS,
        "offer.delivered_at is None:\n        return []\n    return [f.OfferUndelivered",
        "True:\n        return []\n    return [f.OfferUndelivered",
    ),
    Bug("another letter's refusal stops the clock", OFFERS, " if offer.expires_at == expires_at else []", ""),
    Bug("delivered past a new cut-off", OFFERS, "if _closed_since(state, act, offer):", "if False:"),
    Bug(
        "a new cut-off breaks a promise",
        OFFERS,
        "if offer.delivered_at is not None:\n        kept",
        "if False:\n        kept",
    ),
    Bug("an admin's late offer is closed", OFFERS, "return automatic and act.now >=", "return act.now >="),
    # time that nobody could use
    Bug(
        "more given back than was lost", OUTAGE, "stopped = max(since, offer.delivered_at)", "stopped = since"
    ),
    Bug("what was over is open again", OUTAGE, "offer.expires_at <= stopped", "offer.expires_at < stopped"),
    Bug("a minute is a moment", OUTAGE, "act.now - stopped < LEAST", "act.now - stopped <= LEAST"),
    Bug("a last call is put off", OUTAGE, " or offer.last_call:", ":"),
    Bug("put off past the close", OUTAGE, "expires_at=min(ends, offer.closes_at)", "expires_at=ends"),
    Bug("what was cut short costs a miss", "change.py", "now if fact.in_full else None", "now"),
    Bug(
        "nights are given back as days",
        VALIDITY,
        "left = waking_time(stopped, ends, quiet, zone)",
        "left = ends - stopped",
    ),
    Bug(
        "an outage takes time away",
        VALIDITY,
        "return max(_full_minute(end), ends)",
        "return _full_minute(end)",
    ),
    Bug(
        "the small hours count for nothing",
        VALIDITY,
        "if left else now + (ends - stopped)",
        "if left else now",
    ),
    Bug("an expired promise is sent again", OFFERS, "[kept] if act.now < offer.expires_at else []", "[kept]"),
    # whose turn it is
    Bug("guard dropped", BY_OFFER, ") < parallel", ") <= parallel"),
    Bug("guard for none", BY_OFFER, "return parallel == 0 or", "return True or"),
    Bug(
        "a last call counts for the guard",
        BY_OFFER,
        "for o in state.pending() if not o.last_call]) <",
        "for o in state.pending()]) <",
    ),
    Bug(
        "last in, first out",
        "change.py",
        "return (-entry.priority, entry.seq, entry.id)",
        "return (-entry.priority, -entry.seq, entry.id)",
    ),
    Bug(
        "priority ignored",
        "change.py",
        "return (-entry.priority, entry.seq, entry.id)",
        "return (0, entry.seq, entry.id)",
    ),
    Bug(
        "priority ignored in the draw",
        CANDIDATES,
        "(-entry.priority, draw(seed, entry))",
        "draw(seed, entry)",
    ),
    Bug(
        "the seed is ignored",
        CANDIDATES,
        'f"{seed}:{entry.event_id}:{entry.id}"',
        'f"{entry.event_id}:{entry.id}"',
    ),
    Bug(
        "one draw for all events", CANDIDATES, 'f"{seed}:{entry.event_id}:{entry.id}"', 'f"{seed}:{entry.id}"'
    ),
    Bug("no draw", CANDIDATES, 'state.settings.offer.order == "line" or', "True or"),
    Bug("party fit ignored", CANDIDATES, 'rules.party_fit == "best" and entry', "entry"),
    Bug(
        "skipped once too often",
        CANDIDATES,
        "entry.skips < rules.max_skips",
        "entry.skips <= rules.max_skips",
    ),
    Bug("a skip is not counted", PROMOTION, "skips=entry.skips + 1", "skips=entry.skips"),
    Bug(
        "asked out of reach",
        CANDIDATES,
        "return fits_at_all and entry.reachable and (by_hand or not passed)",
        "return fits_at_all and (by_hand or not passed)",
    ),
    Bug(
        "asked for the seat that was let go",
        CANDIDATES,
        "entry.reachable and (by_hand or not passed)",
        "entry.reachable",
    ),
    Bug(
        "never asked for the next seat", CANDIDATES, "entry.passed >= state.event.round", "entry.passed >= 0"
    ),
    Bug("asked twice at once", CANDIDATES, "if entry.person_id not in asked and _open_to", "if _open_to"),
    Bug(
        "the reserve list without windows",
        CANDIDATES,
        "        and fits(entry.windows, event.starts_at, state.settings.timezone)\n",
        "",
    ),
    Bug("windows include their end", "hours.py", "w.start <= minute < w.end", "w.start <= minute <= w.end"),
    Bug(
        "the reserve list asks the booked",
        CANDIDATES,
        "        and state.booking_of(entry.person_id) is None\n",
        "",
    ),
    Bug("the reserve list in every mode", CANDIDATES, "if state.settings.mode is Mode.OFFER:", "if True:"),
    Bug("no automatic confirmation", BY_OFFER, "return entry.auto_confirm or", "return"),
    Bug(
        "confirmed too late",
        BY_OFFER,
        "event.starts_at - act.now <= within",
        "event.starts_at - act.now < within",
    ),
    # seats
    Bug(
        "newcomers get a seat that is waited for",
        BOOKING,
        "[] if state.event.released >= seats else passable",
        "[] if True else passable",
    ),
    Bug(
        "newcomers get a seat of a last call",
        CANDIDATES,
        "if called and state.take(called + seats) is None:",
        "if False:",
    ),
    Bug(
        "any published seat is enough",
        BOOKING,
        "[] if state.event.released >= seats else",
        "[] if state.event.released else",
    ),
    Bug("published for good", BOOKING, "released=max(released - seats, 0)", "released=released"),
    Bug(
        "published seats are not taken back",
        FILLING,
        "not released or (state.free_count() >= released)",
        "True",
    ),
    Bug("a party above what is allowed", BOOKING, "if seats > most:", "if seats > most + 1:"),
    Bug(
        "a cancelled booking keeps its seat",
        "change.py",
        'status="cancelled", seats=(), reconfirm_by=None)',
        'status="cancelled", reconfirm_by=None)',
    ),
    Bug("an offer holds nothing", OFFERING, "seats=seats", "seats=()"),
    Bug(
        "a last call holds a seat",
        BY_OFFER,
        "offer(state, act, entry, (), last_call",
        "offer(state, act, entry, state.take(entry.seats) or (), last_call",
    ),
    Bug("hopeless calls stay open", FILLING, "[] if reason else end_hopeless_calls(state)", "[]"),
    Bug(
        "nothing is filled after a cancellation",
        BOOKING,
        "return and_fill(state, act, [gone])",
        "return [gone]",
    ),
    Bug(
        "nothing is filled after a release",
        "rules/seats.py",
        "return and_fill(state, act, [HoldReleased(id=hold_id)])",
        "return [HoldReleased(id=hold_id)]",
    ),
    Bug(
        "nothing is filled after thawing",
        "rules/seats.py",
        "return and_fill(state, act, [EventUnfrozen(id=state.event.id)])",
        "return [EventUnfrozen(id=state.event.id)]",
    ),
    Bug(
        "a closed event is open",
        BOOKING,
        '    if state.event.status != "open":\n        raise EventNotOpen\n',
        "",
    ),
    Bug(
        "booked at the start",
        BOOKING,
        "if state.event.starts_at <= act.now:\n        raise EventStarted\n    if state.event.status",
        "if state.event.starts_at < act.now:\n        raise EventStarted\n    if state.event.status",
    ),
    # automation is the operator's choice
    Bug("frozen is ignored", "rules/automation.py", '("frozen", event.frozen)', '("frozen", False)'),
    Bug("the switch is ignored", "rules/automation.py", "not settings.auto_backfill", "False"),
    Bug("the tier is ignored", "rules/automation.py", "not allowed(settings)", "False"),
    Bug(
        "basic may handle by hand",
        "rules/automation.py",
        "frozenset({Mode.LEGACY, Mode.OFFER})",
        "frozenset({Mode.MANUAL, Mode.LEGACY, Mode.OFFER})",
    ),
    Bug("fills what has begun", "rules/automation.py", "event.starts_at <= now", "event.starts_at < now"),
    Bug(
        "nobody is told why",
        FILLING,
        '*_announce(state, _waited_for(state, act) if reason else 0, reason or ""),',
        "",
    ),
    Bug(
        "released seats are said to wait",
        FILLING,
        "state.free_count() - state.event.released",
        "state.free_count()",
    ),
    # what it costs
    Bug("the missed counter is off", OFFERS, "misses += 1", "misses += 2"),
    Bug("no third chance", OFFERS, "if misses > 2:", "if misses >= 2:"),
    Bug("a miss leaves the place", OFFERS, "if misses == 2:", "if misses == 3:"),
    Bug("a last call costs a miss", OFFERS, "if not offer.last_call:  # that", "if True:  # that"),
    Bug(
        "an undelivered offer costs a miss",
        OFFERS,
        "if offer.delivered_at is None:  # never",
        "if False:  # never",
    ),
    Bug(
        "grace inverted",
        BOOKING,
        "act.now <= booking.free_cancel_until",
        "act.now > booking.free_cancel_until",
    ),
    Bug(
        "grace ends early",
        BOOKING,
        "act.now <= booking.free_cancel_until",
        "act.now < booking.free_cancel_until",
    ),
    Bug(
        "no grace after a promotion",
        PROMOTION,
        "free_cancel_until=act.now + state.settings.grace",
        "free_cancel_until=None",
    ),
    Bug(
        "late at the very limit",
        BOOKING,
        "state.event.starts_at - act.now < state.settings.cancel_before",
        "state.event.starts_at - act.now <= state.settings.cancel_before",
    ),
    Bug(
        "promoted against the account's choice",
        PROMOTION,
        "status=state.settings.booking_status",
        'status="confirmed"',
    ),
    Bug(
        "out of turn without a word",
        "rules/reasons.py",
        "if act.reason or (first is not None and first.id != entry.id):",
        "if act.reason:",
    ),
    # places in line
    Bug("an offer for a past entry", WAITLIST, "entry is None or not entry.active or", "entry is None or"),
    Bug(
        "somebody else's place",
        WAITLIST,
        " or person_id not in (None, entry.person_id):\n        raise NotWaiting",
        ":\n        raise NotWaiting",
    ),
    Bug(
        "somebody else's offer",
        OFFERS,
        "if offer is None or person_id not in (None, offer.person_id):",
        "if offer is None:",
    ),
    Bug("ties in position", "state.py", "if level >= priority", "if level > priority"),
    Bug(
        "two people with one number",
        "change.py",
        "next_seq=max(state.event.next_seq, fact.seq + 1)",
        "next_seq=max(state.event.next_seq, fact.seq)",
    ),
    Bug(
        "a pause beyond the start",
        WAITLIST,
        "until >= state.event.starts_at",
        "until > state.event.starts_at",
    ),
    Bug("resumed too early", WAITLIST, "act.now < entry.paused_until", "False"),
    Bug("leaves and keeps the offer", WAITLIST, "[*_without_offer(state, entry), left]", "[left]"),
    Bug("booked and waiting", PROMOTION, "if other is not None and other.id != entry.id:", "if False:"),
    Bug(
        "the line closes early",
        WAITLIST,
        'state.event.starts_at > act.now and state.event.status == "open"',
        "False",
    ),
    # rows and letters
    Bug("a version stands still", "change.py", "version=old.version + 1", "version=old.version"),
    Bug(
        "nobody hears of a missed offer",
        "notices.py",
        'return [over, Notice("offer-missed", offer.person_id, about, RESULTS, data=data)]',
        "return []",
    ),
    Bug(
        "everybody's panel",
        "notices.py",
        "panel=panel if own else None),\n        *",
        "panel=panel),\n        *",
    ),
)
