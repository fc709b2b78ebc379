"""Files: kept when they come, handed out again by their id."""

from __future__ import annotations

import hashlib

from bot.sandbox.arguments import Arguments, Upload
from bot.sandbox.refusals import Json, bad_request
from bot.sandbox.sandbox import Sandbox

LARGEST_DOWNLOAD = 20 << 20


def keep(sandbox: Sandbox, upload: Upload) -> Json:
    """Store a file; the same content gets the same id. Returns Telegram's Document."""
    unique = hashlib.sha256(upload.name.encode() + b"\0" + upload.content).hexdigest()[:24]
    file_id = f"BQACAgIAAx{unique}"
    sandbox.files[file_id] = upload
    return _document(file_id, upload)


def stored_file(sandbox: Sandbox, call: Arguments, name: str) -> Json:
    """The file of a call, sent along or named by its id. Raises Refused."""
    upload = call.upload(name)
    if upload is not None:
        if not upload.content:
            raise bad_request("file must be non-empty")
        return keep(sandbox, upload)
    file_id = call.text(name)
    if not file_id:
        raise bad_request(f"there is no {name} in the request")
    if file_id not in sandbox.files:
        raise bad_request("wrong remote file identifier specified: Wrong string length")
    return _document(file_id, sandbox.files[file_id])


def can_be_downloaded(upload: Upload) -> bool:
    """Bots get files of up to 20 MB."""
    return len(upload.content) <= LARGEST_DOWNLOAD


def get_file(sandbox: Sandbox, call: Arguments) -> Json:
    """Where a file can be downloaded."""
    file_id = call.text("file_id")
    upload = sandbox.files.get(file_id)
    if upload is None:
        raise bad_request("invalid file_id")
    if not can_be_downloaded(upload):
        raise bad_request("file is too big")
    sizes = {"file_id": file_id, "file_unique_id": file_id[-24:], "file_size": len(upload.content)}
    return sizes | {"file_path": sandbox.file_path(file_id)}


def _document(file_id: str, upload: Upload) -> Json:
    document = {"file_id": file_id, "file_unique_id": file_id[-24:], "file_size": len(upload.content)}
    return document | {"file_name": upload.name, "mime_type": upload.mime_type}


METHODS = {"getFile": get_file}
