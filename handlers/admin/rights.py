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
    "a-role-ask": "owner",
    "a-role-give": "owner",
}

COMMANDS_NEED: dict[str, Role] = {
    "events": "viewer",
    "roles": "viewer",
    "help": "viewer",
}
