"""aiogram's models, built when they are needed: the same ones, all of them, and the usual ones before anybody waits."""

from __future__ import annotations

import re
import subprocess
import sys
from pathlib import Path

import pytest
from aiogram.types import Chat, Update

from bot.on_demand import import_aiogram
from bot.telegram import ANSWERS, SAID, ready

ROOT = Path(__file__).parents[2]
ALL = """
import aiogram.methods, aiogram.types
models = [
    model
    for module in (aiogram.types, aiogram.methods)
    for model in map(vars(module).get, module.__all__)
    if hasattr(model, "model_rebuild")
]
"""
BUILT = """
print(sum(model.__pydantic_complete__ for model in models), len(models))
"""
BUILD_ALL = """
from pydantic_core import to_json
for model in models:
    model.model_rebuild()
    fields = {name: (str(field.annotation), field.is_required()) for name, field in model.model_fields.items()}
    print(model.__module__, model.__name__, model.__pydantic_complete__, fields)
"""


def _says(code: str) -> str:
    done = subprocess.run(
        [sys.executable, "-c", code], cwd=ROOT, capture_output=True, text=True, check=False, timeout=60
    )
    assert done.returncode == 0, done.stderr
    return re.sub(" at 0x[0-9a-f]+", "", done.stdout)


def test_hardly_any_model_is_built_by_the_import() -> None:
    built, there = _says("from bot.on_demand import import_aiogram; import_aiogram()" + ALL + BUILT).split()
    assert int(there) > 400
    assert int(built) < int(there) / 2, "aiogram imports in another way now: see bot/on_demand.py"


@pytest.mark.long
def test_all_of_them_become_what_aiogram_would_have_made() -> None:
    by_itself = _says(ALL + BUILD_ALL)
    assert _says("from bot.on_demand import import_aiogram; import_aiogram()" + ALL + BUILD_ALL) == by_itself
    assert " False " not in by_itself.replace("False)", "")


def test_what_is_said_all_the_time_is_ready() -> None:
    ready()
    assert all(vars(model)["__pydantic_complete__"] for model in (Update, *SAID, *ANSWERS))


def test_a_model_that_nobody_built_builds_itself() -> None:
    assert Chat.model_validate({"id": 1, "type": "private"}).id == 1


def test_once_is_enough() -> None:
    before = Chat.model_rebuild
    import_aiogram()
    assert Chat.model_rebuild == before
