"""What a caller sent: form fields, JSON or multipart, read as Telegram reads them.

Every field may come as a string; structures may come as JSON inside a string.
"""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any
from urllib.parse import parse_qsl

from aiohttp import BodyPartReader, web

from bot.sandbox.refusals import Json, bad_request


@dataclass(frozen=True, slots=True)
class Upload:
    """A file that came with a call."""

    name: str
    content: bytes
    mime_type: str


@dataclass(frozen=True, slots=True)
class Arguments:
    """The fields of one call, by name."""

    fields: Mapping[str, Any]
    uploads: Mapping[str, Upload] = field(default_factory=dict)

    def text(self, name: str) -> str:
        """The field as text; empty when it is missing."""
        value = self.fields.get(name)
        if value is None:
            return ""
        return value if isinstance(value, str) else json.dumps(value)

    def number(self, name: str, default: int = 0) -> int:
        """The field as a whole number; Telegram takes what is no number for the default."""
        try:
            return int(self.text(name) or default)
        except ValueError:
            return default

    def flag(self, name: str) -> bool:
        """True for the ways Telegram writes yes."""
        return self.text(name).strip().lower() in ("true", "yes", "1")

    def structure(self, name: str, what: str) -> Any:
        """The field as JSON, None when missing; `what` names it in the refusal."""
        value = self.fields.get(name)
        if not isinstance(value, str):
            return value
        if not value:
            return None
        try:
            return json.loads(value)
        except (ValueError, RecursionError):
            raise bad_request(f"can't parse {what} JSON object") from None

    def upload(self, name: str) -> Upload | None:
        """The file of this field, sent directly or as `attach://part`."""
        value = self.fields.get(name)
        if isinstance(value, str) and value.startswith("attach://"):
            return self.uploads.get(value.removeprefix("attach://"))
        return self.uploads.get(name)

    def shown(self) -> Json:
        """For the journal: the fields with inner JSON opened and files by name and size."""
        shown = {name: _opened(value) for name, value in self.fields.items()}
        for name, upload in self.uploads.items():
            shown[name] = {"file_name": upload.name, "file_size": len(upload.content)}
        return shown


def _opened(value: Any) -> Any:
    if isinstance(value, str) and value[:1] in ("{", "["):
        try:
            return json.loads(value)
        except (ValueError, RecursionError):
            return value
    return value


async def read_arguments(request: web.Request) -> Arguments:
    """Read query and body of a call. Raises Refused when the body cannot be read."""
    fields: Json = dict(request.query)
    kind = request.content_type
    if request.method == "GET" or not request.can_read_body:
        return Arguments(fields)
    if kind == "multipart/form-data":
        return await read_parts(await request.multipart(), fields)
    body = await request.text()
    if kind == "application/json":
        return Arguments(fields | _read_json(body))
    fields.update(parse_qsl(body, keep_blank_values=True))
    return Arguments(fields)


def _read_json(body: str) -> Json:
    try:
        value = json.loads(body or "{}")
    except (ValueError, RecursionError):
        raise bad_request("can't parse JSON object") from None
    if not isinstance(value, dict):
        raise bad_request("JSON object expected")
    return value


async def read_parts(reader: Any, fields: Json) -> Arguments:
    """Fields and files of a multipart body; `reader` yields the parts as aiohttp's readers do."""
    uploads: dict[str, Upload] = {}
    async for part in reader:
        if not isinstance(part, BodyPartReader) or part.name is None:
            continue
        content = await part.read(decode=True)
        if part.filename is None:
            fields[part.name] = content.decode("utf-8", "replace")
        else:
            mime_type = part.headers.get("Content-Type", "application/octet-stream")
            uploads[part.name] = Upload(part.filename, bytes(content), mime_type)
    return Arguments(fields, uploads)
