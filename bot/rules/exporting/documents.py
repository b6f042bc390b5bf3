"""The JSON that brings everything back (bot.rules.files.own reads it)."""

import json
from collections.abc import Iterable, Iterator
from datetime import UTC, date, datetime
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from storage import Card, Export
    from storage.models import Introduction, Nudge, User

FORMAT = "dotty-export"
VERSION = 1
_FACTS = ("name", "status", "cadence_days", "company", "role", "met", "city", "birthday", "language", "needs", "offers")
_DAYS = ("met_on", "added_on", "last_touch_on", "next_due_on", "snoozed_until", "turn_on")
_WISHES = ("headsup_days", "voice")


def to_json(export: "Export", now: datetime) -> bytes:
    """The document that design calls stable: dates ISO 8601, absent facts null or []. Put together entry by entry, for
    30,000 contacts as one Python value take hundreds of megabytes."""
    return "".join(_pieces(export, now)).encode()


def document(export: "Export", now: datetime) -> dict[str, Any]:
    """The same as a Python value."""
    return {key: value if isinstance(value, (str, int, dict)) else list(value) for key, value in _parts(export, now)}


def _pieces(export: "Export", now: datetime) -> Iterator[str]:
    before = "{\n "
    for key, value in _parts(export, now):
        yield f"{before}{json.dumps(key)}: "
        before = ",\n "
        if isinstance(value, (str, int, dict)):
            yield _written(value)
        else:
            yield from _list_pieces(value)
    yield "\n}\n"


def _list_pieces(entries: Iterable[dict[str, Any]]) -> Iterator[str]:
    before = "["
    for entry in entries:
        yield f"{before}\n{_written(entry)}"
        before = ","
    yield "[]" if before == "[" else "\n ]"


def _written(value: Any) -> str:
    return json.dumps(value, ensure_ascii=False, indent=1)


def _parts(
    export: "Export", now: datetime
) -> Iterator[tuple[str, str | int | dict[str, Any] | Iterable[dict[str, Any]]]]:
    names = {card.contact.id: card.contact.name for card in export.cards}
    yield "format", FORMAT
    yield "version", VERSION
    yield "exported_at", _instant(now) or ""
    yield "user", _user(export.user)
    tags = sorted(export.tags, key=lambda tag: tag.id or 0)
    yield "tags", ({"name": tag.name, "cadence_days": tag.cadence_days} for tag in tags if tag.cadence_days)
    yield "contacts", (contact_values(card) for card in export.cards)
    yield "nudges", (_nudge(nudge, names) for nudge in export.nudges if nudge.kind == "contact")
    yield "introductions", (_introduction(each, names) for each in export.introductions)


def _user(user: "User") -> dict[str, Any]:
    return {
        "language": user.language,
        "timezone": user.timezone,
        "nudge_weekday": user.nudge_weekday,
        "nudge_time": f"{user.nudge_time:%H:%M}",
        "people_per_week": user.people_per_week,
        "next_nudge_at": _instant(user.next_nudge_at),
        "paused_until": _instant(user.paused_until),
    }


def contact_values(card: "Card") -> dict[str, Any]:
    """One contact of the document. Of several usernames the first is theirs, the others are links to them."""
    contact = card.contact
    points = {kind: [point.value for point in card.points if point.kind == kind] for kind in _KINDS}
    usernames = points["telegram"]
    return {
        **{name: getattr(contact, name) for name in _FACTS},
        "tags": list(card.tags),
        "phones": points["phone"],
        "emails": points["email"],
        "links": points["link"] + [f"https://t.me/{each}" for each in usernames[1:]],
        "telegram": next(iter(usernames), None),
        "telegram_id": next(iter(points["telegram_id"]), None),
        **{name: _day(getattr(contact, name)) for name in _DAYS},
        **{name: getattr(contact, name) for name in _WISHES},
        "dates": [{"name": each.name, "day": each.day} for each in card.dates],
        **_history(card),
        "from_files": contact.imported,
    }


_KINDS = ("phone", "email", "link", "telegram", "telegram_id")


def _history(card: "Card") -> dict[str, Any]:
    """Notes and touches, oldest first, and promises."""
    return {
        "notes": [{"on": _day(note.noted_on), "text": note.text} for note in reversed(card.notes)],
        "touches": [
            {
                "on": _day(touch.touched_on),
                "channel": touch.channel,
                "note": touch.note,
                "started_by": touch.started_by,
                "reply": touch.reply,
                "favour": touch.favour,
            }
            for touch in reversed(card.touches)
        ],
        "promises": [
            {
                "text": promise.text,
                "due_on": _day(promise.due_on),
                "kept_on": _day(promise.kept_on),
                "dropped_on": _day(promise.dropped_on),
            }
            for promise in card.promises
        ],
    }


def _nudge(nudge: "Nudge", names: dict[int | None, str]) -> dict[str, Any]:
    return {
        "sent_at": _instant(nudge.sent_at),
        "contact": names.get(nudge.contact_id),
        "reason": nudge.reason,
        "opener": nudge.opener,
        "status": nudge.status,
    }


def _introduction(each: "Introduction", names: dict[int | None, str]) -> dict[str, Any]:
    first, second = names.get(each.first_id), names.get(each.second_id)
    return {
        "first": first,
        "second": second,
        "why": each.why,
        "status": each.status,
        "first_reply": each.first_reply,
        "second_reply": each.second_reply,
        "made_on": _day(each.made_on),
        "outcome": each.outcome,
    }


def _instant(instant: datetime | None) -> str | None:
    return f"{instant.astimezone(UTC):%Y-%m-%dT%H:%M:%SZ}" if instant else None


def _day(day: date | None) -> str | None:
    return day.isoformat() if day else None
