"""Named presets: mode and rules of an event or a service kept under a name, in versions, to be used elsewhere."""

from collections.abc import Sequence
from dataclasses import replace

from engine.ports import Draft
from engine.refusals import PresetUnknown
from engine.settings import items, resolve_rules, written
from engine.views import PresetCard
from handlers.admin.automation import PRESET
from handlers.admin.knobs import KNOBS, shown
from handlers.admin.layout import back, label, lines, mention, short
from handlers.admin.modes import public_name
from handlers.admin.outcome import TOAST
from handlers.admin.reasons import BY_HAND, with_reason
from handlers.admin.scopes import Scope, find
from handlers.callbacks import pack
from handlers.door import Admin, Answer, Button, Card
from handlers.keyboards import paragraphs
from handlers.names import read_name

KIND = "naming"
SHOWN = 12


async def presets(admin: Admin, row_id: int, kind: int) -> Answer:
    """All of them, and the way to keep the rules that hold here."""
    return Answer(card=await _list(admin, await find(admin, row_id, kind)))


async def _list(admin: Admin, scope: Scope) -> Card:
    known = await admin.rooms.views.presets()
    rows = [
        [Button(_label(admin, preset), pack("a-preset", *scope.ids, preset.id))] for preset in known[:SHOWN]
    ]
    save = Button(admin.plain("admin-button-auto-keep-preset"), pack("a-preset-save", *scope.ids))
    text = paragraphs(scope.title(admin), admin.say("auto-presets", count=len(known)))
    return Card(text, [*rows, [save], back(admin, "a-auto-show", *scope.ids)])


def _label(admin: Admin, preset: PresetCard) -> str:
    return label(admin.texts, "label-preset", name=preset.name, count=preset.version, total=preset.used)


async def preset(admin: Admin, row_id: int, kind: int, preset_id: int) -> Answer:
    """One of them in words, and what can be done with it."""
    scope = await find(admin, row_id, kind)
    chosen = await _find(admin, preset_id)
    rules = resolve_rules(items(chosen.rules))
    sentences = [KNOBS[number].sentence(admin.texts, rules) for number in shown(chosen.mode, simple=False)]
    text = paragraphs(
        scope.title(admin),
        lines(
            admin.say("auto-preset", name=chosen.name, count=chosen.version),
            admin.say("auto-preset-made", by=chosen.made_by, when=_made(admin, scope, chosen)),
            admin.say("auto-preset-used", count=chosen.used),
        ),
        lines(
            admin.say("admin-event-mode", mode=public_name(admin.texts, chosen.mode)),
            *(admin.say("auto-line", text=sentence) for sentence in sentences),
        ),
    )
    return Answer(card=Card(text, _buttons(admin, scope, chosen)))


def _made(admin: Admin, scope: Scope, chosen: PresetCard) -> str:
    return admin.texts.when(chosen.made_at, scope.settings.timezone)


def _buttons(admin: Admin, scope: Scope, chosen: PresetCard) -> Sequence[Sequence[Button]]:
    apply = Button(
        admin.plain("admin-button-auto-apply"),
        pack("a-auto-ask", *scope.ids, PRESET, chosen.id),
        style="success",
    )
    renew = Button(admin.plain("admin-button-auto-version"), pack("a-preset-renew", *scope.ids, chosen.id))
    drop = Button(
        admin.plain("admin-button-auto-drop"),
        pack("a-preset-drop-ask", *scope.ids, chosen.id),
        style="danger",
    )
    return [[apply], [renew], [drop], back(admin, "a-presets", *scope.ids)]


async def save(admin: Admin, row_id: int, kind: int) -> Answer:
    """Asks for the name under which the rules that hold here are kept."""
    scope = await find(admin, row_id, kind)
    draft = Draft(KIND, {"row": scope.id, "scope": scope.kind})
    question = await admin.rooms.people.keep_admin_draft(admin.telegram_id, draft)
    text = paragraphs(
        scope.title(admin),
        admin.say("preset-ask-name", admin=mention(admin.name, admin.telegram_id)),
    )
    return Answer(further=Card(text, ask=admin.plain("admin-button-preset-name-field"), question=question))


async def named_preset(admin: Admin, draft: Draft, text: str) -> Card:
    """The name was typed: the rules that hold by now are kept under it. Raises NameUnusable."""
    row_id, kind = draft.data["row"], draft.data["scope"]
    assert isinstance(row_id, int) and isinstance(kind, int)
    saved = await save_as(admin, await find(admin, row_id, kind), read_name(text))
    assert saved.card is not None
    return replace(saved.card, text=paragraphs(admin.say("refusal-card", text=saved.toast), saved.card.text))


async def save_as(admin: Admin, scope: Scope, name: str) -> Answer:
    """Keep mode and rules of `scope` under this name: a new version where there is one already."""
    settings = scope.settings
    tap = with_reason(admin, BY_HAND)
    rules = written(settings.offer)
    await admin.rooms.presets.save(tap.actor, tap.reason, name, settings.mode, rules)
    toast = short(admin.plain("admin-done-preset", name=name), TOAST)
    return Answer(toast, card=await _list(admin, scope))


async def renew(admin: Admin, row_id: int, kind: int, preset_id: int) -> Answer:
    """The rules that hold here as a new version; whoever has the old one keeps it."""
    scope = await find(admin, row_id, kind)
    return await save_as(admin, scope, (await _find(admin, preset_id)).name)


async def drop_ask(admin: Admin, row_id: int, kind: int, preset_id: int) -> Answer:
    """Delete this version?"""
    scope = await find(admin, row_id, kind)
    chosen = await _find(admin, preset_id)
    ids = (*scope.ids, chosen.id)
    text = paragraphs(
        scope.title(admin),
        admin.say("auto-preset-drop", name=chosen.name, count=chosen.version),
        admin.say("auto-preset-used", count=chosen.used),
    )
    drop = Button(admin.plain("admin-button-auto-drop"), pack("a-preset-drop", *ids), style="danger")
    return Answer(card=Card(text, [[drop], back(admin, "a-preset", *ids)]))


async def drop(admin: Admin, row_id: int, kind: int, preset_id: int) -> Answer:
    """Delete it; refused while a service or an event has it."""
    scope = await find(admin, row_id, kind)
    chosen = await _find(admin, preset_id)
    tap = with_reason(admin, BY_HAND)
    await admin.rooms.presets.delete(tap.actor, tap.reason, preset_id)
    toast = short(admin.plain("admin-done-preset-gone", name=chosen.name), TOAST)
    return Answer(toast, card=await _list(admin, scope))


async def _find(admin: Admin, preset_id: int) -> PresetCard:
    known = await admin.rooms.views.presets()
    chosen = next((preset for preset in known if preset.id == preset_id), None)
    if chosen is None:
        raise PresetUnknown
    return chosen
