"""The administrators and their roles; an owner changes them, each time asked first."""

from collections.abc import Sequence
from dataclasses import replace

from engine.refusals import AlreadyDone, Busy, ButtonStale, NotOnTeam, Refusal, RoleUnchanged
from engine.roles import ROLES, Member, Role, reaches, team_of
from engine.services import roles as service
from engine.views import Deed
from handlers.admin.faster import too_late
from handlers.admin.layout import back, lines, named, offset_within, short
from handlers.admin.outcome import TOAST
from handlers.admin.reasons import BY_HAND, with_reason
from handlers.admin.words import ROLE_NAMES, refused
from handlers.callbacks import pack
from handlers.door import Admin, Answer, Button, Card, Html, Texts

PAGE = 8

# The numbers stand in buttons of old messages.
NUMBERS: dict[int, Role] = dict(enumerate(ROLES))

MAY: dict[str, str] = {
    "viewer": "admin-role-may-viewer",
    "operator": "admin-role-may-operator",
    "approver": "admin-role-may-approver",
    "owner": "admin-role-may-owner",
}


async def roles_command(admin: Admin, _: str) -> Card:
    """/roles"""
    return await _list(admin, 0)


async def roles(admin: Admin, offset: int) -> Answer:
    """Everybody who may act here, with what they may do."""
    return Answer(card=await _list(admin, offset))


async def _list(admin: Admin, offset: int) -> Card:
    team = sorted(admin.team.values(), key=lambda member: (-ROLES.index(member.role), member.name, member.id))
    first = offset_within(offset, len(team), PAGE)
    shown = team[first : first + PAGE]
    zone = await _zone(admin)
    text = lines(
        admin.say("admin-roles-head", total=len(team)), *(_line(admin, each, zone) for each in shown)
    )
    rows = [[Button(named(each.name), pack("a-role", each.id))] for each in shown] if _is_owner(admin) else []
    return Card(lines(text, _who_gives(admin)), [*rows, *_pages(admin.texts, first, len(team))])


def _pages(texts: Texts, first: int, total: int) -> list[list[Button]]:
    row = []
    if first > 0:
        row.append(Button(texts.plain("admin-button-earlier"), pack("a-roles", max(first - PAGE, 0))))
    if first + PAGE < total:
        row.append(Button(texts.plain("admin-button-later"), pack("a-roles", first + PAGE)))
    return [row] if row else []


def _line(admin: Admin, member: Member, zone: str) -> Html:
    role = admin.plain(ROLE_NAMES[member.role])
    if member.given is None:
        return admin.say("admin-roles-line", name=named(member.name), role=role)
    at = admin.texts.until(member.given.at, zone, admin.rooms.now())
    by = named(member.given.by_name)
    return admin.say("admin-roles-line-given", name=named(member.name), role=role, by=by, at=at)


def _who_gives(admin: Admin) -> Html:
    return admin.say("admin-roles-choose" if _is_owner(admin) else "admin-roles-owners")


def _is_owner(admin: Admin) -> bool:
    member = admin.team.get(admin.telegram_id)
    return member is not None and reaches(member.role, "owner")


async def _zone(admin: Admin) -> str:
    account = await admin.rooms.views.account()
    return account.timezone if account else "UTC"


def _member(admin: Admin, telegram_id: int) -> Member:
    """Raises NotOnTeam."""
    member = admin.team.get(telegram_id)
    if member is None:
        raise NotOnTeam
    return member


async def role(admin: Admin, telegram_id: int) -> Answer:
    """One administrator: what they may do, and what an owner could make them."""
    member = _member(admin, telegram_id)
    text = lines(
        _line(admin, member, await _zone(admin)),
        *(admin.say(MAY[each], role=admin.plain(ROLE_NAMES[each])) for each in ROLES),
    )
    rows = [
        [Button(admin.plain(ROLE_NAMES[each]), pack("a-role-ask", telegram_id, number))]
        for number, each in NUMBERS.items()
        if each != member.role
    ]
    return Answer(card=Card(text, [*(rows if _is_owner(admin) else []), back(admin, "a-roles", 0)]))


async def role_ask(admin: Admin, telegram_id: int, number: int) -> Answer:
    """Says what the role will mean, then asks."""
    member, wanted = _member(admin, telegram_id), _role(number)
    name = admin.plain(ROLE_NAMES[wanted])
    text = lines(
        admin.say("admin-role-ask", name=named(member.name), role=name),
        admin.say(MAY[wanted], role=name),
    )
    give = Button(
        admin.plain("admin-button-role-give"), pack("a-role-give", telegram_id, number), style="success"
    )
    return Answer(card=Card(text, [[give], back(admin, "a-role", telegram_id)]))


def _role(number: int) -> Role:
    """Raises ButtonStale."""
    if number not in NUMBERS:
        raise ButtonStale
    return NUMBERS[number]


async def role_give(admin: Admin, telegram_id: int, number: int) -> Answer:
    """From now on somebody may do more, or less."""
    wanted = _role(number)
    given = await service.give(
        admin.rooms.roles, with_reason(admin, BY_HAND), admin.team, telegram_id, wanted
    )
    toast = admin.plain("admin-done-role", name=named(given.name), role=admin.plain(ROLE_NAMES[given.role]))
    return Answer(toast, card=await _list(await _afresh(admin), 0))


async def after_refusal(admin: Admin, args: Sequence[int], refusal: Refusal) -> Answer:
    """The sentence, who was faster, and the list as it is now."""
    now = await _afresh(admin)
    zone = await _zone(admin)
    sentence, member = refused(admin.texts, refusal, zone), now.team.get(args[0])
    card = None if isinstance(refusal, Busy) else await _list(now, 0)
    if isinstance(refusal, AlreadyDone):
        return Answer(short(sentence, TOAST), card=card)
    given = member.given if member is not None and isinstance(refusal, RoleUnchanged) else None
    deed = Deed("admin", given.by, given.by_name, given.at) if given is not None else None
    return too_late(admin, sentence, deed, zone, card)


async def _afresh(admin: Admin) -> Admin:
    """With the roles as they are now, also where the tap was judged by what held before."""
    given = await admin.rooms.roles.given()
    return replace(admin, team=team_of((member.who for member in admin.team.values()), given))
