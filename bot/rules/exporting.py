"""A user's data as they take it away: our own JSON, vCards (RFC 6350, version 4.0), and CSV."""

import csv
import io
import json
import re
from collections.abc import Sequence
from datetime import UTC, date, datetime
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from storage import Card, Export
    from storage.models import Introduction, Nudge, User

FORMAT = "dotty-export"
VERSION = 1
COLUMNS = (
    "name", "status", "cadence_days", "tags", "company", "role", "met", "city", "birthday", "language", "needs",
    "offers", "phones", "emails", "links", "telegram", "added_on", "last_touch_on", "next_due_on", "notes",
)  # fmt: skip
#: A cell that begins so would be run as a formula by a spreadsheet (OWASP, "CSV Injection"), the wide ones in Japan.
_FORMULA = ("=", "+", "-", "@", "\t", "\r", "\n", "＝", "＋", "－", "＠")
#: A mere phone number runs nothing, and other programs are to read it.
_PHONES = re.compile(r"\+\d+(?:; \+\d+)*", re.ASCII)
#: Controls, which break lines in vCards or are shown by nothing; a text's own line ends are written as \\n.
_CONTROLS = re.compile("[\x00-\x08\x0b-\x1f\x7f-\x9f\u2028\u2029]")
#: What LANG takes: a language tag (RFC 5646), not any word.
_LANGUAGE_TAG = re.compile(r"[a-z]{2,3}(?:-[A-Za-z0-9]{2,8})*", re.ASCII)
_FACTS = ("name", "status", "cadence_days", "company", "role", "met", "city", "birthday", "language", "needs", "offers")


def to_json(export: "Export", now: datetime) -> bytes:
    """The document that design calls stable: dates ISO 8601, absent facts null or []."""
    return json.dumps(document(export, now), ensure_ascii=False, indent=1).encode()


def document(export: "Export", now: datetime) -> dict[str, Any]:
    names = {card.contact.id: card.contact.name for card in export.cards}
    return {
        "format": FORMAT,
        "version": VERSION,
        "exported_at": _instant(now),
        "user": _user(export.user),
        "contacts": [_contact(card) for card in export.cards],
        "nudges": [_nudge(nudge, names) for nudge in export.nudges if nudge.kind == "contact"],
        "introductions": [_introduction(each, names) for each in export.introductions],
    }


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


def _contact(card: "Card") -> dict[str, Any]:
    contact = card.contact
    values = {kind: [point.value for point in card.points if point.kind == kind] for kind in ("phone", "email", "link")}
    return {
        **{name: getattr(contact, name) for name in _FACTS},
        "tags": list(card.tags),
        "phones": values["phone"],
        "emails": values["email"],
        "links": values["link"],
        "telegram": next((point.value for point in card.points if point.kind == "telegram"), None),
        "added_on": _day(contact.added_on),
        "last_touch_on": _day(contact.last_touch_on),
        "next_due_on": _day(contact.next_due_on),
        "notes": [{"on": _day(note.noted_on), "text": note.text} for note in reversed(card.notes)],
        "touches": [
            {"on": _day(touch.touched_on), "channel": touch.channel, "note": touch.note}
            for touch in reversed(card.touches)
        ],
        "promises": [
            {"text": promise.text, "due_on": _day(promise.due_on), "kept_on": _day(promise.kept_on)}
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
    return {"first": first, "second": second, "why": each.why, "status": each.status}


def _instant(instant: datetime | None) -> str | None:
    return f"{instant.astimezone(UTC):%Y-%m-%dT%H:%M:%SZ}" if instant else None


def _day(day: date | None) -> str | None:
    return day.isoformat() if day else None


def to_csv(cards: Sequence["Card"]) -> bytes:
    """One line a contact, several values in a cell with "; " between; UTF-8 with BOM, which spreadsheets expect."""
    out = io.StringIO()
    writer = csv.writer(out)
    writer.writerow(COLUMNS)
    for card in cards:
        contact = _contact(card) | {"notes": [note.text for note in reversed(card.notes)]}
        writer.writerow([_cell(contact[name]) for name in COLUMNS])
    return out.getvalue().encode("utf-8-sig")


def _cell(value: Any) -> str:
    text = "; ".join(value) if isinstance(value, list) else "" if value is None else str(value)
    return f"'{text}" if text.startswith(_FORMULA) and not _PHONES.fullmatch(text) else text


def to_vcards(cards: Sequence["Card"]) -> bytes:
    return "".join(_vcard(card) for card in cards).encode()


def _vcard(card: "Card") -> str:
    """RFC 6350: CRLF ends a line, a line over 75 octets is folded, a text has its , ; \\ and line ends escaped."""
    contact = card.contact
    lines = ["BEGIN:VCARD", "VERSION:4.0", f"FN:{_text(contact.name)}"]
    language = contact.language if _LANGUAGE_TAG.fullmatch(contact.language or "") else None
    texts = {"ORG": contact.company, "TITLE": contact.role, "LANG": language}
    lines += [f"{name}:{_text(value)}" for name, value in texts.items() if value]
    if contact.city:
        lines.append(f"ADR:;;;{_text(contact.city)};;;")
    if contact.birthday:
        lines.append(f"BDAY:{_birthday(contact.birthday)}")
    lines += [_point(point.kind, point.value) for point in card.points]
    if card.tags:
        lines.append("CATEGORIES:" + ",".join(_text(tag) for tag in card.tags))
    lines += [f"NOTE:{_text(note.text)}" for note in reversed(card.notes)]
    return "".join(f"{_fold(line)}\r\n" for line in [*lines, "END:VCARD"])


def _point(kind: str, value: str) -> str:
    return {
        "phone": f"TEL:{_text(value)}",
        "email": f"EMAIL:{_text(value)}",
        "link": f"URL:{_line(value)}",
        "telegram": f"IMPP:https://t.me/{_line(value)}",
    }[kind]


def _birthday(birthday: str) -> str:
    """The basic form that vCard 4.0 asks for: 19900512, or --0512 without a year."""
    return "--" + birthday[2:].replace("-", "") if birthday.startswith("--") else birthday.replace("-", "")


def _text(value: str) -> str:
    clean = _CONTROLS.sub("", value.replace("\r\n", "\n"))
    return clean.replace("\\", "\\\\").replace(",", "\\,").replace(";", "\\;").replace("\n", "\\n")


def _line(value: str) -> str:
    return _CONTROLS.sub("", "".join(value.split()))


def _fold(line: str) -> str:
    """Cut into lines of at most 75 octets, never inside a character."""
    folded, width = [], 0
    for char in line:
        size = len(char.encode())
        if width + size > 75:
            folded.append("\r\n ")
            width = 1
        folded.append(char)
        width += size
    return "".join(folded)
