"""How freed seats are handled: the automation card of an event or a service, its modes, its rules, and what a change
would come to before it is saved."""

import secrets
from collections.abc import Sequence

from engine.refusals import ButtonStale, PresetUnknown
from engine.rules.configuring import Change
from engine.settings import Mode, Tier
from engine.views import EventCard, PresetCard, ServiceRules
from handlers.admin.effects import balanced, effect_lines, open_offers
from handlers.admin.event_card import why_halted
from handlers.admin.knobs import KNOBS, LOTTERY, ORDER, label_of, rules_of, shown
from handlers.admin.layout import back, lines
from handlers.admin.modes import MODES, about, guide, included, public_name, why_locked
from handlers.admin.outcome import told
from handlers.admin.scopes import EVENT, SERVICE, Scope, find
from handlers.admin.wizards.entry import new_dates
from handlers.callbacks import pack
from handlers.door import Admin, Answer, Button, Card, Html
from handlers.keyboards import paragraphs

MODE, FOLLOW, PRESET = 0, 20, 21
"""What a button changes beside the knobs; the numbers stand in old messages."""

KEEP, WITHDRAW = 0, 1
SEEDS = range(10**8, 10**9)


# ---------------------------------------------------------------------------------------------------------- cards


async def automation(admin: Admin, event_id: int) -> Answer:
    """The automation card of an event."""
    return Answer(card=await card(admin, await find(admin, event_id, EVENT)))


async def service(admin: Admin, service_id: int) -> Answer:
    """The automation card of a service."""
    return Answer(card=await card(admin, await find(admin, service_id, SERVICE)))


async def show(admin: Admin, row_id: int, kind: int) -> Answer:
    """Either, on the way back."""
    return Answer(card=await card(admin, await find(admin, row_id, kind)))


async def more(admin: Admin, row_id: int, kind: int) -> Answer:
    """Every rule, where the simplified view shows the usual ones."""
    return Answer(card=await card(admin, await find(admin, row_id, kind), simple=False))


async def card(admin: Admin, scope: Scope, *, simple: bool = True) -> Card:
    """Mode and rules in words, and the buttons that change them."""
    simple = simple and scope.settings.tier is Tier.PRO
    presets = {preset.id: preset for preset in await admin.rooms.views.presets()}
    text = paragraphs(
        lines(
            scope.title(admin), _whose(admin, scope), _preset(admin, presets.get(scope.chosen.preset or 0))
        ),
        lines(
            admin.say("admin-event-mode", mode=public_name(admin.texts, scope.settings.mode)),
            about(admin.texts, scope.settings.mode),
            _stands_still(admin, scope),
            None if scope.settings.self_service else admin.say("auto-self-off"),
        ),
        _rules(admin, scope, simple=simple),
    )
    return Card(text, _rows(admin, scope, simple=simple))


def _whose(admin: Admin, scope: Scope) -> Html:
    """Whether this is chosen here."""
    if isinstance(scope.of, ServiceRules):
        return admin.say("auto-concerns", count=scope.of.upcoming, first=scope.of.own)
    return admin.say("auto-follows" if scope.chosen.empty else "auto-own")


def _preset(admin: Admin, preset: PresetCard | None) -> Html | None:
    if preset is None:
        return None
    return admin.say("auto-preset", name=preset.name, count=preset.version)


def _stands_still(admin: Admin, scope: Scope) -> Html | None:
    if isinstance(scope.of, EventCard):
        return why_halted(admin.texts, scope.of.halted) if scope.of.halted else None
    return None if scope.settings.auto_backfill else why_halted(admin.texts, "switch_off")


def _rules(admin: Admin, scope: Scope, *, simple: bool) -> Html | None:
    mode, rules = scope.settings.mode, scope.settings.offer
    sentences = [KNOBS[number].sentence(admin.texts, rules) for number in shown(mode, simple=simple)]
    if mode is Mode.OFFER:
        sentences.append(admin.say("auto-rule-missed"))
    return lines(*(admin.say("auto-line", text=sentence) for sentence in sentences)) or None


def _rows(admin: Admin, scope: Scope, *, simple: bool) -> list[list[Button]]:
    def button(key: str, verb: str, *args: int) -> Button:
        return Button(admin.plain(key), pack(verb, *args))

    knobs = [
        button(KNOBS[number].label, "a-auto-rule", *scope.ids, number)
        for number in shown(scope.settings.mode, simple=simple)
    ]
    rows = [[button("admin-button-auto-mode", "a-auto-modes", *scope.ids)]]
    rows += [knobs[at : at + 2] for at in range(0, len(knobs), 2)]
    if simple and len(shown(scope.settings.mode, simple=False)) > len(knobs):
        rows.append([button("admin-button-auto-more", "a-auto-more", *scope.ids)])
    if scope.kind == EVENT and not scope.chosen.empty:
        rows.append([button("admin-button-auto-follow", "a-auto-ask", *scope.ids, FOLLOW, 0)])
    rows.append(
        [
            button("admin-button-auto-presets", "a-presets", *scope.ids),
            button("admin-button-auto-account", "a-account", *scope.ids),
        ]
    )
    if isinstance(scope.of, EventCard):
        rows.append([button("admin-button-auto-service", "a-service", scope.of.service_id)])
        rows.append(back(admin, "a-event", scope.id))
    else:
        on = scope.settings.self_service
        key = "admin-button-auto-self-off" if on else "admin-button-auto-self-on"
        rows.append([button(key, "a-auto-self", *scope.ids)])
        rows.append([button("admin-button-questions", "a-questions", scope.id)])
        rows.append(new_dates(admin, scope.id))
        rows.append(back(admin, "a-events", 0))
    return rows


# ------------------------------------------------------------------------------------------------------- choosing


async def modes(admin: Admin, row_id: int, kind: int) -> Answer:
    """The four modes; what the plan does not have is locked, and says why."""
    scope = await find(admin, row_id, kind)
    said = [
        admin.say("auto-mode-line", mode=public_name(admin.texts, m), text=about(admin.texts, m))
        for m in MODES
    ]
    rows = [[_mode_button(admin, scope, number)] for number in range(len(MODES))]
    help_row = [Button(admin.plain("admin-button-auto-guide"), pack("a-auto-guide", *scope.ids))]
    text = paragraphs(scope.title(admin), *said)
    return Answer(card=Card(text, [*rows, help_row, back(admin, "a-auto-show", *scope.ids)]))


def _mode_button(admin: Admin, scope: Scope, number: int) -> Button:
    mode = MODES[number]
    name = public_name(admin.texts, mode)
    if not included(scope.settings, mode):
        return Button(f"🔒 {name}", pack("a-auto-locked", *scope.ids, number))
    ticked = f"✓ {name}" if mode is scope.settings.mode else name
    return Button(ticked, pack("a-auto-ask", *scope.ids, MODE, number))


async def locked(admin: Admin, row_id: int, kind: int, number: int) -> Answer:
    """Why a mode cannot be chosen."""
    scope = await find(admin, row_id, kind)
    if number >= len(MODES):
        raise ButtonStale
    text = paragraphs(scope.title(admin), why_locked(admin.texts, scope.settings, MODES[number]))
    return Answer(card=Card(text, [back(admin, "a-auto-modes", *scope.ids)]))


async def which(admin: Admin, row_id: int, kind: int) -> Answer:
    """Which mode to choose."""
    scope = await find(admin, row_id, kind)
    return Answer(card=Card(guide(admin.texts).text, [back(admin, "a-auto-modes", *scope.ids)]))


async def rule(admin: Admin, row_id: int, kind: int, number: int) -> Answer:
    """The choices of one rule."""
    scope = await find(admin, row_id, kind)
    if number not in KNOBS:
        raise ButtonStale
    knob = KNOBS[number]
    rows = [
        [
            Button(
                label_of(admin.texts, number, choice, scope.settings),
                pack("a-auto-ask", *scope.ids, number, choice),
            )
        ]
        for choice in range(len(knob.choices))
    ]
    text = paragraphs(scope.title(admin), knob.sentence(admin.texts, scope.settings.offer))
    return Answer(card=Card(text, [*rows, back(admin, "a-auto-show", *scope.ids)]))


# ------------------------------------------------------------------------------------------------- asking, saving


async def ask(admin: Admin, row_id: int, kind: int, what: int, value: int) -> Answer:
    """What the change would come to; nothing is saved yet."""
    scope = await find(admin, row_id, kind)
    if what == ORDER and value == LOTTERY:
        value = _seed(scope)
    change = await change_of(admin, what, value)
    effect = await scope.foresee(admin, change, "keep")
    promised = open_offers(effect)
    parts: list[Html | None] = [scope.title(admin), _new(admin, scope, change)]
    parts.append(await effect_lines(admin, effect))
    parts.append(await balanced(admin, effect, asked=promised > 0))
    if promised:
        withdrawn = await scope.foresee(admin, change, "withdraw")
        parts.append(admin.say("auto-open-offers", count=promised))
        parts.append(await effect_lines(admin, withdrawn))
    buttons = _save_buttons(admin, [*scope.ids, what, value], asked=promised > 0)
    return Answer(card=Card(paragraphs(*parts), [*buttons, _way_back(admin, scope, what, value)]))


def _way_back(admin: Admin, scope: Scope, what: int, value: int) -> list[Button]:
    """To the choice that was made, so that another can be."""
    if what in KNOBS:
        return back(admin, "a-auto-rule", *scope.ids, what)
    if what == PRESET:
        return back(admin, "a-preset", *scope.ids, value)
    return back(admin, "a-auto-modes" if what == MODE else "a-auto-show", *scope.ids)


def _seed(scope: Scope) -> int:
    """A new seed; where lots are drawn already, the one that holds, so that nobody draws until it suits."""
    rules = scope.settings.offer
    if rules.order == "lottery" and rules.seed.isdecimal() and int(rules.seed) in SEEDS:
        return int(rules.seed)
    return secrets.choice(SEEDS)


def _new(admin: Admin, scope: Scope, change: Change) -> Html:
    """Mode and rules as they would be, as far as they would be others."""
    now, then = scope.settings, scope.after(change)
    said = [admin.say("admin-event-mode", mode=public_name(admin.texts, then.mode))]
    said += [
        KNOBS[number].sentence(admin.texts, then.offer)
        for number in shown(then.mode, simple=False)
        if KNOBS[number].sentence(admin.texts, then.offer) != KNOBS[number].sentence(admin.texts, now.offer)
    ]
    return lines(admin.say("auto-new"), *(admin.say("auto-line", text=sentence) for sentence in said))


def _save_buttons(admin: Admin, args: Sequence[int], *, asked: bool) -> list[list[Button]]:
    if not asked:
        save = Button(admin.plain("admin-button-auto-save"), pack("a-auto-do", *args, KEEP), style="success")
        return [[save]]
    keep = Button(admin.plain("admin-button-auto-keep"), pack("a-auto-do", *args, KEEP), style="success")
    withdraw = Button(
        admin.plain("admin-button-auto-withdraw"), pack("a-auto-do", *args, WITHDRAW), style="danger"
    )
    return [[keep], [withdraw]]


async def do(admin: Admin, row_id: int, kind: int, what: int, value: int, offers: int) -> Answer:
    """Save it, and let it work at once."""
    scope = await find(admin, row_id, kind)
    change = await change_of(admin, what, value)
    facts = await scope.configure(admin, change, "withdraw" if offers == WITHDRAW else "keep")
    toast = await told(admin, facts, "admin-done-auto")
    basic = what not in KNOBS or KNOBS[what].basic
    return Answer(toast, card=await card(admin, await find(admin, row_id, kind), simple=basic))


async def change_of(admin: Admin, what: int, value: int) -> Change:
    """What a button wants. Raises ButtonStale, PresetUnknown."""
    if what == MODE and value < len(MODES):
        return Change(mode=MODES[value])
    if what == FOLLOW:
        return Change(cleared=True)
    if what == PRESET:
        chosen = next((p for p in await admin.rooms.views.presets() if p.id == value), None)
        if chosen is None:
            raise PresetUnknown
        return Change(chosen.mode, chosen.rules, chosen.id, cleared=True)
    rules = rules_of(what, value)
    if rules is None:
        raise ButtonStale
    return Change(rules=rules)
