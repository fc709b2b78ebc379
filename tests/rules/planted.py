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
BY_HAND, MOVING, CAPACITY = "rules/by_hand.py", "rules/moving.py", "rules/capacity.py"
ANSWERING = "rules/answering.py"
SHRINKING, DATES, SLOTS = "rules/shrinking.py", "rules/dates.py", "rules/slots.py"
REQUESTS, SETTLING = "rules/requests.py", "rules/settling.py"
FORESIGHT = "rules/foresight.py"
WISHES, PERIODS, FRIENDSHIPS = "rules/wishes.py", "rules/periods.py", "rules/friendships.py"
BALANCING, CONFIGURING = "rules/balancing.py", "rules/configuring.py"

ACCEPT = """    check_open(state, act)
    if act.now >= offer.expires_at:"""
DECLINE = """    check_pending(offer)
    if act.now >= offer.expires_at:"""

OUTLIVES = """by="event")
        for _, booking in sorted(state.bookings.items())
        if booking.active"""

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
    Bug("asked for what was just let go", "rules/letting_go.py", "if entry is None:", "if True:"),
    Bug("asked for it a moment later", "rules/letting_go.py", "state.event.round + 1", "state.event.round"),
    Bug(
        "asked for it by another event's word",
        "change.py",
        "passed=fact.passed, passed_event=fact.event_id)",
        "passed=fact.passed)",
    ),
    Bug("in reach by an admin's word", "change.py", "reachable=fact.person_id not in state.unreachable,", ""),
    Bug(
        "asked out of reach",
        CANDIDATES,
        "fits_at_all and entry.reachable and not",
        "fits_at_all and not",
    ),
    Bug(
        "asked for the seat that was let go",
        CANDIDATES,
        "not entry.visiting and (by_hand or not passed)",
        "not entry.visiting",
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
        "return and_fill(state, act, let_go(state, gone))",
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
    Bug(
        "a version stands still",
        "change.py",
        "new = replace(_entry_becomes(old, fact), version=old.version + 1)",
        "new = replace(_entry_becomes(old, fact), version=old.version)",
    ),
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
    # what admins do by hand
    Bug(
        "booked for somebody without a word",
        BY_HAND,
        "    check_reason(act)\n    return placed",
        "    return placed",
    ),
    Bug(
        "a held seat has two owners",
        BY_HAND,
        "released: list[Fact] = [] if hold_id is None else",
        "released: list[Fact] = [] if True else",
    ),
    Bug("held seats are left over", BY_HAND, "held = hold.seats[:count]", "held = ()"),
    Bug(
        "booked for somebody who waits on",
        BY_HAND,
        "ended = [] if own is None else",
        "ended: list[Fact] = [] if True else",
    ),
    Bug("asked for the seat one was taken from", BY_HAND, "passed=state.event.round + 1", "passed=-1"),
    Bug(
        "put back in front of others",
        BY_HAND,
        "seq=state.event.next_seq, position",
        "seq=state.event.head_seq, position",
    ),
    Bug("marked before it began", BY_HAND, "if act.now < state.event.starts_at:", "if False:"),
    Bug(
        "marked although it is cancelled",
        BY_HAND,
        "booking is None or booking.status not in BOOKED",
        "booking is None",
    ),
    Bug(
        "who was not confirmed cannot have come",
        BY_HAND,
        'BOOKED = frozenset({"pending", ',
        "BOOKED = frozenset({",
    ),
    Bug(
        "whoever came was never confirmed",
        BY_HAND,
        'if booking.status == "pending" else []',
        "if False else []",
    ),
    Bug(
        "whoever came gives the seat back",
        "change.py",
        "status=fact.status, reconfirm_by=None)",
        "status=fact.status, seats=())",
    ),
    # moving
    Bug(
        "the old seat goes first",
        MOVING,
        "return [(target, arrived), (source, and_fill(left, act, let_go(left, gone)))]",
        "return [(source, and_fill(left, act, let_go(left, gone))), (target, arrived)]",
    ),
    Bug(
        "the old seat stays",
        MOVING,
        "return [(target, arrived), (source, and_fill(left, act, let_go(left, gone)))]",
        "return [(target, arrived)]",
    ),
    Bug(
        "the old seat is not filled",
        MOVING,
        "(source, and_fill(left, act, let_go(left, gone)))",
        "(source, let_go(left, gone))",
    ),
    Bug(
        "moved past people who wait",
        MOVING,
        "passed_by(there, act, person_id, count) if by_self else []",
        "[]",
    ),
    Bug(
        "an admin waits for the line",
        MOVING,
        "passed_by(there, act, person_id, count) if by_self else []",
        "passed_by(there, act, person_id, count)",
    ),
    Bug(
        "an admin moves without a word",
        MOVING,
        "    if person_id is None:\n        check_reason(act)\n    else:",
        "    if person_id is not None:",
    ),
    Bug(
        "moving is never late",
        MOVING,
        "late = person_id is not None and is_late(here, act, booking)",
        "late = False",
    ),
    Bug(
        "two reserve lists of one service",
        MOVING,
        "become = after_steps(states, [(target, arrived)], act.now)",
        "become = states",
    ),
    Bug(
        "moved and waiting there",
        MOVING,
        "ended = [] if own is None else",
        "ended: list[Fact] = [] if True else",
    ),
    Bug("published seats are had twice", MOVING, "*(still_published(there, count) if by_self else [])", ""),
    Bug(
        "a moved booking is confirmed",
        MOVING,
        '"pending" if booking.status == "pending" else "confirmed"',
        '"confirmed"',
    ),
    Bug("moved twice to the same event", MOVING, "if there.booking_of(person_id) is not None:", "if False:"),
    Bug(
        "the reserve list forgets a sibling",
        "change.py",
        "if other.event.service_id == changed.event.service_id:",
        "if False:",
    ),
    # how many seats
    Bug(
        "a cut below the seats in use",
        CAPACITY,
        "    if used > capacity:\n        raise SeatsInUse(wanted=capacity, used=used)\n    return and_fill",
        "    return and_fill",
    ),
    Bug(
        "new seats stay empty",
        CAPACITY,
        "return and_fill(state, act, [CapacityChanged(id=state.event.id, capacity=capacity)])",
        "return [CapacityChanged(id=state.event.id, capacity=capacity)]",
    ),
    Bug(
        "new seats are those that were let go",
        "change.py",
        "round=event.round + (fact.capacity > before)",
        "round=event.round",
    ),
    Bug("the oldest bookings go", CAPACITY, "key=lambda b: -b.id", "key=lambda b: b.id"),
    Bug("somebody goes who could stay", CAPACITY, "if used + len(booking.seats) <= capacity:", "if False:"),
    Bug(
        "displaced to the end of the line",
        CAPACITY,
        "seq = state.event.head_seq",
        "seq = state.event.next_seq",
    ),
    Bug("displaced behind a priority", CAPACITY, "priority = max(highest, 0)", "priority = 0"),
    Bug("displaced into the lottery", CAPACITY, '(state.settings.offer.order == "lottery")', "0"),
    Bug("everybody displaced is told to be first", CAPACITY, "position=len(gone) - behind", "position=1"),
    Bug(
        "two displaced people with one number",
        "change.py",
        "head_seq=min(state.event.head_seq, fact.seq - 1)",
        "head_seq=state.event.head_seq",
    ),
    Bug("displaced without a word", CAPACITY, "    check_reason(act)\n", ""),
    Bug("no seats at all", CAPACITY, "if not 1 <= capacity <= MOST:", "if not 0 <= capacity <= MOST:"),
    Bug(
        "nobody makes room in front",
        SHRINKING,
        "behind = [owner for owner in _owners(state) if any(number > capacity for number in owner.seats)]",
        "behind: list[Owner] = []",
    ),
    Bug(
        "a party loses a seat",
        SHRINKING,
        "number if number <= capacity else next(front) for number in owner.seats",
        "number for number in owner.seats if number <= capacity",
    ),
    Bug(
        "only bookings make room",
        SHRINKING,
        "for rows in (state.bookings, state.offers, state.holds):",
        "for rows in (state.bookings,):",
    ),
    Bug(
        "drained below the target",
        SHRINKING,
        "max(event.drain_to, event.capacity - state.free_count())",
        "event.capacity - state.free_count()",
    ),
    Bug(
        "drained below the seats in use",
        SHRINKING,
        "max(event.drain_to, event.capacity - state.free_count())",
        "event.drain_to",
    ),
    Bug(
        "drained for ever",
        "change.py",
        "drain_to=None if reached or fact.capacity > before else",
        "drain_to=None if fact.capacity > before else",
    ),
    Bug(
        "seats go after others got them",
        FILLING,
        "if state.event.drain_to is not None and (gone := drained(state)):",
        "if False and (gone := drained(state)):",
    ),
    Bug("a closed event is drained", SHRINKING, ' or event.status != "open":', ":"),
    Bug(
        "the line waits for a party that never fits",
        CANDIDATES,
        "fits_at_all = entry.seats <= state.event.capacity",
        "fits_at_all = True",
    ),
    # dates
    Bug(
        "offers for the old date",
        "rules/shifting.py",
        'facts += [OfferWithdrawn(id=offer.id, cause="shifted"), back]',
        "pass",
    ),
    Bug(
        "nobody is asked about the date",
        "rules/shifting.py",
        "BookingShifted(id=booking.id, reconfirm_by=reconfirm_by)",
        "BookingShifted(id=booking.id)",
    ),
    Bug(
        "an old question stays",
        "change.py",
        "told = replace(state.bookings[fact.id], reconfirm_by=fact.reconfirm_by)",
        "told = replace(was := state.bookings[fact.id], reconfirm_by=fact.reconfirm_by or was.reconfirm_by)",
    ),
    Bug(
        "told twice of a date",
        "rules/shifting.py",
        "if e.active and e.person_id not in asked)",
        "if e.active)",
    ),
    Bug(
        "those who let a seat go miss the new date",
        "change.py",
        "round=event.round + 1,\n                version=version,",
        "version=version,",
    ),
    Bug(
        "answered at the deadline", DATES, "act.now >= booking.reconfirm_by", "act.now > booking.reconfirm_by"
    ),
    Bug(
        "lapsed after the deadline only",
        DATES,
        "act.now < booking.reconfirm_by",
        "act.now <= booking.reconfirm_by",
    ),
    Bug(
        "an answer is asked for again",
        "change.py",
        "said = replace(state.bookings[fact.id], reconfirm_by=None)",
        "said = state.bookings[fact.id]",
    ),
    Bug(
        "a lapsed seat stays empty",
        DATES,
        'return and_fill(state, act, let_go(state, BookingCancelled(id=booking.id, by="silence")))',
        'return let_go(state, BookingCancelled(id=booking.id, by="silence"))',
    ),
    Bug("lapsed when it has begun", DATES, " or state.event.starts_at <= act.now:", ":"),
    Bug("no time to answer", DATES, "return at if at >= now + LEAST_TO_ANSWER else None", "return at"),
    Bug(
        "a move costs the grace",
        MOVING,
        "free_cancel_until=booking.free_cancel_until",
        "free_cancel_until=None",
    ),
    # balancing
    Bug(
        "asked again for what they declined",
        BALANCING,
        "passed=states[offer.event_id].event.round",
        "passed=-1",
    ),
    Bug(
        "booked there and waiting at home",
        BALANCING,
        " or _seated(states[offer.event_id], entry)):",
        "):",
    ),
    Bug(
        "accepted, cancelled and back at home",
        BALANCING,
        'offer.status == "accepted" or _seated',
        "_seated",
    ),
    Bug("an offer outlives its place", BALANCING, " or state.asked(offer).visiting", ""),
    Bug("asked again for what they let go by", BALANCING, " or _missed(offer))", ")"),
    Bug("a letter that never came is a no", BALANCING, " and offer.delivered_at is not None", ""),
    Bug(
        "asked again by another place in line",
        BALANCING,
        "(entry.person_id, state.event.id) not in let_go",
        "not (entry.passed_event == state.event.id and entry.passed >= state.event.round)",
    ),
    Bug("moved into the past", DATES, "not act.now < starts_at <=", "not starts_at <="),
    Bug(
        "offers outlive the event",
        DATES,
        'facts.append(OfferWithdrawn(id=offer.id, cause="cancelled", told=told))',
        "pass",
    ),
    Bug(
        "the reserve list ends with one event",
        DATES,
        "if (entry := state.asked(offer)).event_id is None:",
        "if (entry := state.asked(offer)).event_id == 0:",
    ),
    Bug(
        "bookings outlive the event",
        DATES,
        OUTLIVES,
        OUTLIVES.replace("if booking.active", "if False"),
    ),
    Bug("people wait for what is cancelled", DATES, "if entry.active\n", "if False\n"),
    Bug("holds outlive the event", DATES, "if hold.active]", "if False]"),
    Bug(
        "told twice of the end",
        DATES,
        "told = offer.person_id in waiting | asking",
        "told = offer.person_id in asking",
    ),
    Bug(
        "not told of the end",
        "notices.py",
        "            if fact.told:\n                return [over]",
        '            if fact.told or fact.cause == "cancelled":\n                return [over]',
    ),
    Bug("a question for a date becomes a place there", CANDIDATES, " and not entry.visiting", ""),
    Bug(
        "balanced to where they wait already",
        BALANCING,
        "        and (own is None or own.id == entry.id)\n",
        "",
    ),
    Bug(
        "the end of a balancing is told twice",
        BALANCING,
        "told=entry.person_id in told)",
        "told=False)",
    ),
    Bug("a resumed place is told to whoever is booked", "notices.py", ' or entry.status != "waiting":', ":"),
    Bug("a service follows nobody", CONFIGURING, " or chosen.mode is None:", ":"),
    Bug(
        "called off after the start",
        DATES,
        "    if state.event.starts_at <= act.now:\n        raise EventStarted\n    check_reason",
        "    check_reason",
    ),
    Bug(
        "cancelled without a word",
        DATES,
        "        raise EventStarted\n    check_reason(act)\n",
        "        raise EventStarted\n",
    ),
    # requests for a place
    Bug(
        "booked where only an admin gives places",
        BOOKING,
        "        raise AlreadyBooked\n    check_self_service(state)\n",
        "        raise AlreadyBooked\n",
    ),
    Bug(
        "joined where only an admin gives places",
        WAITLIST,
        "    check_self_service(state)\n    check_not_asked",
        "    check_not_asked",
    ),
    Bug(
        "on the reserve list where only an admin gives places",
        WAITLIST,
        "    check_self_service(state)\n    check_party",
        "    check_party",
    ),
    Bug(
        "moved where only an admin gives places", MOVING, "        check_self_service(there)", "        pass"
    ),
    Bug(
        "an admin is bound by it too",
        MOVING,
        "        check_reason(act)\n    else:\n        check_self_service(there)",
        "        check_reason(act)\n    check_self_service(there)",
    ),
    Bug("asked for what everybody takes", REQUESTS, "    if state.settings.self_service:", "    if False:"),
    Bug("asked twice", REQUESTS, "if state.request_of(person_id) is not None:", "if False:"),
    Bug("asked although booked", REQUESTS, "if state.booking_of(person_id) is not None:", "if False:"),
    Bug("asked although waiting", REQUESTS, "if state.line.of(person_id) is not None:", "if False:"),
    Bug(
        "asked although asked",
        REQUESTS,
        "    check_not_asked(state, person_id)\n    check_party(state, seats",
        "    check_party(state, seats",
    ),
    Bug("somebody else takes it back", REQUESTS, " or person_id not in (None, request.person_id):", ":"),
    Bug("answered twice", REQUESTS, " or not request.open or", " or"),
    Bug(
        "the line is passed over without a word",
        REQUESTS,
        " or claimed(state, act.now, request.seats) or next_in_turn(state) is not None:",
        ":",
    ),
    Bug("passed over after the cut-off", REQUESTS, " or next_in_turn(state) is not None:", ":"),
    Bug("a last call is passed over", REQUESTS, " or claimed(state, act.now, request.seats) or", " or"),
    Bug("put at the head of the line", REQUESTS, "seq=state.event.next_seq", "seq=state.event.head_seq"),
    Bug(
        "declined without a word",
        REQUESTS,
        "    check_reason(act)\n    return [RequestDeclined",
        "    return [RequestDeclined",
    ),
    Bug("open although the event has begun", REQUESTS, "starts_at > act.now", "starts_at >= act.now"),
    Bug("open although the event is closed", REQUESTS, ' and state.event.status == "open":', ":"),
    Bug("booked and still asking", SETTLING, "if request is None else", "if True else"),
    Bug("granted, and nobody knows", BY_HAND, "if asked is not None:", "if False:"),
    Bug("requests outlive the event", DATES, "        if request.open\n", "        if False\n"),
    Bug("whoever asks is told of no new date", "rules/shifting.py", "if request.open and", "if False and"),
    Bug(
        "told twice of the new date",
        "rules/shifting.py",
        " and request.person_id not in asked and state.line.of(request.person_id) is None",
        "",
    ),
    Bug(
        "they are never fewer who ask",
        "change.py",
        "state.requests, ended)), -1)",
        "state.requests, ended)), 0)",
    ),
    Bug(
        "switched for one event only",
        "change.py",
        "if new.self_service != settings.self_service:",
        "if False:",
    ),
    Bug(
        "whoever waited is told twice",
        "notices.py",
        'if fact.cause == "served" or fact.told:',
        'if fact.cause == "served":',
    ),
    Bug(
        "whoever was asked is told twice",
        DATES,
        "told = offer.person_id in waiting | asking",
        "told = offer.person_id in waiting",
    ),
    # answers
    Bug("booked unasked", ANSWERING, "if answers is None and questions and (", "if False and ("),
    Bug("an answer that is needed is left out", ANSWERING, "elif question.required:", "elif False:"),
    Bug("answered by another kind", ANSWERING, " and answer.kind == question.kind and", " and"),
    Bug("a number out of bounds", ANSWERING, "number > question.most:", "number >= question.most:"),
    Bug("answers changed after the start", ANSWERING, "state.event.starts_at <= act.now:", "False:"),
    Bug("promoted without the answers", PROMOTION, "answers=entry.answers,", ""),
    Bug("accepted without the answers", OFFERS, "answers=entry.answers,", ""),
    Bug(
        "asked for a place unasked",
        REQUESTS,
        "given = answered(state, answers, state",
        "given = answered(state, answers or (), state",
    ),
    Bug("granted without the answers", BY_HAND, "(asked.answers if asked else ()) or ", ""),
    Bug("waits without the answers", REQUESTS, "answers=request.answers,", ""),
    Bug("asked once more after asking", BOOKING, "own or state.request_of(person_id) or", "own or"),
    Bug(
        "a request's answers are told",
        "facts.py",
        "EntryJoined, RequestMade, Booking",
        "EntryJoined, Booking",
    ),
    Bug("answers follow to another service", MOVING, "booking.answers if same else ()", "booking.answers"),
    Bug("two questions of one code", "rules/asking.py", "while code in taken:", "while False:"),
    # what would happen
    Bug("displaced people count as gone", FORESIGHT, "if booking.person_id in places)", "if False)"),
    Bug(
        "an offer that becomes a booking counts as lost",
        FORESIGHT,
        "not in have.keys() | asked",
        "not in asked",
    ),
    Bug("an offer made anew counts as lost", FORESIGHT, "have.keys() | asked", "have.keys()"),
    Bug("an offer that becomes a booking counts as made anew", FORESIGHT, "o.person_id in asked", "True"),
    Bug("seats are kept at another time when nothing moves", FORESIGHT, "was.event.starts_at ==", "None is"),
    Bug("seats that are new count as kept", FORESIGHT, "if row.id in was.bookings)", ")"),
    Bug("nobody is asked at another time", FORESIGHT, "len(row.seats), row.reconfirm_by)", "len(row.seats))"),
    Bug(
        "a place that becomes a booking counts as lost", FORESIGHT, "places.keys() | have.keys())", "places)"
    ),
    Bug("promised from the night on", FORESIGHT, "n.not_before or effect.now", "effect.now"),
    Bug("offers of before count as new", FORESIGHT, "if o.id not in promised)", ")"),
    # slots
    Bug("a slot more than fits", SLOTS, "(end - start) // length", "-((start - end) // length)"),
    Bug("two slots of one name", SLOTS, "{'-2' if local.fold else ''}", ""),
    Bug("no clock is ever changed", SLOTS, "for fold in (0, 1)]", "for fold in (0,)][:1] * 3"),
    Bug("opened across a booking", SLOTS, "in _clear_of(slots, fixed)}", "in slots}"),
    Bug("touching is overlapping", SLOTS, "slot.starts_at + timedelta.resolution", "slot.starts_at"),
    Bug("a slot outside the hours stays open", SLOTS, "closed.append(event.id)", "pass"),
    Bug("closed although somebody waits", SLOTS, " or state.line.length > 0", ""),
    Bug("closed although somebody asks", SLOTS, " or state.event.requests > 0", ""),
    Bug("who is inside is told to stay", SLOTS, " and not e.begun and", " and"),
    Bug(
        "a slot that was called off comes back",
        SLOTS,
        'self.taken or self.status == "cancelled"',
        "self.taken",
    ),
    Bug("opened before its time", SLOTS, "if start < until", "if start < until or True"),
    Bug(
        "nobody is told who stays",
        SLOTS,
        "if e.taken and not e.begun and (e.starts_at, e.ends_at) not in inside",
        "if False",
    ),
    Bug("a slot with two seats", CAPACITY, "    if state.settings.individual:", "    if False:"),
    Bug("a slot at another time", DATES, "    if state.settings.individual:", "    if False:"),
    # the month
    Bug(
        "wished at the deadline", WISHES, "act.now >= period.wishes_until:", "act.now > period.wishes_until:"
    ),
    Bug("wished after it closed", WISHES, 'period.status != "collecting" or', "False or"),
    Bug("wished for another month", WISHES, "!= known(month).month:", "== '':"),
    Bug("wished for what is called off", WISHES, 'session.status == "cancelled":', "False:"),
    Bug("wished for what has begun", WISHES, "session.starts_at <= act.now:", "False:"),
    Bug("the newest wish is the best", WISHES, "else last + 1", "else 1"),
    Bug(
        "a gap in the ranks",
        PERIODS,
        "sorted({ranked.rank for ranked in found}), 1)",
        "sorted({ranked.rank for ranked in found}), 2)",
    ),
    Bug("a date on another day stays", WISHES, "if not days or _day_of(month, ranked) in days)", ")"),
    Bug("opened twice", PERIODS, "    if month.period is not None:", "    if False:"),
    Bug("opened after it began", PERIODS, "if name not in coming(act.now, month.timezone):", "if False:"),
    Bug("a deadline in the month itself", PERIODS, "until < begins(month, zone):", "until:"),
    Bug("closed before the deadline", PERIODS, "or act.now < period.wishes_until:", "or False:"),
    Bug("opened again after the plan", PERIODS, 'if period.status != "closed":', "if False:"),
    Bug("nobody hears of the deadline", PERIODS, 'if wish.status != "withdrawn"', "if False"),
    Bug("reminded at night", PERIODS, "and quiet_until(now, QUIET, zone) is None", ""),
    Bug("what stays stands in another month", PERIODS, "== name)", "!= '')"),
    Bug("what stays goes to another service", PERIODS, "return session.service_id, (", "return 0, ("),
    Bug("together without a yes", FRIENDSHIPS, "if found.asker_id == person_id:", "if False:"),
    Bug("a second yes to one link", FRIENDSHIPS, "found.friend_id != person_id:", "False:"),
    Bug("friends twice", FRIENDSHIPS, "        raise AlreadyFriends", "        pass"),
    Bug("somebody else ends it", FRIENDSHIPS, "and person_id in (each.asker_id, each.friend_id)", ""),
    Bug("a link for everybody", FRIENDSHIPS, ">= MOST_FRIENDS:", "> 99:"),
    # the month's allocation
    Bug(
        "whoever had a place lately waits in front",
        "rules/finalizing.py",
        'key=lambda p: (-p["priority"], -p["credit"], lot',
        'key=lambda p: (-p["priority"], p["credit"], lot',
    ),
    Bug(
        "finalized although something has changed",
        "rules/finalizing.py",
        "    check_unchanged(run.document, input_of(planning, act.now, run.strategy, run.ordering))\n",
        "",
    ),
    Bug("a run in the way for ever", "rules/runs.py", "act.now - running.started_at < LOST_AFTER", "True"),
    Bug(
        "pinned where no seat is left",
        "rules/runs.py",
        "if given + wish.wanted.seats > seating.free:",
        "if False:",
    ),
    Bug(
        "kept over the capacity",
        "rules/run_fixing.py",
        'self.left[session] >= known["seats"]',
        "self.left[session] > -9",
    ),
    Bug("kept although excluded", "rules/run_fixing.py", "and fixed.allows(person, session) and", "and"),
    Bug("a forged seed is proved", "rules/proof.py", 'if period["seed_hash"] != seal:', "if False:"),
    Bug("a forged input is proved", "rules/proof.py", 'if run.get("input_hash") != computed:', "if False:"),
    Bug("a row that is gone is not missed", "rules/proof.py", "() if part else left.values()", "()"),
    Bug("the ledger forgets at once", "planning.py", "return before // 2 if got", "return 0 if got"),
)
