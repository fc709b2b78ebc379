"""Of the way in which lines are handled."""

from dataclasses import dataclass

from engine.refusals.refusal import Refusal


@dataclass
class ModeNotInTier(Refusal):
    """The account's plan does not include this mode."""


@dataclass
class RulesUnchanged(Refusal):
    """Mode and rules are like that already."""


@dataclass
class SelfServiceOff(Refusal):
    """Places of this service are given by the organiser: ask for one."""


@dataclass
class SelfServiceOn(Refusal):
    """Nobody needs to ask: book."""


@dataclass
class PresetUnknown(Refusal):
    """No such preset (any more)."""


@dataclass
class PresetInUse(Refusal):
    """`count` services and events have it."""

    count: int
