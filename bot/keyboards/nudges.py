"""Buttons of nudges, and the ways to reach whom they name."""

import re
from collections.abc import Sequence
from typing import Final
from urllib.parse import quote

from telegram import InlineKeyboardButton, InlineKeyboardMarkup

from bot.keyboards.data import button, copy_button, in_lines, rows
from bot.texts import Texts
from storage.models import ContactPoint, Nudge

#: Telegram refuses the whole message for one link that it doesn't take.
_LINKEDIN: Final = re.compile(r"https?://(?:[a-z0-9-]+\.)*linkedin\.com/[^\s<>\[\]]+", re.IGNORECASE)
#: What stays as it is in an address: its own signs, and what is percent-encoded already.
_IN_ADDRESSES: Final = "%:/?#@!$&'()*+,;=~"
_NO_ENCODING: Final = re.compile(r"%(?![0-9a-f]{2})", re.IGNORECASE)


def nudge(row: Nudge, points: Sequence[ContactPoint], texts: Texts, *, name: str) -> InlineKeyboardMarkup:
    """`name` is the contact's."""
    ways = [*copy_button(texts.label_copy(), row.opener), *reach(points, row.opener, texts)]
    return rows(
        [button(texts.label_done(), "done", row.id), button(texts.label_later(), "later", row.id)],
        [button(texts.label_another(), "another", row.id), button(texts.label_else(), "else", row.id)],
        [button(texts.label_not_this_week(), "notnow", row.id), button(texts.label_refuse(name), "refuse", row.id)],
        [button(texts.label_why(), "why", row.id)],
        *in_lines(ways, 2),
    )


def reach(points: Sequence[ContactPoint], opener: str, texts: Texts) -> list[InlineKeyboardButton]:
    """Links that open a chat with the opener filled in, where the contact can be reached that way."""
    first = {kind: next((each.value for each in points if each.kind == kind), None) for kind in ("telegram", "phone")}
    linkedin = next((each.value for each in points if each.kind == "link" and _LINKEDIN.fullmatch(each.value)), None)
    links = {
        "telegram": first["telegram"] and f"https://t.me/{quote(first['telegram'])}?text={quote(opener)}",
        "whatsapp": _whatsapp(first["phone"], opener),
        "linkedin": linkedin and _encoded(linkedin),
    }
    return [InlineKeyboardButton(texts.label_reach(way), url=url) for way, url in links.items() if url]


def _encoded(address: str) -> str:
    """Addresses are kept with the letters that people read; a button takes them percent-encoded only."""
    return quote(_NO_ENCODING.sub("%25", address), safe=_IN_ADDRESSES)


def _whatsapp(phone: str | None, opener: str) -> str | None:
    """WhatsApp wants the number in international form, digits only."""
    return (
        f"https://wa.me/{phone[1:]}?text={quote(opener)}" if phone and phone[0] == "+" and phone[1:].isdigit() else None
    )


def reminder(row: Nudge, texts: Texts) -> InlineKeyboardMarkup:
    later = button(texts.label_later(), "later", row.id)
    return rows(
        [button(texts.label_done(), "done", row.id), later, button(texts.label_not_this_week(), "notnow", row.id)]
    )


def postpone(row: Nudge, texts: Texts) -> InlineKeyboardMarkup:
    days = [button(texts.label_postpone(days), "postpone", row.id, days) for days in (1, 3, 7)]
    return rows(days, [button(texts.label("back"), "back", row.id)])


def pace(row: Nudge, texts: Texts) -> InlineKeyboardMarkup:
    choices = [button(texts.label_pace(each), "pace", row.id, each) for each in ("slower", "month", "pause", "keep")]
    return rows(*in_lines(choices, 2))
