"""aiogram's models, built when they are needed.

While it is imported, aiogram builds the validators of all 450 models of the Bot API, which takes three of its three and
a half seconds and a hundred megabytes; the bot needs some forty of them. Pydantic builds a model at its first use if
nobody has done it before; all it has to be told is where aiogram's models find each other's names.
"""

from __future__ import annotations

import sys
from collections.abc import Iterable, Mapping
from typing import Any

from pydantic import BaseModel


def import_aiogram() -> None:
    """Import it without building its models. To be called before anything else imports it; later it does nothing."""
    if "aiogram" in sys.modules:
        return
    usual = BaseModel.__dict__["model_rebuild"]
    names: dict[str, Any] = {}

    def later(
        model: type[BaseModel], /, _types_namespace: Mapping[str, Any] | None = None, **how: Any
    ) -> Any:
        """What aiogram calls at its import, with the names of all models."""
        if not model.__module__.startswith("aiogram."):
            return usual.__func__(model, _types_namespace=_types_namespace, **how)
        names.update(_types_namespace or {})
        return None

    def now(model: type[BaseModel], /, _types_namespace: Mapping[str, Any] | None = None, **how: Any) -> Any:
        """What pydantic calls at the first use of a model."""
        return usual.__func__(model, _types_namespace=names | dict(_types_namespace or {}), **how)

    BaseModel.model_rebuild = classmethod(later)  # type: ignore[assignment, method-assign]
    try:
        from aiogram.client.context_controller import BotContextController
        from aiogram.methods.base import Response
    finally:
        BaseModel.model_rebuild = usual  # type: ignore[method-assign]
    for root in (BotContextController, Response):
        root.model_rebuild = classmethod(now)  # type: ignore[assignment, method-assign]


def build(models: Iterable[type[BaseModel]]) -> None:
    """Build these before anybody waits for them."""
    for model in models:
        model.model_rebuild()
