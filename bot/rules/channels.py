"""Where a message to a contact is likely written, which its greeting goes by."""

from __future__ import annotations

from collections.abc import Iterable
from typing import TYPE_CHECKING

from bot.rules.lexicon import Channel

if TYPE_CHECKING:
    from storage.models import ContactPoint

_CHATS = frozenset({"telegram", "telegram_id", "phone"})


def channel_of(points: Iterable[ContactPoint]) -> Channel:
    """A chat where one is possible, else an email, else LinkedIn; with no way known at all, a chat."""
    ways = list(points)
    kinds = {point.kind for point in ways}
    if kinds & _CHATS:
        return "chat"
    if "email" in kinds:
        return "email"
    return "linkedin" if any("linkedin." in point.value for point in ways if point.kind == "link") else "chat"
