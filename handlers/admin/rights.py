"""What each tap and command of the group needs: the least role. A verb that is not here can be tapped by nobody."""

from engine.roles import Role
from handlers.admin.table import SHOWS

NEEDS: dict[str, Role] = {
    **dict.fromkeys(SHOWS, "viewer"),
    "a-confirm": "operator",
    "a-cancel": "operator",
    "a-promote": "operator",
    "a-promote-because": "operator",
    "a-offer-to": "operator",
    "a-offer-because": "operator",
    "a-remove": "operator",
    "a-withdraw": "operator",
    "a-hold": "operator",
    "a-release": "operator",
    "a-publish": "operator",
    "a-freeze": "operator",
    "a-unfreeze": "operator",
    "a-freed-promote": "operator",
    "a-freed-offer": "operator",
    "a-freed-hold": "operator",
    "a-freed-publish": "operator",
    "a-capacity-set": "operator",
    "a-drain": "operator",
    "a-drain-stop": "operator",
    "a-displace": "operator",
    "a-date-set": "operator",
    "a-off": "operator",
    "a-move": "operator",
    "a-back": "operator",
    "a-split-offers": "operator",
    "a-split-direct": "operator",
    "a-split-finalize": "operator",
    "a-repeat": "operator",
    "a-book": "operator",
    "a-book-guest": "operator",
    "a-book-do": "operator",
    "a-mark": "operator",
    "a-import": "operator",
    "a-discard": "operator",
    "a-auto-do": "operator",
    "a-preset-save": "operator",
    "a-preset-renew": "operator",
    "a-preset-drop": "operator",
    "a-hours-ask": "operator",
    "a-hours-drop": "operator",
    "a-hours-save": "operator",
    "a-account-do": "owner",
    "a-role-ask": "owner",
    "a-role-give": "owner",
}

ANSWERS_NEED: Role = "operator"
"""Typed answers to the bot's questions, and files."""

COMMANDS_NEED: dict[str, Role] = {
    "events": "viewer",
    "services": "viewer",
    "audit": "viewer",
    "roles": "viewer",
    "help": "viewer",
}
