"""Buttons and their callback_data, both ways. The only module that knows callback_data."""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final, Literal, get_args
from urllib.parse import quote

from telegram import (
    CopyTextButton,
    InlineKeyboardButton,
    InlineKeyboardMarkup,
    KeyboardButton,
    ReplyKeyboardMarkup,
)

from bot.rules.choices import Choice
from bot.rules.zones import Place
from bot.texts import Texts
from bot.texts.people import clip
from storage.models import Contact, ContactPoint, Nudge, User

Verb = Literal[
    "done", "another", "else", "later", "postpone", "notnow", "back", "pace",  # a nudge
    "card", "touch", "touched", "note", "cadence", "every", "everyone", "edit", "field", "archive", "restore",  # people
    "people", "search",
    "pick", "same", "other", "mean", "add", "do",  # questions
    "ask", "settings", "zone", "hour", "weekday", "perweek", "pause",  # settings
    "undo", "skip",
]  # fmt: skip
_VERBS: Final = frozenset(get_args(Verb))
#: Those on a nudge, a reminder of it, and the choice of days: their id is the nudge's.
NUDGE_VERBS: Final = frozenset({"done", "another", "else", "later", "postpone", "notnow", "back"})
#: Telegram's limit on callback_data, in bytes of UTF-8.
DATA_BYTES = 64
#: Telegram refuses the whole message for one link that it doesn't take.
_LINKEDIN: Final = re.compile(r"https?://(?:[a-z0-9-]+\.)*linkedin\.com/[^\s<>\[\]]+", re.IGNORECASE)
#: Telegram's limit on what a button copies, in characters.
COPY_LENGTH = 256


@dataclass(frozen=True, slots=True)
class Pressed:
    """A button as pressed: its verb, the row it is about (0: none), and what else it says."""

    verb: str
    id: int = 0
    arg: str = ""

    @property
    def number(self) -> int:
        """`arg` as a number of up to five digits; 0 where it is none, for anybody can make up a button."""
        return int(self.arg) if self.arg.isascii() and self.arg.isdigit() and len(self.arg) < 6 else 0


def encode(verb: Verb, row_id: int | None = 0, arg: object = "") -> str:
    """`verb:id` or `verb:id:arg`. Raises ValueError over 64 bytes, for that is a mistake of ours."""
    data = f"{verb}:{row_id or 0}" + (f":{arg}" if arg != "" else "")
    if len(data.encode()) > DATA_BYTES:
        raise ValueError(verb)
    return data


def decode(data: str | None) -> Pressed | None:
    """What a button says; None for one that no version of Dotty made."""
    verb, _, rest = (data or "").partition(":")
    number, _, arg = rest.partition(":")
    if verb not in _VERBS or not (number.isascii() and number.isdigit() and len(number) < 19):
        return None
    return Pressed(verb, int(number), arg)


def button(label: str, verb: Verb, row_id: int | None = 0, arg: object = "") -> InlineKeyboardButton:
    return InlineKeyboardButton(label, callback_data=encode(verb, row_id, arg))


def rows(*lines: list[InlineKeyboardButton]) -> InlineKeyboardMarkup:
    """A keyboard from its lines; empty ones are left out."""
    return InlineKeyboardMarkup([line for line in lines if line])


def in_lines(buttons: list[InlineKeyboardButton], per_line: int) -> list[list[InlineKeyboardButton]]:
    return [buttons[start : start + per_line] for start in range(0, len(buttons), per_line)]


def copy_button(label: str, text: str) -> list[InlineKeyboardButton]:
    """One button that copies the text, or none where it is too long for Telegram."""
    return [InlineKeyboardButton(label, copy_text=CopyTextButton(text))] if 0 < len(text) <= COPY_LENGTH else []


# Questions


def which(contacts: Sequence[Contact], choice: Choice, texts: Texts) -> InlineKeyboardMarkup:
    """A button for each contact a name may mean, then somebody new, then none of it."""
    labels = zip(texts.label_people(contacts), contacts, strict=True)
    people = [[button(label, "pick", contact.id, choice.token)] for label, contact in labels]
    new = [button(texts.label_add([choice.typed]), "other", 0, choice.token)] if choice.typed else []
    return rows(*people, [*new, button(texts.label("none"), "skip", 0, choice.token)])


def same(contacts: Sequence[Contact], choice: Choice, texts: Texts) -> InlineKeyboardMarkup:
    labels = zip(texts.label_people(contacts), contacts, strict=True)
    people = [[button(texts.label_same(label), "same", contact.id, choice.token)] for label, contact in labels]
    other = button(texts.label_other(), "other", 0, choice.token)
    return rows(*people, [other, button(texts.label("skip"), "skip", 0, choice.token)])


def meanings(labels: Sequence[str], choice: Choice, texts: Texts) -> InlineKeyboardMarkup:
    readings = [[button(label, "mean", number, choice.token)] for number, label in enumerate(labels)]
    return rows(*readings, [button(texts.label("none"), "skip", 0, choice.token)])


def add(names: Sequence[str], choice: Choice, texts: Texts, places: Sequence[Place] = ()) -> InlineKeyboardMarkup:
    """Add them, or not; or else the name is the place where the user is. Words without a capital may be no name."""
    no = button(texts.label_do("no"), "skip", 0, choice.token)
    here = [button(texts.label_here(place.name), "zone", 0, place.zone) for place in places]
    bare = choice.text.islower() and (choice.typed == choice.text or not choice.typed)
    other = [button(texts.label_do("else"), "do", 0, f"else.{choice.token}")] if bare else []
    return rows([button(texts.label_add(names), "add", 0, choice.token), no], here, other)


def purposes(choice: Choice, texts: Texts, *, may_be_name: bool) -> InlineKeyboardMarkup:
    """What an unrecognised text may be for."""
    whats = ["add"] if may_be_name else []
    buttons = [button(texts.label_do(what), "do", 0, f"{what}.{choice.token}") for what in [*whats, "note", "touch"]]
    return rows(*in_lines(buttons, 2), [button(texts.label_do("help"), "do", 0, "help")])


# Nudges


def nudge(row: Nudge, points: Sequence[ContactPoint], texts: Texts) -> InlineKeyboardMarkup:
    ways = [*copy_button(texts.label_copy(), row.opener), *reach(points, row.opener, texts)]
    return rows(
        [button(texts.label_done(), "done", row.id), button(texts.label_later(), "later", row.id)],
        [button(texts.label_another(), "another", row.id), button(texts.label_else(), "else", row.id)],
        [button(texts.label_not_this_week(), "notnow", row.id)],
        *in_lines(ways, 2),
    )


def reach(points: Sequence[ContactPoint], opener: str, texts: Texts) -> list[InlineKeyboardButton]:
    """Links that open a chat with the opener filled in, where the contact can be reached that way."""
    first = {kind: next((each.value for each in points if each.kind == kind), None) for kind in ("telegram", "phone")}
    linkedin = next((each.value for each in points if each.kind == "link" and _LINKEDIN.fullmatch(each.value)), None)
    links = {
        "telegram": first["telegram"] and f"https://t.me/{quote(first['telegram'])}?text={quote(opener)}",
        "whatsapp": _whatsapp(first["phone"], opener),
        "linkedin": linkedin,
    }
    return [InlineKeyboardButton(texts.label_reach(way), url=url) for way, url in links.items() if url]


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


# Answers


def undo(change_id: int | None, texts: Texts, *more: InlineKeyboardButton) -> InlineKeyboardMarkup:
    return rows([*more, button(texts.label("undo"), "undo", change_id)])


def after_done(change_id: int | None, texts: Texts, *, ask_note: bool) -> InlineKeyboardMarkup:
    skip = [button(texts.label("skip"), "skip")] if ask_note else []
    return undo(change_id, texts, *skip)


CADENCES = (7, 30, 91, 182, 365)


def added(contact_id: int | None, change_id: int | None, texts: Texts) -> InlineKeyboardMarkup:
    every = [button(texts.cadence(days).capitalize(), "every", contact_id, days) for days in CADENCES]
    edit = button(texts.label("edit"), "edit", contact_id)
    return rows(every[:3], every[3:], [edit, button(texts.label("undo"), "undo", change_id)])


def added_many(change_id: int | None, texts: Texts) -> InlineKeyboardMarkup:
    every = [button(texts.cadence(days).capitalize(), "everyone", change_id, days) for days in CADENCES]
    return rows(every[:3], every[3:], [button(texts.label("undo"), "undo", change_id)])


# People


def card(contact: Contact, texts: Texts) -> InlineKeyboardMarkup:
    away = "restore" if contact.status == "archived" else "archive"
    names: list[Verb] = ["touch", "note", "cadence", "edit", "restore" if away == "restore" else "archive"]
    return rows(*in_lines([button(texts.label(name), name, contact.id) for name in names], 2))


def people(shown: Sequence[Contact], *, page: int, pages: int, texts: Texts) -> InlineKeyboardMarkup:
    """A button a person, then the way through the pages. `page` counts from 0."""
    each = [button(clip(contact.name, 30), "card", contact.id) for contact in shown]
    back = [button(texts.label("previous"), "people", page - 1)] if page > 0 else []
    on = [button(texts.label("next"), "people", page + 1)] if page + 1 < pages else []
    return rows(*in_lines(each, 2), [*back, button(texts.label("search"), "search"), *on])


def touch_days(contact_id: int | None, texts: Texts) -> InlineKeyboardMarkup:
    days: list[tuple[Literal["today", "yesterday", "week"], int]] = [("today", 0), ("yesterday", 1), ("week", 7)]
    buttons = [button(texts.label(name), "touched", contact_id, ago) for name, ago in days]
    return rows(buttons, [button(texts.label("back"), "card", contact_id, "back")])


def cadences(contact_id: int | None, texts: Texts) -> InlineKeyboardMarkup:
    every = [button(texts.cadence(days).capitalize(), "every", contact_id, days) for days in (7, 14, 30, 91, 182, 365)]
    none = button(texts.label("none"), "every", contact_id, 0)
    return rows(every[:3], every[3:], [none, button(texts.label("back"), "card", contact_id, "back")])


FIELDS = (
    "name", "role", "company", "met", "city", "birthday", "needs", "offers", "cadence", "tag", "phone", "email",
    "telegram", "link", "language",
)  # fmt: skip


def fields(contact_id: int | None, texts: Texts) -> InlineKeyboardMarkup:
    buttons = [button(texts.field(name), "field", contact_id, name) for name in FIELDS]
    return rows(*in_lines(buttons, 3), [button(texts.label("back"), "card", contact_id, "back")])


# First steps and settings


def setup(user: User, left: Sequence[str], texts: Texts) -> InlineKeyboardMarkup:
    """The small questions that are left, each a button."""
    asks = [[button(texts.label_setup(what, user), "ask", 0, what)] for what in left]
    return rows(*asks, [button(texts.label("skip"), "ask", 0, "skip")])


def zone(texts: Texts, user: User) -> InlineKeyboardMarkup:
    yes = button(texts.label_setting("yes", user), "zone", 0, "yes")
    where = button(texts.label_setting("location", user), "zone", 0, "location")
    return rows([yes], [where], [button(texts.label("skip"), "skip")])


def places(zones: Sequence[tuple[str, str]], texts: Texts) -> InlineKeyboardMarkup:
    """A button a place: its label, and the zone it stands for."""
    return rows(
        *[[button(clip(label, 60), "zone", 0, name)] for label, name in zones], [button(texts.label("skip"), "skip")]
    )


def location(texts: Texts, user: User) -> ReplyKeyboardMarkup:
    share = KeyboardButton(texts.label_setting("location", user), request_location=True)
    return ReplyKeyboardMarkup([[share]], resize_keyboard=True, one_time_keyboard=True)


def when(texts: Texts) -> InlineKeyboardMarkup:
    days = [button(texts.weekday(day)[:3], "weekday", 0, day) for day in range(7)]
    hours = [button(f"{hour:02}:00", "hour", 0, hour) for hour in (7, 8, 9, 12, 17, 20)]
    return rows(days[:4], days[4:], hours[:3], hours[3:], [button(texts.label("skip"), "skip")])


def settings(user: User, texts: Texts, *, paused: bool) -> InlineKeyboardMarkup:
    names = ["zone", "when", "perweek", "remind", "resume" if paused else "pause"]
    return rows(*in_lines([button(texts.label_setting(name, user), "settings", 0, name) for name in names], 2))


def per_week() -> InlineKeyboardMarkup:
    return rows([button(str(count), "perweek", 0, count) for count in range(1, 8)])


def pause(texts: Texts) -> InlineKeyboardMarkup:
    return rows(*in_lines([button(texts.label_pause(days), "pause", 0, days) for days in (7, 14, 30, 0)], 2))


def skip(texts: Texts) -> InlineKeyboardMarkup:
    return rows([button(texts.label("skip"), "skip")])
