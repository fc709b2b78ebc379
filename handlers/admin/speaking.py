"""The language in which the bot speaks to the group: its cards, its letters and its menu of commands."""

from dataclasses import replace

from engine.refusals import ButtonStale, Refusal, RulesUnchanged
from handlers.admin.faster import too_late
from handlers.admin.layout import months_button, short
from handlers.admin.outcome import TOAST
from handlers.admin.reasons import BY_HAND, with_reason
from handlers.admin.words import refused
from handlers.callbacks import pack
from handlers.door import Admin, Answer, Button, Card, Texts

NO_EVENT = 0


async def language(admin: Admin) -> Answer:
    """The other languages, each by its own name."""
    return Answer(card=_card(admin, admin.texts))


async def language_set(admin: Admin, choice: int) -> Answer:
    """From now on; the same card, in the new language. `choice` is a place in the bot's list of languages."""
    if choice >= len(admin.rooms.languages):
        raise ButtonStale
    tap = with_reason(admin, BY_HAND)
    code = admin.rooms.languages[choice]
    chosen = await admin.rooms.group_languages.choose(tap.actor, tap.update_id, tap.reason, code)
    texts = admin.rooms.texts(chosen.language)
    return Answer(texts.plain("admin-done-language"), card=_card(admin, texts))


async def help_card(admin: Admin) -> Answer:
    """/help in place of the tapped message."""
    return Answer(card=usage(admin))


def usage(admin: Admin) -> Card:
    """What can be done here."""
    language = Button(admin.plain("admin-button-language"), pack("a-language"))
    return Card(admin.say("admin-help"), [[months_button(admin.texts), language]])


async def after_refusal(admin: Admin, refusal: Refusal) -> Answer:
    """The sentence, who was faster, and the card, all in the language that the group has by now."""
    code = await admin.rooms.group_languages.language()
    now = replace(admin, texts=admin.rooms.texts(code)) if code else admin
    account = await now.rooms.views.account()
    zone = account.timezone if account else "UTC"
    sentence = refused(now.texts, refusal, zone)
    if not isinstance(refusal, RulesUnchanged):
        return Answer(short(sentence, TOAST), alert=True)
    deed = await now.rooms.views.last_deed(("GroupLanguageChosen",), None, NO_EVENT)
    return too_late(now, sentence, deed, zone, _card(now, now.texts))


def _card(admin: Admin, texts: Texts) -> Card:
    """Languages keep their order from the one that is spoken on."""
    codes = list(admin.rooms.languages)
    spoken = codes.index(texts.language)
    others = [*range(spoken + 1, len(codes)), *range(spoken)]
    rows = [
        [Button(admin.rooms.texts(codes[choice]).plain("language-name"), pack("a-language-set", choice))]
        for choice in others
    ]
    home = [Button(texts.plain("admin-button-back"), pack("a-help"))]
    return Card(texts.say("admin-language-ask"), [*rows, home])
