"""What a month's wishes look like to the person: the card itself, and the questions behind its buttons."""

from collections.abc import Sequence
from datetime import datetime
from itertools import accumulate
from urllib.parse import quote

from engine.month import MOST_COUNT, MOST_FRIENDS
from engine.views import ChoiceCard, FriendCard, Invitation, Overlap, PeriodCard, PeriodHead, WishCard
from handlers.door import Button, Card, Html, Texts
from handlers.keyboards import Rows, back, button, joined, lines, named, pages_of, paragraphs, short, units

SHOWN = 12
"""Choices that the card names; the others are behind its pages."""
TOGETHER, BRIEF = 200, 32
"""UTF-16 units that choices which overlap may take, each named once more; and characters of its title there."""
PAGE = 8
ACROSS = 4
COUNTS = tuple(range(1, MOST_COUNT + 1))
LIMITS = {0: "label-limit-none", 1: "label-limit-day", 2: "label-limit-week"}
SAID = {"": None, "day": "month-limit-day", "week": "month-limit-week"}
AT_MOST = ("", "day", "week")


def month_card(texts: Texts, wish: WishCard, now: datetime, more: Rows | None = None) -> Card:
    """What was last saved, until when it can be changed, and how; `more` rows come behind."""
    period = wish.period
    text = paragraphs(
        lines(texts.say("month-head", month=texts.month(period.month)), _until(texts, period, now)),
        wishes_text(texts, wish),
        _saved(texts, wish),
        _seal(texts, wish),
    )
    rows = _ways(texts, wish) if period.collects(now) else []
    return Card(text, [*rows, *(more or []), back(texts, "home")])


def _seal(texts: Texts, wish: WishCard) -> Html | None:
    """For whoever has wishes: kept until the result, it shows that nobody chose the draw to suit it."""
    return texts.say("proof-seal", hash=wish.period.seed_hash) if wish.choices else None


def _until(texts: Texts, period: PeriodHead, now: datetime) -> Html:
    key = "month-until" if period.collects(now) else "month-closed"
    return texts.say(key, until=texts.when(period.wishes_until, period.timezone))


def _saved(texts: Texts, wish: WishCard) -> Html | None:
    if wish.stated_at is None or wish.status != "stated":
        return None
    return texts.say("month-saved", when=texts.when(wish.stated_at, wish.period.timezone))


def wishes_text(texts: Texts, wish: WishCard) -> Html:
    """All of it in words; the same for the letters."""
    if not wish.choices:
        return lines(texts.say("month-nothing"), *_rest(texts, wish))
    shown = [_choice(texts, choice) for choice in wish.choices[:SHOWN]]
    more = len(wish.choices) - SHOWN
    return paragraphs(
        lines(*shown, texts.say("month-more", more=more) if more > 0 else None),
        _overlaps(texts, wish),
        lines(*_rest(texts, wish)),
    )


def _overlaps(texts: Texts, wish: WishCard) -> Html | None:
    """Which of them exclude each other, for whoever wants more than one: the first that do, and how many others."""
    found = wish.overlaps if wish.count > 1 else []
    if not found:
        return None
    more = len(found) - 1
    return lines(_overlap(texts, found[0]), texts.say("month-clash-more", more=more) if more else None)


def _overlap(texts: Texts, found: Overlap) -> Html:
    """Two in a sentence, more of them line by line."""
    if len(found.choices) == 2:
        one, other = found.choices
        told = _titled(texts, one)
        told |= {"other": texts.name(other.event.names), "then": _when(texts, other)}
        return texts.say("month-clash", **told)
    dates = [_overlapping(texts, each) for each in found.choices]
    used = list(accumulate(map(units, dates)))
    shown = sum(each <= TOGETHER for each in used)
    more = len(dates) - shown
    return lines(
        texts.say("month-clash-group", most=found.most),
        *dates[:shown],
        texts.say("month-more", more=more) if more else None,
    )


def _overlapping(texts: Texts, choice: ChoiceCard) -> Html:
    told = _titled(texts, choice)
    return texts.say("month-clash-date", **told | {"event": short(told["event"], BRIEF)})


def _when(texts: Texts, choice: ChoiceCard) -> str:
    return texts.when(choice.event.starts_at, choice.event.timezone)


def _choice(texts: Texts, choice: ChoiceCard) -> Html:
    return texts.say(_choice_key(choice), position=choice.rank, **_titled(texts, choice))


def _choice_key(choice: ChoiceCard) -> str:
    if choice.off:
        return "month-choice-off"
    if choice.rests:
        return "month-choice-rests"
    return "month-choice-equal" if choice.equal else "month-choice"


def _titled(texts: Texts, choice: ChoiceCard) -> dict[str, str]:
    event = choice.event
    return {"event": texts.name(event.names), "when": _when(texts, choice)}


def _rest(texts: Texts, wish: WishCard) -> list[Html | None]:
    limit, together = SAID[wish.at_most], [friend.name for friend in wish.friends if friend.name]
    return [
        _count(texts, wish),
        texts.say(limit) if limit else None,
        texts.say("month-said-days", names=_days(texts, wish.weekdays)) if wish.weekdays else None,
        _unsuited(texts, wish),
        texts.say("month-said-party", seats=wish.seats, names=joined(wish.names)) if wish.names else None,
        texts.say("month-with", names=joined(together)) if together else None,
        texts.say("month-stays") if wish.standing else None,
    ]


def _count(texts: Texts, wish: WishCard) -> Html | None:
    """How many are wanted; of fewer dates than that, all of them."""
    if not wish.choices:
        return None
    if wish.count > wish.named > 0:
        return texts.say("month-said-count-most", count=wish.named, wanted=wish.count)
    return texts.say("month-said-count", count=wish.count)


def _unsuited(texts: Texts, wish: WishCard) -> Html | None:
    """Said where the days are told: of all that was chosen nothing counts."""
    return texts.say("month-days-unsuited") if wish.unsuited else None


def _days(texts: Texts, weekdays: Sequence[int]) -> str:
    return joined([texts.weekday(day) for day in weekdays])


def _ways(texts: Texts, wish: WishCard) -> Rows:
    period = wish.period.id
    stay = "button-month-once" if wish.standing else "button-month-stay"
    rows = [
        [button(texts, "button-month-dates", "month-dates", period, 1, 0, style="primary")],
        [
            button(texts, "button-month-many", "month-many", period),
            button(texts, "button-month-days", "month-days", period),
        ],
        [
            button(texts, "button-month-party", "month-party", period),
            button(texts, "button-month-friends", "month-friends", period),
        ],
    ]
    if wish.status != "stated":
        return rows
    last = [
        button(texts, stay, "month-stay", period, 0 if wish.standing else 1),
        button(texts, "button-month-away", "month-away-ask", period),
    ]
    return [*rows, last]


def none_card(texts: Texts, more: Rows) -> Card:
    """No month is open."""
    return Card(texts.say("month-none"), [*more, back(texts, "home")])


def which_card(texts: Texts, periods: Sequence[PeriodCard], more: Rows) -> Card:
    """Several months collect wishes."""
    rows = [[named(texts.month(period.month), "month", period.id)] for period in periods]
    return Card(texts.say("month-which"), [*rows, *more, back(texts, "home")])


def dates_card(
    texts: Texts, wish: WishCard, choices: Sequence[ChoiceCard], page: int, *, equal: bool
) -> Card:
    """Tap in order of preference; tap again to take away."""
    period, pages = wish.period.id, pages_of(len(choices), PAGE)
    page = min(max(page, 1), pages)
    shown = choices[(page - 1) * PAGE : page * PAGE]
    rows = [[_pick(texts, choice, period, page, equal=equal)] for choice in shown]
    text = paragraphs(
        texts.say("month-dates-head", month=texts.month(wish.period.month)),
        wishes_text(texts, wish) if wish.choices else None,
        _next_tap(texts, wish, equal=equal) if choices else texts.say("month-empty"),
    )
    return Card(text, [*rows, *_turns(texts, wish, page, pages, equal=equal), back(texts, "month", period)])


def _next_tap(texts: Texts, wish: WishCard, *, equal: bool) -> Html | None:
    """How the next one counts, once there is one before it."""
    return texts.say("month-dates-equal" if equal else "month-dates-ask") if wish.choices else None


def _turns(texts: Texts, wish: WishCard, page: int, pages: int, *, equal: bool) -> Rows:
    """Pages, each in the same way of counting, and the other way."""
    period, way = wish.period.id, int(equal)
    row = []
    if page > 1:
        row.append(button(texts, "button-earlier", "month-dates", period, page - 1, way))
    if page < pages:
        row.append(button(texts, "button-later", "month-dates", period, page + 1, way))
    other = "button-month-after" if equal else "button-month-equal"
    ways = [[button(texts, other, "month-dates", period, page, 1 - way)]] if wish.choices else []
    return [*([row] if row else []), *ways]


def _pick(texts: Texts, choice: ChoiceCard, period: int, page: int, *, equal: bool) -> Button:
    ids = (period, choice.event.id, page, int(equal))
    if choice.rank is None:
        return named(texts.plain("label-want", **_titled(texts, choice)), "month-want", *ids)
    key = "label-wanted-equal" if choice.equal else "label-wanted"
    words = texts.plain(key, position=choice.rank, **_titled(texts, choice))
    return named(words, "month-drop", *ids)


def many_card(texts: Texts, wish: WishCard) -> Card:
    """How many sessions, and how close together."""
    period = wish.period.id
    counts = [
        named(_ticked(str(count), on=count == wish.count), "month-count", period, count) for count in COUNTS
    ]
    rows = [counts[at : at + ACROSS] for at in range(0, len(counts), ACROSS)]
    limits = [
        [named(_ticked(texts.plain(key), on=AT_MOST[at] == wish.at_most), "month-limit", period, at)]
        for at, key in LIMITS.items()
    ]
    return Card(texts.say("month-many-ask"), [*rows, *limits, back(texts, "month", period)])


def _ticked(words: str, *, on: bool) -> str:
    return f"✓ {words}" if on else words


def days_card(texts: Texts, wish: WishCard) -> Card:
    """Which weekdays suit."""
    period = wish.period.id
    rows = [
        [named(_ticked(texts.weekday(day), on=on), "month-day", period, day, int(not on))]
        for day in range(7)
        for on in (day in wish.weekdays,)
    ]
    text = paragraphs(texts.say("month-days-ask"), _unsuited(texts, wish))
    return Card(text, [*rows, back(texts, "month", period)])


def party_card(texts: Texts, wish: WishCard, most: int) -> Card:
    """How many come."""
    period = wish.period.id
    sizes = [
        named(_ticked(str(seats), on=seats == wish.seats), "month-party-set", period, seats)
        for seats in range(1, most + 1)
    ]
    rows = [sizes[at : at + ACROSS] for at in range(0, len(sizes), ACROSS)]
    return Card(texts.say("month-party-ask"), [*rows, back(texts, "month", period)])


def names_card(texts: Texts, period_id: int, left: int) -> Card:
    """Who comes along."""
    return Card(texts.say("month-names-ask", left=left), [back(texts, "month-party", period_id)])


def friends_card(texts: Texts, wish: WishCard, links: Sequence[str]) -> Card:
    """With whom: who has said yes, and the links that wait for one."""
    period = wish.period.id
    told = [_friend(texts, friend, link) for friend, link in zip(wish.friends, links, strict=True)]
    rows = [
        _friend_row(texts, period, number, *each)
        for number, each in enumerate(zip(wish.friends, links, strict=True), 1)
    ]
    if len(wish.friends) < MOST_FRIENDS:
        rows.insert(
            0, [button(texts, "button-month-friend-ask", "month-friend-ask", period, style="primary")]
        )
    text = paragraphs(texts.say("month-friends-ask"), *told)
    return Card(text, [*rows, back(texts, "month", period)])


def _friend_row(texts: Texts, period: int, number: int, friend: FriendCard, link: str) -> list[Button]:
    """An open link is sent on from here."""
    end = _end(texts, period, friend, number)
    if friend.name:
        return [end]
    share = f"https://t.me/share/url?url={quote(link, safe='')}"
    return [Button(texts.plain("button-month-share"), url=share), end]


def _friend(texts: Texts, friend: FriendCard, link: str) -> Html:
    if friend.name:
        return texts.say("month-friend", name=friend.name)
    return texts.say("month-friend-link", text=link)


def _end(texts: Texts, period: int, friend: FriendCard, number: int) -> Button:
    if friend.name:
        words = texts.plain("label-friend-end", name=friend.name)
    else:
        words = texts.plain("label-friend-link-end", position=number)
    return named(words, "month-friend-end", period, friend.id)


def invited_card(texts: Texts, invitation: Invitation, link: int, now: datetime) -> Card:
    """Somebody wants to come together with the reader."""
    period = invitation.period
    text = paragraphs(
        texts.say("month-invited", name=invitation.asker, month=texts.month(period.month)),
        _until(texts, period, now),
    )
    if not period.collects(now):
        return Card(text, [back(texts, "home")])
    yes = button(
        texts, "button-month-agree", "month-agree", period.id, invitation.friendship_id, link, style="success"
    )
    return Card(text, [[yes], [button(texts, "button-month-not", "home")]])


def away_card(texts: Texts, wish: WishCard) -> Card:
    """All of it back?"""
    period = wish.period
    yes = button(texts, "button-month-away-yes", "month-away", period.id, style="danger")
    text = texts.say("month-away-really", month=texts.month(period.month))
    return Card(text, [[yes], back(texts, "month", period.id)])
