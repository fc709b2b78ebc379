"""What tags of Telegram's HTML carry: links, languages, moments, custom emoji."""

from __future__ import annotations

from urllib.parse import urlsplit

from bot.sandbox.refusals import Json, Refused, bad_request


def detail_of(tag: str, attributes: dict[str, str], inner: str) -> Json | None:
    """What the entity of a tag carries besides its place; None where Telegram makes no entity of it."""
    match tag:
        case "a":
            return _link(attributes.get("href") or inner)
        case "tg-emoji":
            if not attributes.get("emoji-id", "").isdecimal():
                raise bad_request("Invalid custom emoji identifier specified")
            return {"custom_emoji_id": attributes["emoji-id"]}
        case "tg-time":
            return _moment(attributes)
        case "blockquote" if "expandable" in attributes:
            return {"type": "expandable_blockquote"}
        case "code" if attributes.get("class", "").startswith("language-"):
            return {"language": attributes["class"].removeprefix("language-")}
        case _:
            return {}


def _moment(attributes: dict[str, str]) -> Json:
    if not attributes.get("unix", "").isdecimal():
        raise broken("Invalid Unix time specified")
    detail: Json = {"unix_time": int(attributes["unix"])}
    if attributes.get("format"):
        detail["date_time_format"] = attributes["format"]
    return detail


def _link(url: str) -> Json | None:
    """The link as Telegram keeps it; None for what is no link: then the text stays plain."""
    if url.startswith("tg://user?id="):
        person = url.removeprefix("tg://user?id=")
        return {"type": "text_mention", "user_id": int(person)} if person.isdecimal() else None
    if "://" not in url:
        url = "http://" + url
    try:
        parts = urlsplit(url)
    except ValueError:
        return None
    if parts.scheme not in ("http", "https", "tg", "ton", "tonsite") or not parts.netloc:
        return None
    if parts.scheme in ("http", "https") and "." not in parts.netloc and parts.hostname != "localhost":
        return None
    return {"url": url if parts.path or parts.query or parts.scheme == "tg" else url + "/"}


def broken(reason: str) -> Refused:
    """Markup that Telegram does not parse, and why."""
    return bad_request(f"can't parse entities: {reason}")
